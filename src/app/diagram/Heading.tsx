import type { NodeProps } from '@xyflow/react';
import { memo } from 'react';
import { groupTitle } from '../../words/scene.ts';
import { Icon } from '../ui/Icon.tsx';
import { type HeadingNode, HIT } from './flow.ts';
import css from './Lane.module.css';
import { useShared } from './look.ts';

/** The heading over a namespace's lanes: folds them, and leads to a picture of this namespace alone. */
export const Heading = memo(function Heading({ data: { group } }: NodeProps<HeadingNode>) {
  const { words, ways } = useShared();
  const { namespace, folded } = group;
  return (
    <div className={css['heading']}>
      <h3 className={css['headingTitle']}>
        {ways && !group.again ? (
          <button type="button" className={`nopan ${css['fold']}`} style={HIT} aria-expanded={!folded} onClick={() => ways.fold(namespace)}>
            <Icon name={folded ? 'next' : 'down'} size={13} />
            <span className={css['laneName']}>{groupTitle(words)(group)}</span>
          </button>
        ) : (
          <span className={css['laneName']}>{groupTitle(words)(group)}</span>
        )}
      </h3>
      {ways && !group.again && (
        <button type="button" className={`nopan ${css['way']}`} style={HIT} onClick={() => ways.namespace(namespace)}>
          {words('scene', 'group.only')}
        </button>
      )}
    </div>
  );
});
