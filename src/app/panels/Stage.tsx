import type { ReactNode } from 'react';
import { useView, useWords } from '../state/hooks.ts';
import { useMiddle } from '../ui/useNarrow.ts';
import { ErrorBoundary } from './ErrorBoundary.tsx';
import { Inspector } from './inspector/Inspector.tsx';
import css from './Stage.module.css';

/** The details of what is selected; opened when asked for where they would lie over the picture. */
export function Details({ className }: { className?: string | undefined }) {
  const words = useWords();
  const open = useView((v) => v.details || v.selection !== null);
  return (
    <aside className={className} data-open={open || undefined} aria-label={words('app', 'inspector.label')}>
      <ErrorBoundary>
        <Inspector />
      </ErrorBoundary>
    </aside>
  );
}

/** Where pictures stand. On middle-sized screens the details lie over them, and over nothing else: the switch stays in reach. */
export function Stage({ children }: { children: ReactNode }) {
  const middle = useMiddle();
  return (
    <div className={css['stage']}>
      {children}
      {middle && <Details className={css['over']} />}
    </div>
  );
}
