import { useState } from 'react';
import type { DiffLine } from '../../../engine/export/index.ts';
import type { FileChange } from '../../../engine/patch/index.ts';
import { useWords } from '../../state/hooks.ts';
import { runsOf } from '../../state/runs.ts';
import { NoiseFold } from '../../ui/NoiseFold.tsx';
import css from './DiffView.module.css';
import { pairLines } from './pair.ts';

/** One file's changed lines, unified or side by side. */
export function DiffView({ change, mode }: { change: FileChange; mode: Mode }) {
  const words = useWords();
  const label = words('app', 'diff.of', { file: change.path });
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by the keyboard
    <section className={css['diff']} tabIndex={0} aria-label={label}>
      <table className={css['table']} data-mode={mode}>
        <caption className={css['hidden']}>{label}</caption>
        {change.hunks.map((hunk) => (
          <tbody key={`${hunk.beforeStart}:${hunk.afterStart}`}>
            <tr className={css['hunk']}>
              <td colSpan={mode === 'unified' ? 3 : 4}>
                <code>{`@@ -${hunk.beforeStart},${hunk.beforeLines} +${hunk.afterStart},${hunk.afterLines} @@`}</code>
              </td>
            </tr>
            {runsOf(hunk.lines).map(({ noise, items }) =>
              noise ? (
                <Noise key={items[0]?.before} lines={items} mode={mode} />
              ) : (
                <Lines key={`${items[0]?.before}:${items[0]?.after}`} lines={items} mode={mode} />
              ),
            )}
          </tbody>
        ))}
      </table>
    </section>
  );
}

const SIGN = { same: ' ', removed: '−', added: '+' } as const;

type Mode = 'unified' | 'split';
const Lines = ({ lines, mode }: { lines: readonly DiffLine[]; mode: Mode }) =>
  mode === 'unified' ? <Unified lines={lines} /> : <Split lines={lines} />;

/** Unchanged lines that the server wrote, folded away. */
function Noise({ lines, mode }: { lines: readonly DiffLine[]; mode: Mode }) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <tr>
        <td colSpan={mode === 'unified' ? 3 : 4}>
          <NoiseFold count={lines.length} open={open} onToggle={() => setOpen(!open)} />
        </td>
      </tr>
      {open && <Lines lines={lines} mode={mode} />}
    </>
  );
}

function Unified({ lines }: { lines: readonly DiffLine[] }) {
  return lines.map((line) => (
    <tr key={`${line.before}:${line.after}`} data-kind={line.kind}>
      <td className={css['number']}>{line.before}</td>
      <td className={css['number']}>{line.after}</td>
      <Text line={line} />
    </tr>
  ));
}

function Split({ lines }: { lines: readonly DiffLine[] }) {
  return pairLines(lines).map(({ left, right }) => (
    <tr key={`${left?.before}:${right?.after}`}>
      <td className={css['number']} data-kind={left?.kind}>
        {left?.before}
      </td>
      <Text line={left} />
      <td className={css['number']} data-kind={right?.kind}>
        {right?.after}
      </td>
      <Text line={right} />
    </tr>
  ));
}

/** The sign says added or removed where colour does not; screen readers hear the words. */
function Text({ line }: { line: DiffLine | null }) {
  const words = useWords();
  if (!line) return <td className={css['text']} data-kind="none" />;
  return (
    <td className={css['text']} data-kind={line.kind}>
      <span className={css['sign']} aria-hidden="true">
        {SIGN[line.kind]}
      </span>
      {line.kind !== 'same' && <span className={css['hidden']}>{words('app', `diff.${line.kind}`)}</span>}
      <code>{line.text.replace(/\r?\n$/, '')}</code>
    </td>
  );
}
