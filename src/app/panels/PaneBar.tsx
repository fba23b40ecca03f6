import { useInput, useSession, useView, useWords } from '../state/hooks.ts';
import type { Pane } from '../state/view.ts';
import css from './PaneBar.module.css';

/** On a phone: which pane is shown. */
export function PaneBar() {
  const words = useWords();
  const session = useSession();
  const pane = useView((v) => v.pane);
  const pending = useInput((i) => i.goals.length > 0);
  const panes: readonly Pane[] = ['list', 'main', 'inspector', 'forecast', ...(pending ? (['patch'] as const) : [])];
  return (
    <nav className={css['bar']} aria-label={words('app', 'pane.label')}>
      {panes.map((p) => (
        <button
          key={p}
          type="button"
          className={css['item']}
          aria-current={p === pane ? 'page' : undefined}
          onClick={() => session.look({ pane: p })}
        >
          {words('app', `pane.${p}`)}
        </button>
      ))}
    </nav>
  );
}
