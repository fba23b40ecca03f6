import { useVirtualizer } from '@tanstack/react-virtual';
import { type ReactNode, useRef } from 'react';
import css from './VirtualList.module.css';

/** Lists up to this length are plain: simplest for the keyboard, for find-in-page and for screen readers. */
const PLAIN = 100;

interface Props<T> {
  items: readonly T[];
  keyOf: (item: T) => string;
  render: (item: T) => ReactNode;
  label: string;
  /** Pixels a row takes before it is measured. */
  rowHeight: number;
}

/** A scrolling list that draws only what is seen once it is long. */
export function VirtualList<T>(props: Props<T>) {
  return props.items.length > PLAIN ? <Long {...props} /> : <Plain {...props} />;
}

function Plain<T>({ items, keyOf, render, label }: Props<T>) {
  return (
    <ul aria-label={label} className={css['scroll']}>
      {items.map((item) => (
        <li key={keyOf(item)}>{render(item)}</li>
      ))}
    </ul>
  );
}

function Long<T>({ items, keyOf, render, label, rowHeight }: Props<T>) {
  const scroller = useRef<HTMLDivElement>(null);
  const rows = useVirtualizer({
    count: items.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    getItemKey: (i) => keyOf(items[i] as T),
    overscan: 8,
  });
  return (
    <div ref={scroller} className={css['scroll']}>
      <ul aria-label={label} style={{ height: rows.getTotalSize(), position: 'relative' }}>
        {rows.getVirtualItems().map((row) => (
          <li
            key={row.key}
            ref={rows.measureElement}
            data-index={row.index}
            aria-setsize={items.length}
            aria-posinset={row.index + 1}
            className={css['row']}
            style={{ transform: `translateY(${row.start}px)` }}
          >
            {render(items[row.index] as T)}
          </li>
        ))}
      </ul>
    </div>
  );
}
