import { ActionIcon } from '@mantine/core';
import { type KeyboardEvent, type PointerEvent, type ReactNode, useRef } from 'react';
import { Icon } from './Icon.tsx';
import css from './Split.module.css';

const STEP = 5;
/** Nearer to an edge than this, the smaller part is hidden: a sliver serves nobody. */
const SLIVER = 12;

const snapped = (percent: number): number => (percent < SLIVER ? 0 : percent > 100 - SLIVER ? 100 : Math.round(percent));

interface Props {
  top: ReactNode;
  /** What the second part is chosen by; stands in the bar, which is there without it as well. */
  choice: ReactNode;
  /** Null: the first part has all the room. */
  bottom: ReactNode | null;
  /** Percent of the height that the first part has, and has when it is set back; 0 and 100 hide a part. */
  share: number;
  first: number;
  onShare: (percent: number) => void;
  labels: { separator: string; showTop: string; hideTop: string; showBottom: string; hideBottom: string };
}

/** Two parts, one over the other, with a bar between that is dragged or moved with the arrow keys; either part can be hidden. */
export function Split({ top, choice, bottom, share: percent, first, onShare, labels }: Props) {
  const root = useRef<HTMLDivElement>(null);
  // A hidden part comes back as it was before.
  const shared = useRef(first);
  const set = (to: number) => {
    if (percent > 0 && percent < 100) shared.current = percent;
    onShare(snapped(Math.min(100, Math.max(0, to))));
  };
  const drag = (event: PointerEvent) => {
    if (!event.currentTarget.hasPointerCapture(event.pointerId) || !root.current) return;
    const { top: from, height } = root.current.getBoundingClientRect();
    set((100 * (event.clientY - from)) / height);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const to = { ArrowUp: percent - STEP, ArrowDown: percent + STEP, Home: 0, End: 100, Enter: first }[event.key];
    if (to === undefined) return;
    event.preventDefault();
    // A step away from an edge must not fall back to it.
    const out = (percent === 0 && to > 0) || (percent === 100 && to < 100);
    set(out && event.key.startsWith('Arrow') ? (percent === 0 ? SLIVER : 100 - SLIVER) : to);
  };
  const hidden = (part: 'top' | 'bottom') => percent === (part === 'top' ? 0 : 100);
  const toggle = (part: 'top' | 'bottom') => set(hidden(part) ? shared.current : part === 'top' ? 0 : 100);

  return (
    <div ref={root} className={css['split']}>
      <div className={css['part']} style={{ flexGrow: bottom === null ? 1 : percent }} hidden={bottom !== null && hidden('top')}>
        {top}
      </div>
      <div className={css['bar']}>
        {choice}
        {bottom !== null && (
          <>
            {/* biome-ignore lint/a11y/useSemanticElements: an hr cannot be moved */}
            <div
              role="separator"
              tabIndex={0}
              className={css['handle']}
              aria-orientation="horizontal"
              aria-label={labels.separator}
              aria-valuenow={percent}
              aria-valuemin={0}
              aria-valuemax={100}
              onKeyDown={onKeyDown}
              onPointerDown={(event) => event.currentTarget.setPointerCapture(event.pointerId)}
              onPointerMove={drag}
              onDoubleClick={() => set(first)}
            />
            <Fold hidden={hidden('top')} away="up" show={labels.showTop} hide={labels.hideTop} onToggle={() => toggle('top')} />
            <Fold
              hidden={hidden('bottom')}
              away="down"
              show={labels.showBottom}
              hide={labels.hideBottom}
              onToggle={() => toggle('bottom')}
            />
          </>
        )}
      </div>
      {bottom !== null && (
        <div className={css['part']} style={{ flexGrow: 100 - percent }} hidden={hidden('bottom')}>
          {bottom}
        </div>
      )}
    </div>
  );
}

interface FoldProps {
  hidden: boolean;
  /** Where the part goes when it is hidden. */
  away: 'up' | 'down';
  show: string;
  hide: string;
  onToggle: () => void;
}

function Fold({ hidden, away, show, hide, onToggle }: FoldProps) {
  const label = hidden ? show : hide;
  const back = away === 'up' ? 'down' : 'up';
  return (
    <ActionIcon size={24} variant="subtle" color="gray" aria-label={label} title={label} onClick={onToggle}>
      <Icon name={hidden ? back : away} size={13} />
    </ActionIcon>
  );
}
