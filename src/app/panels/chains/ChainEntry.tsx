import { memo } from 'react';
import type { ChainRow } from '../../../engine/api.ts';
import type { GoalName } from '../../../engine/patch/index.ts';
import { verdictText } from '../../../words/findings.ts';
import { shortened } from '../../../words/index.ts';
import { NOWHERE } from '../../diagram/pointed.ts';
import { usePointed, useSession, useWords } from '../../state/hooks.ts';
import { Icon } from '../../ui/Icon.tsx';
import { SchemeMark, StatusMark, SymptomMark } from '../../ui/Mark.tsx';
import css from './ChainList.module.css';

/** One chain in the list: status, monitor, port, what it really speaks, and what it scrapes. */
export const ChainEntry = memo(function ChainEntry({ row, chosen, goal }: { row: ChainRow; chosen: boolean; goal: GoalName | null }) {
  const words = useWords();
  const session = useSession();
  const code = row.first ?? row.warnings[0];
  const marked = usePointed((p) => p.chains.includes(row.id));
  const said = verdictText(words, row.status, row.verdict);
  return (
    <button
      type="button"
      className={css['entry']}
      aria-current={chosen ? 'true' : undefined}
      data-pointed={marked || undefined}
      onPointerEnter={() => session.pointed.setState({ id: null, chains: [row.id] })}
      onPointerLeave={() => session.pointed.setState(NOWHERE)}
      onClick={() => session.look({ chain: row.id, selection: null, tab: 'chain', pane: 'main', moment: 'after' })}
    >
      <span className={css['line']}>
        <StatusMark status={row.status} />
        <span className={css['kind']}>{row.monitorKind}</span>
        <span className={css['scheme']}>
          <SchemeMark scheme={row.serves} />
          {goal && (
            <span className={css['goal']}>
              <Icon name="arrow" size={12} />
              {words('app', `chains.goal.${goal.startsWith('fix:') ? 'fix' : (goal as Exclude<GoalName, `fix:${string}`>)}`)}
            </span>
          )}
        </span>
      </span>
      <span className={css['monitor']}>
        <span className={css['ns']}>{shortened(row.namespace)}/</span>
        {shortened(row.monitor)}
        {row.index !== null && row.index > 0 && <span className={css['ns']}> #{row.index}</span>}
        <span className={css['port']}>{shortened(row.port) || words('app', 'chains.noPort')}</span>
      </span>
      <span className={css['line']}>
        <span className={css['target']}>
          {row.workloads.length > 0 ? shortened(row.workloads.join(', ')) : words('app', 'chains.noTarget')}
        </span>
        {code && <span className={css['why']}>{code}</span>}
      </span>
      {row.verdict.code && (
        <span className={css['verdict']} title={said}>
          {row.symptom && <SymptomMark symptom={row.symptom} />} {said}
        </span>
      )}
    </button>
  );
});
