import { Button } from '@mantine/core';
import type { ForecastCell, ForecastRow, Outcome } from '../../../engine/forecast/index.ts';
import { classText } from '../../../words/forecast.ts';
import { readable } from '../../../words/index.ts';
import { copyText } from '../../state/download.ts';
import { useWords } from '../../state/hooks.ts';
import { Icon } from '../../ui/Icon.tsx';
import { EvidenceList } from '../inspector/EvidenceList.tsx';
import css from './Forecast.module.css';

/** Why a client will see what it sees, hop by hop, and the command to try it. */
export function OutcomeDetail({ row, cell, moment }: { row: ForecastRow; cell: ForecastCell; moment: 'before' | 'after' }) {
  const words = useWords();
  const command = row.commands.find((c) => c.asking === cell.asking)?.command;
  return (
    <div className={css['detail']}>
      {cell.outcomes.map((outcome) => (
        <One key={outcome.class + (outcome.when?.code ?? '')} outcome={outcome} moment={moment} />
      ))}
      {cell.client === 'curl' && command && (
        <p className={css['command']}>
          <code>{readable(command)}</code>
          <Button size="compact-xs" leftSection={<Icon name="copy" size={13} />} onClick={() => void copyText(command)}>
            {words('app', 'settle.copy')}
          </Button>
        </p>
      )}
    </div>
  );
}

function One({ outcome, moment }: { outcome: Outcome; moment: 'before' | 'after' }) {
  const words = useWords();
  const ats = outcome.why.flatMap((said) => said.at);
  return (
    <div className={css['outcome']}>
      <p>
        <strong>{classText(words, outcome)}</strong>
        {outcome.when && <span> {words.code('forecast', outcome.when.code, outcome.when.params)}</span>}
      </p>
      {outcome.text && <pre className={css['said']}>{outcome.text}</pre>}
      <ol className={css['why']}>
        {outcome.why.map((said) => (
          <li key={said.code + JSON.stringify(said.params)}>{words.code('forecast', said.code, said.params)}</li>
        ))}
      </ol>
      {ats.length > 0 && (
        <details className={css['lines']}>
          <summary>{words('app', 'forecast.lines')}</summary>
          <EvidenceList ats={ats} moment={moment} />
        </details>
      )}
    </div>
  );
}
