import type { NodeProps } from '@xyflow/react';
import { memo } from 'react';
import { Icon } from '../ui/Icon.tsx';
import { HIT, type LaneNode } from './flow.ts';
import css from './Lane.module.css';
import { useShared } from './look.ts';

/** The band behind one workload's chains, with its name, the worst status in it, and the way to all of it in detail. */
export const Lane = memo(function Lane({ data: { lane, nested } }: NodeProps<LaneNode>) {
  const { words, ways } = useShared();
  const { workload } = lane;
  const Title = nested ? 'h4' : 'h3';
  return (
    <div className={css['lane']} data-status={lane.status}>
      <Title className={css['laneTitle']} title={lane.title}>
        <span className={css['laneStatus']} data-status={lane.status}>
          <Icon name={lane.status} size={13} />
          {words('chain', `status.${lane.status}`)}
        </span>
        <span className={css['laneName']}>{lane.title}</span>
        <span className={css['laneCount']}>{words('scene', 'lane.chains', { count: lane.chains.length })}</span>
        {ways && workload !== null && (
          <button type="button" className={`nopan ${css['way']}`} style={HIT} onClick={() => ways.workload(workload)}>
            {words('scene', 'lane.open')}
          </button>
        )}
      </Title>
    </div>
  );
});
