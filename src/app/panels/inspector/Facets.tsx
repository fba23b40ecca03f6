import { Skeleton, Tabs } from '@mantine/core';
import { lazy, memo, Suspense } from 'react';
import { useSession, useView, useWords } from '../../state/hooks.ts';
import type { Shown } from '../../state/now.ts';
import type { Facet } from '../../state/view.ts';
import css from './Inspector.module.css';
import { Story } from './Story.tsx';

const Targets = lazy(async () => ({ default: (await import('./targets/Targets.tsx')).Targets }));
const JobConfig = lazy(async () => ({ default: (await import('./targets/JobConfig.tsx')).JobConfig }));

const Explain = lazy(async () => ({ default: (await import('./explain/Explain.tsx')).Explain }));
const ChainRules = lazy(async () => ({ default: (await import('../rules/ChainRules.tsx')).ChainRules }));

const FACETS: readonly Facet[] = ['story', 'explain', 'targets', 'config', 'rules'];

/** The chosen chain from several sides: what joins it, what Prometheus discovers, what the operator writes. */
export const Facets = memo(function Facets({ shown }: { shown: Shown | null }) {
  const words = useWords();
  const session = useSession();
  const facet = useView((v) => v.facet);
  if (!shown) return <Skeleton height={240} m={12} width="auto" />;
  const { id } = shown.chain;
  return (
    <Tabs value={facet} onChange={(value) => session.look({ facet: value as Facet })} keepMounted={false}>
      <Tabs.List className={css['facets'] ?? ''} aria-label={words('app', 'facet.label')}>
        {FACETS.map((f) => (
          <Tabs.Tab key={f} value={f}>
            {words('app', `facet.${f}`)}
          </Tabs.Tab>
        ))}
      </Tabs.List>
      <Tabs.Panel value="story">
        <Story shown={shown} />
      </Tabs.Panel>
      <Tabs.Panel value="explain">
        <Suspense fallback={<Skeleton height={240} m={12} width="auto" />}>
          <Explain key={id} chain={id} moment={shown.moment} />
        </Suspense>
      </Tabs.Panel>
      <Tabs.Panel value="targets">
        <Suspense fallback={<Skeleton height={240} m={12} width="auto" />}>
          <Targets key={id} chain={id} />
        </Suspense>
      </Tabs.Panel>
      <Tabs.Panel value="config">
        <Suspense fallback={<Skeleton height={240} m={12} width="auto" />}>
          <JobConfig key={id} chain={id} />
        </Suspense>
      </Tabs.Panel>
      <Tabs.Panel value="rules">
        <Suspense fallback={<Skeleton height={240} m={12} width="auto" />}>
          <ChainRules key={id} chain={id} />
        </Suspense>
      </Tabs.Panel>
    </Tabs>
  );
});
