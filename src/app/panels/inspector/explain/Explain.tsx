import { Button, Skeleton } from '@mantine/core';
import { useState } from 'react';
import type { Said } from '../../../../engine/chain/index.ts';
import type { Explanation, Way } from '../../../../engine/explain/index.ts';
import { explainedText } from '../../../../words/explained.ts';
import type { Words } from '../../../../words/index.ts';
import { copyText } from '../../../state/download.ts';
import { useAnswers, useWords } from '../../../state/hooks.ts';
import { useAsk } from '../../../state/useAsk.ts';
import { Icon } from '../../../ui/Icon.tsx';
import { EvidenceList } from '../EvidenceList.tsx';
import css from './Explain.module.css';

type Moment = 'before' | 'after';

/** The chain as somebody would tell it, sentence by sentence with its lines, and the ways to read it from outside. */
export function Explain({ chain, moment }: { chain: string; moment: Moment }) {
  const words = useWords();
  const goals = useAnswers((a) => a.preview?.preview.goals);
  const told = useAsk('explain', chain, ...(moment === 'after' && goals ? [goals] : []));
  if (!told) return <Skeleton height={240} m={12} width="auto" />;
  return (
    <div className={css['body']}>
      <Button
        size="compact-xs"
        className={css['copy'] ?? ''}
        leftSection={<Icon name="copy" size={13} />}
        onClick={() => void copyText(asText(told, words))}
      >
        {words('explain', 'ui.copy')}
      </Button>
      {told.paragraphs.map(({ title, sentences }) => (
        <section key={title} aria-label={words.code('explain', `title.${title}`)}>
          <h3 className={css['title']}>{words.code('explain', `title.${title}`)}</h3>
          <Sentences sentences={sentences} moment={moment} />
        </section>
      ))}
      {told.ways.length > 0 && (
        <section aria-label={words('explain', 'title.ways')}>
          <h3 className={css['title']}>{words('explain', 'title.ways')}</h3>
          {told.ways.map((way) => (
            <OneWay key={way.id} way={way} moment={moment} />
          ))}
        </section>
      )}
    </div>
  );
}

function Sentences({ sentences, moment }: { sentences: readonly Said[]; moment: Moment }) {
  const words = useWords();
  return (
    <ul className={css['sentences']}>
      {sentences.map((said) => (
        <li key={said.code + JSON.stringify(said.params)}>
          {explainedText(words, said)} {said.at.length > 0 && <Lines said={said} moment={moment} />}
        </li>
      ))}
    </ul>
  );
}

/** The lines behind a sentence, looked up when somebody wants them. */
function Lines({ said, moment }: { said: Said; moment: Moment }) {
  const words = useWords();
  const [open, setOpen] = useState(false);
  return (
    <details className={css['lines']} onToggle={(e) => setOpen(e.currentTarget.open)}>
      <summary>{words('explain', 'ui.lines')}</summary>
      {open && <EvidenceList ats={said.at} moment={moment} />}
    </details>
  );
}

function OneWay({ way, moment }: { way: Way; moment: Moment }) {
  const words = useWords();
  return (
    <details className={css['way']} data-fits={way.fits}>
      <summary>
        {words.code('explain', `way.${way.id}`)} {!way.fits && <span className={css['not']}>({words('explain', 'ui.not')})</span>}
      </summary>
      {way.steps.length > 0 && (
        <>
          <h4 className={css['sub']}>{words('explain', 'ui.steps')}</h4>
          <Sentences sentences={way.steps} moment={moment} />
          <h4 className={css['sub']}>{words('explain', 'ui.costs')}</h4>
        </>
      )}
      <Sentences sentences={way.consequences} moment={moment} />
    </details>
  );
}

function asText({ paragraphs, ways }: Explanation, words: Words): string {
  const told = paragraphs.map(({ title, sentences }) =>
    [words.code('explain', `title.${title}`), ...sentences.map((s) => explainedText(words, s))].join('\n'),
  );
  const roads = ways
    .filter((w) => w.fits)
    .map((w) =>
      [`${words.code('explain', `way.${w.id}`)}:`, ...[...w.steps, ...w.consequences].map((s) => explainedText(words, s))].join('\n'),
    );
  return [...told, ...(roads.length > 0 ? [words('explain', 'title.ways'), ...roads] : [])].join('\n\n');
}
