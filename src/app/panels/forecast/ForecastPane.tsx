import { Skeleton } from '@mantine/core';
import { useState } from 'react';
import type { ForecastSubject } from '../../../engine/forecast/index.ts';
import type { Words } from '../../../words/index.ts';
import { useAnswers, useView, useWords } from '../../state/hooks.ts';
import { useShown } from '../../state/now.ts';
import { useAsk } from '../../state/useAsk.ts';
import { useNarrow } from '../../ui/useNarrow.ts';
import { columnsOf } from './columns.ts';
import css from './Forecast.module.css';
import { ForecastCards } from './ForecastCards.tsx';
import { ForecastTable } from './ForecastTable.tsx';

/** What curl, the browser and Prometheus will see of the chosen chain, from everywhere one may ask. */
export default function ForecastPane() {
  const words = useWords();
  const shown = useShown();
  const id = useView((v) => v.chain);
  const goals = useAnswers((a) => a.preview?.preview.goals);
  const after = shown?.moment === 'after';
  const forecast = useAsk('forecast', id ?? '', ...(after && goals ? [goals] : []));
  if (forecast === undefined) return <Skeleton height={240} m={16} width="auto" />;
  return (
    <section className={css['pane']} aria-labelledby="forecast-title">
      <div className={css['head']}>
        <h2 id="forecast-title" className={css['title']}>
          {words('app', 'forecast.title', { chain: id ?? '' })}
        </h2>
        <p className={css['quiet']}>{words('app', after ? 'forecast.about.after' : 'forecast.about')}</p>
      </div>
      {forecast === null || forecast.subjects.length === 0 ? (
        <p className={css['none']}>{words('app', 'forecast.none')}</p>
      ) : (
        forecast.subjects.map((subject, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: subjects have no name of their own
          <Subject key={i} subject={subject} moment={after ? 'after' : 'before'} />
        ))
      )}
    </section>
  );
}

function Subject({ subject, moment }: { subject: ForecastSubject; moment: 'before' | 'after' }) {
  const words = useWords();
  const narrow = useNarrow();
  const [open, setOpen] = useState<string | null>(null);
  const title = titleOf(subject, words);
  const View = narrow ? ForecastCards : ForecastTable;
  return (
    <section className={css['subject']} aria-label={title}>
      <h3 className={css['sub']}>{title}</h3>
      <View subject={subject} columns={columnsOf(subject)} open={open} onOpen={setOpen} title={title} moment={moment} />
    </section>
  );
}

function titleOf({ role, port, container, workload, service }: ForecastSubject, words: Words): string {
  const where = workload ?? service ?? '';
  const of = container === null ? where : `${container} · ${where}`;
  return words('app', `forecast.subject.${role}`, { port: port ?? '?', of });
}
