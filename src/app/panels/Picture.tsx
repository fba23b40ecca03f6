import { Skeleton } from '@mantine/core';
import { lazy, Suspense, useDeferredValue } from 'react';
import type { Scene } from '../../engine/scene/index.ts';
import type { Ways } from '../diagram/look.ts';
import { useSession, useWords } from '../state/hooks.ts';
import { ErrorBoundary } from './ErrorBoundary.tsx';

const Diagram = lazy(async () => ({ default: (await import('../diagram/Diagram.tsx')).Diagram }));

interface Props {
  scene: Scene;
  selected: string | null;
  onSelect: (id: string | null) => void;
  label: string;
  onOpenChain?: (chain: string) => void;
  ways?: Ways;
}

/** The diagram, loaded on first use. Its failure leaves the rest of the app standing. */
export function Picture(props: Props) {
  const words = useWords();
  const { pointed } = useSession();
  // Another picture is drawn in slices; the switch that asked for it answers at once.
  const scene = useDeferredValue(props.scene);
  return (
    <ErrorBoundary resetKey={props.scene}>
      <Suspense fallback={<Skeleton height="100%" />}>
        <Diagram {...props} scene={scene} words={words} pointed={pointed} />
      </Suspense>
    </ErrorBoundary>
  );
}
