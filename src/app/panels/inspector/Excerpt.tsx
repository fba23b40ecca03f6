import { useState } from 'react';
import type { ExcerptLine } from '../../state/excerpt.ts';
import { useSession, useView, useWords } from '../../state/hooks.ts';
import { runsOf } from '../../state/runs.ts';
import { Icon } from '../../ui/Icon.tsx';
import { NoiseFold } from '../../ui/NoiseFold.tsx';
import { useNarrow } from '../../ui/useNarrow.ts';
import css from './Excerpt.module.css';
import type { Evidence } from './useEvidence.ts';

/** Lines of a manifest with their numbers, the evidence marked. */
export function Excerpt({ evidence, title, editable }: { evidence: Evidence; title?: string; editable: boolean }) {
  const words = useWords();
  const session = useSession();
  const { place, lines } = evidence;
  // Beside the picture where one chain is drawn and there is room for both.
  const inChain = useView((v) => v.tab === 'chain');
  const narrow = useNarrow();
  const edit = () => {
    const to = { path: place.file, line: place.line };
    session.look(inChain && !narrow ? { drawer: 'text', text: to } : { tab: 'files', pane: 'main', editing: to });
  };
  const where = words('app', 'excerpt.where', { file: place.file, line: place.line, column: place.column });
  return (
    <figure className={css['excerpt']}>
      <figcaption className={css['where']}>
        {title && <span className={css['title']}>{title}</span>}
        <code>{where}</code>
        {editable && (
          <button
            type="button"
            className={css['edit']}
            aria-label={words('app', 'excerpt.edit', { file: place.file, line: place.line })}
            onClick={edit}
          >
            <Icon name="pen" size={13} />
          </button>
        )}
      </figcaption>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by the keyboard */}
      <section className={css['scroll']} tabIndex={0} aria-label={where}>
        <pre className={css['lines']}>
          {runsOf(lines).map(({ noise, items }) =>
            noise ? <Noise key={items[0]?.number} lines={items} /> : items.map((line) => <Line key={line.number} line={line} />),
          )}
        </pre>
      </section>
    </figure>
  );
}

function Noise({ lines }: { lines: readonly ExcerptLine[] }) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <NoiseFold count={lines.length} open={open} onToggle={() => setOpen(!open)} />
      {open && lines.map((line) => <Line key={line.number} line={line} />)}
    </>
  );
}

function Line({ line }: { line: ExcerptLine }) {
  return (
    <span className={css['line']} data-marked={line.mark !== '' || undefined}>
      <span className={css['number']} aria-hidden="true">
        {line.number}
      </span>
      <span className={css['text']}>
        {line.before}
        {line.mark !== '' && <mark>{line.mark}</mark>}
        {line.after}
        {'\n'}
      </span>
    </span>
  );
}
