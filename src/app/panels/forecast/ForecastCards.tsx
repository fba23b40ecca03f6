import { readable } from '../../../words/index.ts';
import { useWords } from '../../state/hooks.ts';
import { Cell } from './Cell.tsx';
import { cellOf } from './columns.ts';
import css from './Forecast.module.css';
import type { MatrixProps } from './ForecastTable.tsx';
import { OutcomeDetail } from './OutcomeDetail.tsx';

/** The same for a narrow screen: a card for each vantage point. */
export function ForecastCards({ subject, columns, open, onOpen, moment }: MatrixProps) {
  const words = useWords();
  return (
    <ul className={css['cards']}>
      {subject.rows.map((row, i) => {
        const id = `${row.vantage}-${i}`;
        const from = words.code('forecast', `vantage.${row.vantage}`);
        return (
          <li key={id} className={css['card']}>
            <h4 className={css['from']}>
              {from} <code className={css['address']}>{readable(row.address)}</code>
            </h4>
            <dl className={css['pairs']}>
              {columns.map((c) => {
                const cell = cellOf(row, c);
                if (!cell) return null;
                const key = `${id}/${c.client}/${c.asking}`;
                const name = `${words.code('forecast', `client.${c.client}`)} ${words.code('forecast', `asking.${c.asking}`)}`;
                return (
                  <div key={key} className={css['pair']}>
                    <dt>{name}</dt>
                    <dd>
                      <Cell cell={cell} open={open === key} onToggle={() => onOpen(open === key ? null : key)} label={`${from}, ${name}`} />
                      {open === key && <OutcomeDetail row={row} cell={cell} moment={moment} />}
                    </dd>
                  </div>
                );
              })}
            </dl>
          </li>
        );
      })}
    </ul>
  );
}
