import type { NodeProps } from '@xyflow/react';
import { memo } from 'react';
import { Icon } from '../ui/Icon.tsx';
import type { LaneNode } from './flow.ts';
import css from './Lane.module.css';
import { useShared } from './look.ts';

/** The band behind one workload's chains, with its name and the worst status in it. */
export const Lane = memo(function Lane({ data: { lane } }: NodeProps<LaneNode>) {
  const { words } = useShared();
  return (
    <div className={css['lane']} data-status={lane.status}>
      <h3 className={css['laneTitle']} title={lane.title}>
        <span className={css['laneStatus']} data-status={lane.status}>
          <Icon name={lane.status} size={13} />
          {words('chain', `status.${lane.status}`)}
        </span>
        <span className={css['laneName']}>{lane.title}</span>
        <span className={css['laneCount']}>{words('scene', 'lane.chains', { count: lane.chains.length })}</span>
      </h3>
    </div>
  );
});
