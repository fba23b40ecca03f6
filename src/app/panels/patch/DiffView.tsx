import type { DiffLine, Hunk } from '../../../engine/export/index.ts';
import type { FileChange } from '../../../engine/patch/index.ts';
import { useWords } from '../../state/hooks.ts';
import css from './DiffView.module.css';
import { pairLines } from './pair.ts';

/** One file's changed lines, unified or side by side. */
export function DiffView({ change, mode }: { change: FileChange; mode: 'unified' | 'split' }) {
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
            {mode === 'unified' ? <Unified hunk={hunk} /> : <Split hunk={hunk} />}
          </tbody>
        ))}
      </table>
    </section>
  );
}

const SIGN = { same: ' ', removed: '−', added: '+' } as const;

function Unified({ hunk }: { hunk: Hunk }) {
  return hunk.lines.map((line) => (
    <tr key={`${line.before}:${line.after}`} data-kind={line.kind}>
      <td className={css['number']}>{line.before}</td>
      <td className={css['number']}>{line.after}</td>
      <Text line={line} />
    </tr>
  ));
}

function Split({ hunk }: { hunk: Hunk }) {
  return pairLines(hunk.lines).map(({ left, right }) => (
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
