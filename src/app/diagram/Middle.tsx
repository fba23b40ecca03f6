import css from './Box.module.css';

/** Characters at the end of a Kubernetes name that tell it from its neighbours. */
const TAIL = 8;

/** A text cut in the middle where it does not fit: all of it is in the page, so that it can be found, copied and read aloud. */
export function Middle({ text, most }: { text: string; most: number }) {
  const chars = [...text];
  if (chars.length <= most) return <span className={css['whole']}>{text}</span>;
  return (
    <span className={css['middle']}>
      <span className={css['start']}>{chars.slice(0, -TAIL).join('')}</span>
      <span className={css['tail']}>{chars.slice(-TAIL).join('')}</span>
    </span>
  );
}
