import { Skeleton } from '@mantine/core';
import { lazy, type ReactNode, Suspense, useDeferredValue } from 'react';
import { useStore } from 'zustand';
import { rested } from '../../state/breathe.ts';
import { useInput, useView, useWords } from '../../state/hooks.ts';
import { FIRST_SHARES, setShare, settings } from '../../state/settings.ts';
import type { Drawer as Choice } from '../../state/view.ts';
import { Split } from '../../ui/Split.tsx';
import { ErrorBoundary } from '../ErrorBoundary.tsx';
import { DrawerTabs } from './DrawerTabs.tsx';

const PANES = {
  changes: lazy(() => import('../patch/PatchPanel.tsx')),
  forecast: lazy(() => import('../forecast/ForecastPane.tsx')),
  text: lazy(() => rested(import('./TextPane.tsx'))),
} as const;

/** A picture, and under it what is wanted of it: the pending changes, the forecast, or the text it is drawn from. */
export function Drawer({ under }: { under: ReactNode }) {
  const words = useWords();
  const pending = useDeferredValue(useInput((i) => i.goals.length > 0));
  const drawer = useView((v) => v.drawer);
  const offered: readonly Choice[] = [...(pending ? (['changes'] as const) : []), 'forecast', 'text'];
  const open = drawer !== null && offered.includes(drawer) ? drawer : null;
  const share = useStore(settings, (s) => s.shares[open ?? 'changes']);
  const Pane = open === null ? null : PANES[open];
  return (
    <Split
      top={under}
      choice={<DrawerTabs open={open} offered={offered} />}
      bottom={
        Pane && (
          <ErrorBoundary resetKey={open}>
            <Suspense fallback={<Skeleton height={180} />}>
              <Pane />
            </Suspense>
          </ErrorBoundary>
        )
      }
      share={share}
      first={FIRST_SHARES[open ?? 'changes']}
      onShare={(percent) => open && setShare(open, percent)}
      labels={{
        separator: words('app', 'split.label'),
        showTop: words('app', 'split.showPicture'),
        hideTop: words('app', 'split.hidePicture'),
        showBottom: words('app', 'split.showDrawer'),
        hideBottom: words('app', 'split.hideDrawer'),
      }}
    />
  );
}
