import type { KeyboardEvent, PointerEvent } from 'react';
import { useStore } from 'zustand';
import { COLUMN_WIDTHS, type Column, setColumn, settings } from '../state/settings.ts';
import css from './Grip.module.css';

const STEP = 20;

/** The edge of a side column, dragged or moved with the arrow keys; a double click, or Enter, makes it as wide as at first. */
export function Grip({ column, label }: { column: Column; label: string }) {
  const width = useStore(settings, (s) => s.columns[column]);
  const { first, min, max } = COLUMN_WIDTHS[column];
  // The list grows to the right, the details to the left.
  const grows = column === 'list' ? 1 : -1;
  const onKeyDown = (event: KeyboardEvent) => {
    const to = { ArrowRight: width + STEP * grows, ArrowLeft: width - STEP * grows, Home: min, End: max, Enter: first }[event.key];
    if (to === undefined) return;
    event.preventDefault();
    setColumn(column, to);
  };
  const onPointerMove = (event: PointerEvent) => {
    if (event.currentTarget.hasPointerCapture(event.pointerId))
      setColumn(column, column === 'list' ? event.clientX : innerWidth - event.clientX);
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: an hr cannot be moved
    <div
      role="separator"
      tabIndex={0}
      className={css['grip']}
      data-column={column}
      aria-orientation="vertical"
      aria-label={label}
      aria-valuenow={width}
      aria-valuemin={min}
      aria-valuemax={max}
      onKeyDown={onKeyDown}
      onPointerDown={(event) => event.currentTarget.setPointerCapture(event.pointerId)}
      onPointerMove={onPointerMove}
      onDoubleClick={() => setColumn(column, first)}
    />
  );
}
