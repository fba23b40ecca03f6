import { Button } from '@mantine/core';
import type { TieMark } from '../../../engine/text/index.ts';
import { useWords } from '../../state/hooks.ts';
import { StateMark } from '../../ui/Mark.tsx';
import css from './Editor.module.css';
import { tieText } from './marks.ts';

const SHOWN = 4;

interface Props {
  ties: readonly TieMark[];
  onGo: (tie: TieMark) => void;
  onRename: (tie: TieMark) => void;
}

/** What the name at the cursor is bound to, with the way there. */
export function TiesAt({ ties, onGo, onRename }: Props) {
  const words = useWords();
  const port = ties.find((tie) => tie.port);
  return (
    <section className={css['ties']} aria-label={words('app', 'tie.title')} aria-live="polite">
      {ties.length === 0 && <p className={css['quiet']}>{words('app', 'tie.none')}</p>}
      <ul>
        {ties.slice(0, SHOWN).map((tie) => (
          <li key={JSON.stringify([tie.name, tie.link, tie.chain, tie.other])}>
            <StateMark state={tie.state} />
            <span>{tieText(words, tie)}</span>
            {tie.other && (
              <Button size="compact-xs" variant="default" onClick={() => onGo(tie)}>
                {words('app', 'tie.go', { place: `${tie.other.file}:${tie.other.line}` })}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {port && (
        <Button size="compact-xs" onClick={() => onRename(port)}>
          {words('app', 'rename.open', { name: port.value })}
        </Button>
      )}
    </section>
  );
}
