import { Button, Skeleton, Tabs } from '@mantine/core';
import { type CSSProperties, lazy, Suspense, useDeferredValue } from 'react';
import { useStore } from 'zustand';
import { useAnswers, useInput, useSession, useView, useWords } from '../state/hooks.ts';
import { settings } from '../state/settings.ts';
import type { Tab } from '../state/view.ts';
import { Grip } from '../ui/Grip.tsx';
import { useMiddle, useNarrow } from '../ui/useNarrow.ts';
import { ChainPane } from './ChainPane.tsx';
import { ChainList } from './chains/ChainList.tsx';
import { ErrorBoundary } from './ErrorBoundary.tsx';
import { FilesView } from './files/FilesView.tsx';
import { Notes } from './Notes.tsx';
import { Overview } from './Overview.tsx';
import { PaneBar } from './PaneBar.tsx';
import { Details } from './Stage.tsx';
import css from './Workbench.module.css';

const FindingsPane = lazy(() => import('./findings/FindingsPane.tsx'));
const ForecastPane = lazy(() => import('./forecast/ForecastPane.tsx'));
const RulesPane = lazy(() => import('./rules/RulesPane.tsx'));
const PatchPanel = lazy(() => import('./patch/PatchPanel.tsx'));

/** Tabs beside which a chain's details stand. */
const WITH_DETAILS: ReadonlySet<Tab> = new Set(['chain', 'overview']);

/** List, centre, inspector: side by side where there is room, one at a time on a phone. */
export function Workbench() {
  const words = useWords();
  const session = useSession();
  const narrow = useNarrow();
  const middle = useMiddle();
  const tab = useView((v) => v.tab);
  const pane = useView((v) => v.pane);
  const open = useView((v) => v.details || v.selection !== null);
  const files = useAnswers((a) => a.summary?.counts.files ?? 0);
  const troubled = useAnswers((a) => (a.summary?.problems.some((p) => p.severity === 'error') ?? false) || a.unpackProblems.length > 0);
  const pending = useDeferredValue(useInput((i) => i.goals.length > 0));
  const columns = useStore(settings, (s) => s.columns);
  const shows = (which: typeof pane) => !narrow || pane === which;

  return (
    <>
      <main
        id="main"
        tabIndex={-1}
        className={css['bench']}
        data-narrow={narrow || undefined}
        style={{ '--list-width': `${columns.list}px`, '--inspector-width': `${columns.inspector}px` } as CSSProperties}
      >
        {shows('list') && (
          <div className={css['list']}>
            <ErrorBoundary>
              <ChainList />
            </ErrorBoundary>
            {!narrow && <Notes />}
          </div>
        )}
        {!narrow && <Grip column="list" label={words('app', 'grip.list')} />}
        {shows('main') && (
          <Tabs
            className={css['centre'] ?? ''}
            value={tab}
            onChange={(value) => session.look({ tab: value as Tab, selection: null })}
            keepMounted={false}
          >
            <div className={css['tabs']}>
              <Tabs.List className={css['tabList'] ?? ''} aria-label={words('app', 'tab.label')}>
                <Tabs.Tab value="chain">{words('app', 'tab.chain')}</Tabs.Tab>
                <Tabs.Tab value="overview">{words('app', 'tab.overview')}</Tabs.Tab>
                <Tabs.Tab value="findings">{words('app', 'tab.findings')}</Tabs.Tab>
                <Tabs.Tab value="rules">{words('app', 'tab.rules')}</Tabs.Tab>
                <Tabs.Tab value="files">
                  {words('app', 'tab.files', { count: files })}
                  {troubled && <span className={css['trouble']}>{words('app', 'tab.trouble')}</span>}
                </Tabs.Tab>
              </Tabs.List>
              {WITH_DETAILS.has(tab) && (
                <Button
                  className={css['details'] ?? ''}
                  size="compact-xs"
                  aria-expanded={open}
                  onClick={() => session.look({ details: !open })}
                >
                  {words('app', 'inspector.open')}
                </Button>
              )}
            </div>
            <Tabs.Panel value="chain" className={css['panel'] ?? ''}>
              <ErrorBoundary>
                <ChainPane />
              </ErrorBoundary>
            </Tabs.Panel>
            <Tabs.Panel value="overview" className={css['panel'] ?? ''}>
              <Overview />
            </Tabs.Panel>
            <Tabs.Panel value="findings" className={css['panel'] ?? ''}>
              <Suspense fallback={<Skeleton height={240} m={16} width="auto" />}>
                <FindingsPane />
              </Suspense>
            </Tabs.Panel>
            <Tabs.Panel value="rules" className={css['panel'] ?? ''}>
              <Suspense fallback={<Skeleton height={240} m={16} width="auto" />}>
                <RulesPane />
              </Suspense>
            </Tabs.Panel>
            <Tabs.Panel value="files" className={css['panel'] ?? ''}>
              <FilesView />
            </Tabs.Panel>
          </Tabs>
        )}
        {!narrow && !middle && WITH_DETAILS.has(tab) && <Grip column="inspector" label={words('app', 'grip.inspector')} />}
        {shows('inspector') && !middle && (narrow || WITH_DETAILS.has(tab)) && <Details className={css['inspector']} />}
        {narrow && pane === 'forecast' && (
          <Suspense fallback={<Skeleton height={200} />}>
            <ForecastPane />
          </Suspense>
        )}
        {narrow && pane === 'patch' && pending && (
          <Suspense fallback={<Skeleton height={200} />}>
            <PatchPanel />
          </Suspense>
        )}
      </main>
      {narrow && <Notes />}
      {narrow && <PaneBar />}
    </>
  );
}
