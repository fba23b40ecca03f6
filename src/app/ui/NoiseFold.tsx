import { useWords } from '../state/hooks.ts';
import css from './NoiseFold.module.css';

/** Stands for lines that the server wrote, until someone wants to see them. */
export function NoiseFold({ count, open, onToggle }: { count: number; open: boolean; onToggle: () => void }) {
  const words = useWords();
  return (
    <button type="button" className={css['fold']} aria-expanded={open} onClick={onToggle}>
      {words('app', open ? 'noise.hide' : 'noise.lines', { count })}
    </button>
  );
}
