import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';
import type { Hit } from '../../../engine/search/index.ts';
import { useSession, useWords } from '../../state/hooks.ts';
import { useAsk } from '../../state/useAsk.ts';
import { Icon, type IconName } from '../../ui/Icon.tsx';
import { StatusMark } from '../../ui/Mark.tsx';
import { Dialog } from '../dialogs/Dialog.tsx';
import { commandsOf } from './commands.ts';
import css from './Search.module.css';

interface Choice {
  id: string;
  hit: Hit | null;
  text: string;
  run(): void;
}

/** Chains, objects, ports, labels and commands by name; arrows choose, Enter goes there. */
export function SearchDialog() {
  const words = useWords();
  const session = useSession();
  const list = useId();
  const [line, setLine] = useState('');
  const [at, setAt] = useState(0);
  const found = useAsk('search', line);
  const close = () => session.look({ dialog: null });
  const asked = line.trim().toLowerCase();
  const commands = commandsOf(session, words).filter((c) => asked === '' || c.text.toLowerCase().includes(asked));
  const choices: Choice[] = [
    ...(found?.hits ?? []).map((hit): Choice => ({ id: hit.id, hit, text: hit.text, run: () => goTo(session, hit) })),
    ...commands.map((c): Choice => ({ ...c, hit: null })),
  ];
  const chosen = Math.min(at, Math.max(choices.length - 1, 0));
  const active = useRef<HTMLDivElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is chosen is brought into view
  useEffect(() => {
    active.current?.scrollIntoView({ block: 'nearest' });
  }, [chosen, line]);
  const take = (choice: Choice | undefined) => {
    if (!choice) return;
    close();
    choice.run();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined) setAt((chosen + step + choices.length) % Math.max(choices.length, 1));
    else if (event.key === 'Enter' && !event.nativeEvent.isComposing) take(choices[chosen]);
    else return;
    event.preventDefault();
  };
  return (
    <Dialog title={words('app', 'search.title')} onClose={close} wide>
      <input
        className={css['input']}
        role="combobox"
        aria-expanded="true"
        aria-controls={list}
        aria-activedescendant={choices[chosen] ? `${list}-${chosen}` : undefined}
        aria-label={words('app', 'search.label')}
        placeholder={words('app', 'search.placeholder')}
        value={line}
        onChange={(e) => {
          setLine(e.currentTarget.value);
          setAt(0);
        }}
        onKeyDown={onKeyDown}
        data-autofocus
        spellCheck={false}
        autoComplete="off"
      />
      <p className={css['hint']}>{words('app', 'search.hint')}</p>
      <p className={css['count']} aria-live="polite">
        {found && asked !== '' ? words('app', 'search.count', { count: found.count }) : ''}
      </p>
      <div className={css['list']} id={list} role="listbox" aria-label={words('app', 'search.results')}>
        {choices.map((choice, i) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: keys work from the input
          // biome-ignore lint/a11y/useFocusableInteractive: the input keeps the focus and names the chosen one
          <div
            key={choice.id}
            id={`${list}-${i}`}
            role="option"
            aria-selected={i === chosen}
            ref={i === chosen ? active : undefined}
            className={css['choice']}
            onClick={() => take(choice)}
          >
            {choice.hit ? <HitText hit={choice.hit} /> : <CommandText text={choice.text} />}
          </div>
        ))}
      </div>
    </Dialog>
  );
}

const ICONS: Record<Hit['kind'], IconName> = { chain: 'share', object: 'file', port: 'swap', label: 'info' };

function HitText({ hit }: { hit: Hit }) {
  const words = useWords();
  return (
    <>
      <Icon name={ICONS[hit.kind]} size={14} />
      <span className={css['kind']}>{words('app', hit.kind === 'label' ? 'search.label-hit' : `search.${hit.kind}`)}</span>
      <span className={css['text']}>{hit.text}</span>
      <span className={css['of']}>
        {[hit.of, hit.namespace, hit.kind === 'chain' ? '' : nameOf(hit.object)].filter(Boolean).join(' · ')}
      </span>
      {hit.kind === 'chain' && hit.status && <StatusMark status={hit.status} />}
    </>
  );
}

const nameOf = (id: string): string => id.split('/').at(-1) ?? id;

function CommandText({ text }: { text: string }) {
  const words = useWords();
  return (
    <>
      <Icon name="arrow" size={14} />
      <span className={css['kind']}>{words('app', 'search.command')}</span>
      <span className={css['text']}>{text}</span>
    </>
  );
}

/** Where a hit is shown: in the picture of its worst chain, else in its file. */
function goTo(session: ReturnType<typeof useSession>, { kind, chain, object, file }: Hit): void {
  if (chain === null) session.look({ tab: 'files', pane: 'main', editing: { path: file, line: 1 }, selection: null });
  else session.look({ tab: 'chain', pane: 'main', chain, selection: kind === 'chain' ? null : object, moment: 'before' });
}
