import type { Finding } from '../../../engine/checks/index.ts';
import type { Forecast, ForecastCell, ForecastRow } from '../../../engine/forecast/index.ts';
import type { Preview } from '../../../engine/patch/index.ts';
import { findingText } from '../../../words/findings.ts';
import { classText } from '../../../words/forecast.ts';
import { useView, useWords } from '../../state/hooks.ts';
import { useAsk } from '../../state/useAsk.ts';
import { SeverityIcon } from '../../ui/Mark.tsx';
import css from './PatchPanel.module.css';

/** The proof in short: findings that come and go, and what each vantage point sees before and after. */
export function Outlook({ preview }: { preview: Preview }) {
  const words = useWords();
  const chain = useView((v) => v.chain);
  const told = preview.goals.findLast((g, i) => g.chain === chain && !preview.refusals[i])?.chain;
  return (
    <>
      <Said title={words('app', 'patch.newFindings')} findings={preview.newFindings} />
      <Said title={words('app', 'patch.gone')} findings={preview.gone} />
      {told !== undefined && <Seen chain={told} preview={preview} />}
    </>
  );
}

const MOST = 6;

function Said({ title, findings }: { title: string; findings: readonly Finding[] }) {
  const words = useWords();
  if (findings.length === 0) return null;
  return (
    <section aria-label={title}>
      <h3 className={css['sub']}>{title}</h3>
      <ul className={css['lines']}>
        {findings.slice(0, MOST).map((f, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a code may occur twice
          <li key={`${f.code}-${i}`} className={css['line']}>
            <SeverityIcon severity={f.severity} />
            <span>
              {findingText(words, f.code, f.params)} <code>{f.code}</code>
            </span>
          </li>
        ))}
        {findings.length > MOST && <li className={css['line']}>{words('queries', 'more', { count: findings.length - MOST })}</li>}
      </ul>
    </section>
  );
}

function Seen({ chain, preview }: { chain: string; preview: Preview }) {
  const words = useWords();
  const before = useAsk('forecast', chain);
  const after = useAsk('forecast', chain, [...preview.goals]);
  if (!before || !after) return null;
  const rows = changesOf(before, after);
  return (
    <section aria-labelledby="seen-title">
      <h3 id="seen-title" className={css['sub']}>
        {words('app', 'patch.forecast')}
      </h3>
      {rows.length === 0 ? (
        <p className={css['quiet']}>{words('app', 'patch.forecast.none')}</p>
      ) : (
        <table className={css['seen']}>
          <thead>
            <tr>
              {(['patch.from', 'patch.asked', 'patch.before', 'patch.then'] as const).map((key) => (
                <th key={key} scope="col">
                  {words('app', key)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(({ key, vantage, cell, was, is }) => (
              <tr key={key}>
                <th scope="row">{words.code('forecast', `vantage.${vantage}`)}</th>
                <td>
                  {words.code('forecast', `client.${cell.client}`)} {words.code('forecast', `asking.${cell.asking}`)}
                </td>
                <td>{was ? textOf(was, words) : '–'}</td>
                <td>{textOf(is, words)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}

const textOf = (cell: ForecastCell, words: ReturnType<typeof useWords>): string =>
  [...new Set(cell.outcomes.map((o) => classText(words, o)))].join(words('app', 'forecast.or'));

interface Change {
  key: string;
  vantage: ForecastRow['vantage'];
  cell: ForecastCell;
  was: ForecastCell | null;
  is: ForecastCell;
}

/** Cells of the scraped port that end otherwise; browsers see what curl sees and are left out. */
function changesOf(before: Forecast, after: Forecast): Change[] {
  const rows = (of: Forecast): ForecastRow[] => of.subjects.find((s) => s.role === 'scraped')?.rows ?? [];
  const classes = (cell: ForecastCell): string => cell.outcomes.map((o) => `${o.class} ${o.status}`).join();
  const old = rows(before);
  return rows(after).flatMap((row) =>
    row.cells.flatMap((is): Change[] => {
      if (is.client === 'browser') return [];
      const was = old.find((r) => r.vantage === row.vantage)?.cells.find((c) => c.client === is.client && c.asking === is.asking) ?? null;
      if (was && classes(was) === classes(is)) return [];
      return [{ key: `${row.vantage} ${row.address} ${is.client} ${is.asking}`, vantage: row.vantage, cell: is, was, is }];
    }),
  );
}
