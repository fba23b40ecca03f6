import { EdgeLabelRenderer, type EdgeProps } from '@xyflow/react';
import { memo } from 'react';
import { CHANGE_SIGNS, labelLines, SIZE, shownLabel } from '../../engine/scene/index.ts';
import { Icon } from '../ui/Icon.tsx';
import type { WireEdge } from './flow.ts';
import { useDim, usePointedAt, useSelected, useShared } from './look.ts';
import { Middle } from './Middle.tsx';

import { Sign } from './Sign.tsx';
import css from './Wire.module.css';

/** Characters of a label line that fit between two columns. */
const MOST = Math.floor((SIZE.maxGap - 20) / 6.35);

/** One edge: its line by state, and a label that is a button. */
export const Wire = memo(function Wire({ data }: EdgeProps<WireEdge>) {
  const { words, say } = useShared();
  const id = data?.edge.id ?? '';
  const dim = useDim(id);
  const chosen = useSelected(id);
  const pointed = usePointedAt(id);
  if (!data) return null;
  const { edge, route } = data;
  const text = edge.kind === 'guard' ? '' : shownLabel(edge);
  const spoken = say(edge);
  const marks = { 'data-state': edge.state, 'data-kind': edge.kind, 'data-change': edge.change ?? undefined, 'data-dim': dim || undefined };
  return (
    <>
      <path className={css['wireHit']} d={route.path} data-stop={id} />
      <path className={css['wire']} d={route.path} {...marks} data-chosen={chosen || undefined} markerEnd={`url(#lc-${edge.state})`} />
      <EdgeLabelRenderer>
        <button
          type="button"
          className={css['label']}
          {...marks}
          data-bare={text === '' || undefined}
          data-stop={id}
          data-pointed={pointed || undefined}
          style={{ transform: `translate(-50%, -50%) translate(${route.x}px, ${route.y}px)` }}
          tabIndex={-1}
          aria-pressed={chosen}
          aria-label={spoken}
          title={spoken}
        >
          {edge.change && (
            <span className={css['labelChange']}>
              {CHANGE_SIGNS[edge.change]} <span className={css['hidden']}>{words('scene', `change.${edge.change}`)}</span>
            </span>
          )}
          {(edge.state !== 'ok' || (text === '' && !(edge.kind === 'chain' && edge.scheme))) && <Sign state={edge.state} />}
          {text !== '' && (
            <span className={css['labelText']}>
              {(route.level ? [text] : labelLines(text)).map((line) => (
                <span key={line}>
                  <Middle text={line} most={MOST} />
                </span>
              ))}
            </span>
          )}
          {edge.kind === 'chain' && edge.scheme && <Icon name={edge.scheme === 'https' ? 'lock' : 'open'} size={12} />}
        </button>
      </EdgeLabelRenderer>
    </>
  );
});
