import { Fragment } from 'react';
import type { ForecastSubject } from '../../../engine/forecast/index.ts';
import { readable } from '../../../words/index.ts';
import { useWords } from '../../state/hooks.ts';
import { Cell } from './Cell.tsx';
import { type Column, cellOf } from './columns.ts';
import css from './Forecast.module.css';
import { OutcomeDetail } from './OutcomeDetail.tsx';

export interface MatrixProps {
  subject: ForecastSubject;
  columns: readonly Column[];
  /** Row and column whose reasons are shown. */
  open: string | null;
  onOpen: (cell: string | null) => void;
  title: string;
  moment: 'before' | 'after';
}

/** Vantage points down, ways of asking across; a chosen cell opens below its row. */
export function ForecastTable({ subject, columns, open, onOpen, title, moment }: MatrixProps) {
  const words = useWords();
  return (
    <section className={css['scroll']} aria-label={title}>
      <table className={css['table']}>
        <thead>
          <tr>
            <th scope="col">{words('app', 'forecast.from')}</th>
            {columns.map((c) => (
              <th key={c.client + c.asking} scope="col">
                <span className={css['client']}>{words.code('forecast', `client.${c.client}`)}</span>
                {words.code('forecast', `asking.${c.asking}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {subject.rows.map((row, i) => {
            const id = `${row.vantage}-${i}`;
            const chosen = columns.find((c) => open === `${id}/${c.client}/${c.asking}`);
            const cell = chosen && cellOf(row, chosen);
            const from = words.code('forecast', `vantage.${row.vantage}`);
            return (
              <Fragment key={id}>
                <tr>
                  <th scope="row">
                    {from} <code className={css['address']}>{readable(row.address)}</code>
                  </th>
                  {columns.map((c) => {
                    const one = cellOf(row, c);
                    const key = `${id}/${c.client}/${c.asking}`;
                    return (
                      <td key={key}>
                        {one && (
                          <Cell
                            cell={one}
                            open={open === key}
                            onToggle={() => onOpen(open === key ? null : key)}
                            label={`${from}, ${words.code('forecast', `client.${c.client}`)} ${words.code('forecast', `asking.${c.asking}`)}`}
                          />
                        )}
                      </td>
                    );
                  })}
                </tr>
                {cell && (
                  <tr className={css['opened']}>
                    <td colSpan={columns.length + 1}>
                      <OutcomeDetail row={row} cell={cell} moment={moment} />
                    </td>
                  </tr>
                )}
              </Fragment>
            );
          })}
        </tbody>
      </table>
    </section>
  );
}
