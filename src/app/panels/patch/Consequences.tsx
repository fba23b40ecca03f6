import type { Preview } from '../../../engine/patch/index.ts';
import type { CutRow } from '../../../engine/queries/index.ts';
import { useWords } from '../../state/hooks.ts';
import { useAsk } from '../../state/useAsk.ts';
import { Command } from '../../ui/Command.tsx';
import { SeverityIcon } from '../../ui/Mark.tsx';
import css from './PatchPanel.module.css';

/** What no diff shows: who can read the metrics now, what restarts, which rules and panels lose their series. */
export function Consequences({ preview }: { preview: Preview }) {
  const words = useWords();
  const cut = useAsk('cutOff', [...preview.goals]);
  const lost = cut?.filter((c) => c.verdict !== 'fed') ?? [];
  if (preview.consequences.length === 0 && lost.length === 0) return null;
  return (
    <section aria-labelledby="consequences-title">
      <h3 id="consequences-title" className={css['sub']}>
        {words('app', 'patch.consequences')}
      </h3>
      <ul className={css['lines']}>
        {preview.consequences.map((c, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a code may occur twice
          <li key={`${c.code}-${i}`} className={css['line']}>
            <SeverityIcon severity={c.severity} />
            <ConsequenceText {...c} />
          </li>
        ))}
      </ul>
      {lost.length > 0 && <CutOff rows={lost} />}
    </section>
  );
}

/** The command of a sentence stands below it, to be copied. */
function ConsequenceText({ code, params }: Preview['consequences'][number]) {
  const words = useWords();
  const { command } = params;
  if (command === undefined) return <span>{words.code('patch', code, params)}</span>;
  return (
    <div>
      {words.code('patch', code, { ...params, command: '' }).replace(/\s+$/, '')}
      <Command command={String(command)} />
    </div>
  );
}

/** Lines shown; the list of all rules tells the rest once the change is applied. */
const MOST = 12;

function CutOff({ rows }: { rows: readonly CutRow[] }) {
  const words = useWords();
  return (
    <>
      <h4 className={css['sub']}>{words('queries', 'cut.title')}</h4>
      <ul className={css['lines']}>
        {rows.slice(0, MOST).map(({ row }) => (
          <li key={row.id} className={css['line']}>
            <SeverityIcon severity="warning" />
            <span>
              {words('queries', 'cut.line', {
                name: row.name,
                form: words('queries', `form.${row.form}`),
                group: row.group,
                matchers: row.expr.slice(0, 120),
              })}
            </span>
          </li>
        ))}
        {rows.length > MOST && <li className={css['line']}>{words('queries', 'more', { count: rows.length - MOST })}</li>}
      </ul>
    </>
  );
}
