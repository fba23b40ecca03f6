import { Textarea } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useState } from 'react';
import type { Said } from '../../../engine/chain/index.ts';
import type { Diagnosis, Suspect } from '../../../engine/diagnose/index.ts';
import { meaningText } from '../../../words/diagnosis.ts';
import { useInput, useSession, useView, useWords } from '../../state/hooks.ts';
import { useAsk } from '../../state/useAsk.ts';
import { Dialog } from './Dialog.tsx';
import css from './Dialogs.module.css';

/** Milliseconds of rest after which a text is taken for typed. */
const TYPING = 200;

/** What the user sees somewhere, read and held against the chains: which hop, what explains it, or where to look. */
export function ErrorDialog() {
  const words = useWords();
  const session = useSession();
  const [text, setText] = useState('');
  const [typed] = useDebouncedValue(text, TYPING);
  const chain = useView((v) => v.chain);
  const found = useAsk('diagnose', typed, chain);
  const empty = typed.trim() === '';
  return (
    <Dialog title={words('diagnose', 'title')} onClose={() => session.look({ dialog: null })} wide>
      <Textarea
        className={css['mono'] ?? ''}
        label={words('diagnose', 'label')}
        description={words('diagnose', 'intro')}
        rows={5}
        value={text}
        onChange={(e) => setText(e.currentTarget.value)}
        spellCheck={false}
        data-autofocus
      />
      <div aria-live="polite" className={css['answers']}>
        {!empty && found?.length === 0 && <p>{words('diagnose', 'unknown')}</p>}
        {!empty && found?.map((one) => <Answer key={one.class + one.quote} diagnosis={one} />)}
      </div>
    </Dialog>
  );
}

function Answer({ diagnosis }: { diagnosis: Diagnosis }) {
  const words = useWords();
  const empty = useInput((i) => i.files.length === 0);
  const { quote, speaker, params, suspects, look } = diagnosis;
  return (
    <article className={css['answer']}>
      <h3 className={css['meaning']}>{meaningText(words, diagnosis.class, params)}</h3>
      <p className={css['quiet']}>
        <q>{quote}</q> · {words('diagnose', 'said-by', { speaker: words.code('diagnose', `speaker.${speaker}`) })} ·{' '}
        <code>{diagnosis.class}</code>
      </p>
      {suspects.length > 0 && (
        <ul className={css['suspects']} aria-label={words('diagnose', 'may-concern')}>
          {suspects.map((suspect) => (
            <li key={suspect.chain}>
              <OneSuspect suspect={suspect} />
            </li>
          ))}
        </ul>
      )}
      {look.length > 0 && <p>{words('diagnose', empty ? 'no-input' : 'unexplained')}</p>}
      <Look look={look} />
    </article>
  );
}

function OneSuspect({ suspect }: { suspect: Suspect }) {
  const words = useWords();
  const session = useSession();
  const { chain, link, findings, because } = suspect;
  const hop = link === null ? [] : [words('diagnose', 'hop', { hop: words('chain', `link.${link}`) })];
  const about = [...hop, ...because.map((b) => words.code('diagnose', b.code, b.params))].join(' · ');
  return (
    <>
      <button
        type="button"
        className={css['open']}
        onClick={() => session.look({ chain, tab: 'chain', pane: 'main', facet: 'story', selection: null, details: true, dialog: null })}
      >
        {words('diagnose', 'open', { chain })}
      </button>
      {about !== '' && <span className={css['quiet']}> {about}</span>}
      {findings.length > 0 && (
        <p>
          {words('diagnose', 'explained')}: <code>{findings.join(', ')}</code>
        </p>
      )}
    </>
  );
}

function Look({ look }: { look: readonly Said[] }) {
  const words = useWords();
  if (look.length === 0) return null;
  return (
    <ul className={css['look']}>
      {look.map(({ code, params }) => (
        <li key={code}>{words.code('diagnose', code, params)}</li>
      ))}
    </ul>
  );
}
