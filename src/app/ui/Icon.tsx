import { LOCKS } from '../../engine/scene/index.ts';

/** Strokes on a 16 × 16 grid. Always beside a word, or on a button with a label: an icon alone says nothing here. */
const PATHS = {
  ok: 'M8 1.8a6.2 6.2 0 1 0 0 12.4A6.2 6.2 0 0 0 8 1.8M5 8.2l2.1 2.1L11.2 6',
  broken: 'M5.4 1.8h5.2l3.6 3.6v5.2l-3.6 3.6H5.4l-3.6-3.6V5.4zM5.7 5.7l4.6 4.6M10.3 5.7l-4.6 4.6',
  partial: 'M8 1.8 14.6 13.6H1.4zM8 6v3.6M8 11.4v.3',
  incomplete: 'M6 6a2 2 0 1 1 2.7 1.9c-.5.2-.7.6-.7 1.1v.4M8 11.6v.2M8 1.8a6.2 6.2 0 1 0 0 12.4A6.2 6.2 0 0 0 8 1.8',
  external: 'M6.5 3H3v10h10V9.5M9 2.5h4.5V7M13.3 2.7 7.5 8.5',
  unenforced: 'M8 1.8 13.5 4v4c0 3-2.3 5.2-5.5 6.2C4.8 13.2 2.5 11 2.5 8V4zM3 13 13 3',
  info: 'M8 1.8a6.2 6.2 0 1 0 0 12.4A6.2 6.2 0 0 0 8 1.8M8 7.2v4M8 4.8v.2',
  lock: LOCKS.https,
  open: LOCKS.http,
  add: 'M8 3v10M3 8h10',
  paste: 'M5.5 3H3.5v11h9V3h-2M5.5 2h5v2.5h-5zM6 8h4M6 10.5h4',
  share:
    'M10.5 5.5 5.5 8l5 2.5M12 3.2a1.6 1.6 0 1 0 0 3.2 1.6 1.6 0 0 0 0-3.2M4 6.4a1.6 1.6 0 1 0 0 3.2 1.6 1.6 0 0 0 0-3.2M12 9.6a1.6 1.6 0 1 0 0 3.2 1.6 1.6 0 0 0 0-3.2',
  download: 'M8 2v8M4.7 7 8 10.3 11.3 7M2.5 13.5h11',
  undo: 'M5.5 3 2.5 6l3 3M2.8 6H10a3.5 3.5 0 0 1 0 7H6',
  redo: 'M10.5 3l3 3-3 3M13.2 6H6a3.5 3.5 0 0 0 0 7h4',
  trash: 'M2.5 4h11M6 4V2.5h4V4M4 4l.7 9.5h6.6L12 4M6.7 6.8v4M9.3 6.8v4',
  close: 'M4 4l8 8M12 4l-8 8',
  sun: 'M8 5.2a2.8 2.8 0 1 0 0 5.6 2.8 2.8 0 0 0 0-5.6M8 1.5v1.6M8 12.9v1.6M1.5 8h1.6M12.9 8h1.6M3.4 3.4l1.1 1.1M11.5 11.5l1.1 1.1M3.4 12.6l1.1-1.1M11.5 4.5l1.1-1.1',
  moon: 'M13 9.5A5.5 5.5 0 0 1 6.5 3 5.6 5.6 0 1 0 13 9.5z',
  language: 'M8 1.8a6.2 6.2 0 1 0 0 12.4A6.2 6.2 0 0 0 8 1.8M2 8h12M8 1.8c-3.6 3.7-3.6 8.7 0 12.4M8 1.8c3.6 3.7 3.6 8.7 0 12.4',
  file: 'M4 1.8h5l3.2 3.2v9.2H4zM9 1.8V5h3.2',
  folder: 'M1.8 4h4.4l1.4 1.6h6.6v7H1.8z',
  back: 'M9.5 3.5 5 8l4.5 4.5',
  up: 'M4 10l4-4 4 4',
  down: 'M4 6l4 4 4-4',
  next: 'M6 4l4 4-4 4',
  hidden: 'M2 8s2.2-4 6-4 6 4 6 4-2.2 4-6 4-6-4-6-4M2.5 2.5l11 11',
  arrow: 'M2.5 8h10.5M9.5 4.5 13 8l-3.5 3.5',
  copy: 'M5.5 5.5h8v8h-8zM10.5 5.5v-3h-8v8h3',
  swap: 'M3 6h9.5M10 3.2 12.8 6 10 8.8M13 10.5H3.5M6 7.7 3.2 10.5 6 13.3',
  search: 'M7 2.5a4.5 4.5 0 1 0 0 9 4.5 4.5 0 0 0 0-9M10.3 10.3l3.4 3.4',
  pen: 'M10.8 2.6l2.6 2.6-7.6 7.6-3.3.7.7-3.3zM9.2 4.2l2.6 2.6',
  check: 'M3 8.5 6.5 12 13 4.5',
  sample: 'M6 2h4M6.8 2v4.2L3 13.2c-.2.5.1.8.5.8h9c.4 0 .7-.3.5-.8L9.2 6.2V2M4.8 10h6.4',
  chart: 'M2.5 2.5v11h11M5 10.5l2.6-3.4 2.2 1.8 3.4-4.6',
  target: 'M8 3.2a4.8 4.8 0 1 0 0 9.6 4.8 4.8 0 0 0 0-9.6M8 6.6a1.4 1.4 0 1 0 0 2.8 1.4 1.4 0 0 0 0-2.8M8 1.5v3M8 11.5v3M1.5 8h3M11.5 8h3',
  hub: 'M6.6 6.6h2.8v2.8H6.6zM2 2.6h2.8v2.8H2zM11.2 2.6H14v2.8h-2.8zM6.6 11.4h2.8v2.8H6.6zM4.6 5l2.2 1.8M11.4 5 9.2 6.8M8 9.4v2',
  cube: 'M8 1.8 13.4 4.8v6.4L8 14.2l-5.4-3V4.8zM2.8 4.9 8 7.8l5.2-2.9M8 7.8v6.2',
  socket:
    'M8 6.6a1.4 1.4 0 1 0 0 2.8 1.4 1.4 0 0 0 0-2.8M5 5a4.2 4.2 0 0 0 0 6M11 5a4.2 4.2 0 0 1 0 6M3 3a7 7 0 0 0 0 10M13 3a7 7 0 0 1 0 10',
  shield: 'M8 1.8 13.5 4v4c0 3-2.3 5.2-5.5 6.2C4.8 13.2 2.5 11 2.5 8V4z',
  person: 'M8 2.2a2.6 2.6 0 1 0 0 5.2 2.6 2.6 0 0 0 0-5.2M2.8 13.8c.4-2.9 2.5-4.4 5.2-4.4s4.8 1.5 5.2 4.4',
  key: 'M5 5.6a2.9 2.9 0 1 0 0 5.8 2.9 2.9 0 0 0 0-5.8M7.9 8.5h6.3v2.6M11.6 8.5v2',
  screen: 'M2 3h12v8H2zM5.5 13.6h5M8 11v2.6',
} as const;
export type IconName = keyof typeof PATHS;

export function Icon({ name, size = 16, className }: { name: IconName; size?: number; className?: string | undefined }) {
  return (
    <svg
      viewBox="0 0 16 16"
      width={size}
      height={size}
      className={className}
      fill="none"
      stroke="currentColor"
      strokeWidth="1.4"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
      focusable="false"
      style={{ flex: 'none' }}
    >
      <path d={PATHS[name]} />
    </svg>
  );
}
