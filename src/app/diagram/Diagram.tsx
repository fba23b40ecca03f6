import '@xyflow/react/dist/base.css';
import { ReactFlowProvider } from '@xyflow/react';
import type { Scene } from '../../engine/scene/index.ts';
import type { Words } from '../../words/index.ts';
import { Canvas } from './Canvas.tsx';
import css from './Diagram.module.css';
import type { Ways } from './look.ts';
import type { PointedStore } from './pointed.ts';
import { useRoom } from './useRoom.ts';

export interface DiagramProps {
  scene: Scene;
  /** Id of a node, row or edge. */
  selected: string | null;
  onSelect: (id: string | null) => void;
  words: Words;
  /** Accessible name of the picture. */
  label: string;
  /** Marked here and wherever else the same is shown. */
  pointed: PointedStore;
  /** A double click on what belongs to a chain. */
  onOpenChain?: (chainId: string) => void;
  /** Where the headings of an overview lead; without them they are plain. */
  ways?: Ways;
}

/** A scene as one can read it, point at it and walk it with the keyboard. */
export function Diagram(props: DiagramProps) {
  const { ref, size } = useRoom();
  return (
    <section ref={ref} className={css['diagram']} aria-label={props.label}>
      {size && (
        <ReactFlowProvider>
          <Canvas {...props} size={size} />
        </ReactFlowProvider>
      )}
    </section>
  );
}
