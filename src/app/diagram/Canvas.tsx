import { ReactFlow } from '@xyflow/react';
import { type KeyboardEvent, type MouseEvent, type PointerEvent, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { Box } from './Box.tsx';
import css from './Diagram.module.css';
import type { DiagramProps } from './Diagram.tsx';
import { flowOf } from './flow.ts';
import { Lane } from './Lane.tsx';
import { Legend } from './Legend.tsx';
import { createLook, SharedProvider } from './look.ts';
import { Markers } from './Markers.tsx';
import { graphOf, neighbours, pathThrough } from './path.ts';
import { edgeSpeaker } from './say.ts';
import { Tools } from './Tools.tsx';
import { usePicture } from './usePicture.ts';
import { MAX_ZOOM, MIN_ZOOM, opening, type Size } from './view.ts';
import { Wire } from './Wire.tsx';
import { type Move, next, walkOf } from './walk.ts';

const NODE_TYPES = { box: Box, lane: Lane };
const EDGE_TYPES = { wire: Wire };
/** xyflow's own descriptions are in English and of things that cannot be done here. */
const UNSAID = {
  'node.a11yDescription.default': '',
  'node.a11yDescription.keyboardDisabled': '',
  'edge.a11yDescription.default': '',
};
/** From here on only what is in view is drawn; lanes are never all in view. */
const MANY = 300;
const MANY_IN_LANES = 40;
/** Up to here Tab stops at every node; beyond, once. */
const FEW = 60;
const MOVES: Readonly<Record<string, Move>> = { ArrowLeft: 'left', ArrowRight: 'right', ArrowUp: 'up', ArrowDown: 'down' };

/** The id of the node, row or edge an event came from. */
const stopAt = ({ target }: { target: EventTarget }): string | null =>
  target instanceof Element ? (target.closest('[data-stop]')?.getAttribute('data-stop') ?? null) : null;

/** The picture in a known room. Nodes and edges are drawn once; what hover and selection change goes through the look. */
export function Canvas({ scene: given, selected, onSelect, words, label, onOpenChain, size }: DiagramProps & { size: Size }) {
  const root = useRef<HTMLDivElement>(null);
  const { scene, frame, reveal, bring, moved } = usePicture(given, size);
  const walk = useMemo(() => walkOf(scene), [scene]);
  const graph = useMemo(() => graphOf(scene), [scene]);
  const { nodes, edges } = useMemo(() => flowOf(scene, walk), [scene, walk]);
  const [store] = useState(createLook);
  const [focused, setFocused] = useState(false);
  const shared = useMemo(() => ({ store, words, say: edgeSpeaker(words, scene) }), [store, words, scene]);
  const base = useMemo(() => (focused && selected !== null ? neighbours(graph, selected) : null), [focused, selected, graph]);
  useLayoutEffect(() => store.setState({ lit: base, selected }), [store, base, selected]);
  useLayoutEffect(() => store.setState({ tabStop: scene.nodes.length > FEW ? (walk.nodes[0] ?? null) : null }), [store, scene, walk]);

  const light = (id: string | null) => store.setState({ lit: id === null ? base : pathThrough(graph, id) });
  const focusOn = (id: string): boolean => {
    const stop = root.current?.querySelector<HTMLElement>(`button[data-stop="${CSS.escape(id)}"]`);
    stop?.focus({ preventScroll: true });
    return stop !== undefined && stop !== null;
  };
  const goTo = (id: string) => {
    const node = graph.nodeOf.get(id) ?? graph.edges.get(id)?.to.node;
    // Large pictures draw only what is in view: bring it there first.
    if (!focusOn(id) && node !== undefined) bring(node, () => focusOn(id));
  };

  const onKeyDown = (event: KeyboardEvent) => {
    const at = stopAt(event);
    if (event.key === 'Escape') {
      setFocused(false);
      onSelect(null);
      return;
    }
    const move = MOVES[event.key];
    if (at === null || move === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    event.stopPropagation();
    const to = next(walk, graph, at, move);
    if (to !== null) goTo(to);
  };
  const onClick = (event: MouseEvent) => {
    const id = stopAt(event);
    if (id !== null) onSelect(id);
  };
  const onDoubleClick = (event: MouseEvent) => {
    const id = stopAt(event) ?? '';
    const tied = graph.edges.get(id) ?? graph.outOf.get(id)?.[0] ?? graph.into.get(id)?.[0];
    if (tied) onOpenChain?.(tied.chain);
  };
  const onFocus = (event: { target: EventTarget }) => {
    const id = stopAt(event);
    const node = id === null ? undefined : graph.nodeOf.get(id);
    if (node !== undefined && store.getState().tabStop !== null) store.setState({ tabStop: node });
    // Focus by pointer is already where the eye is.
    if (id === null || !(event.target instanceof HTMLElement) || !event.target.matches(':focus-visible')) return;
    light(id);
    if (root.current) reveal(event.target, root.current);
  };

  return (
    <SharedProvider value={shared}>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: events of the buttons inside, caught in one place */}
      <div
        ref={root}
        className={css['canvas']}
        onKeyDown={onKeyDown}
        onClick={onClick}
        onDoubleClick={onDoubleClick}
        onFocus={onFocus}
        onBlur={() => light(null)}
        onPointerOver={(event: PointerEvent) => light(event.pointerType === 'touch' ? null : stopAt(event))}
        onPointerLeave={() => light(null)}
      >
        <Markers />
        <ReactFlow
          nodes={nodes}
          edges={edges}
          nodeTypes={NODE_TYPES}
          edgeTypes={EDGE_TYPES}
          defaultViewport={opening(scene, size)}
          minZoom={MIN_ZOOM}
          maxZoom={MAX_ZOOM}
          nodesDraggable={false}
          nodesConnectable={false}
          nodesFocusable={false}
          edgesFocusable={false}
          elementsSelectable={false}
          disableKeyboardA11y
          attributionPosition="top-right"
          ariaLabelConfig={UNSAID}
          deleteKeyCode={null}
          selectionKeyCode={null}
          multiSelectionKeyCode={null}
          panActivationKeyCode={null}
          zoomOnDoubleClick={false}
          panOnScroll={scene.lanes.length > 0}
          onlyRenderVisibleElements={nodes.length > (scene.lanes.length > 0 ? MANY_IN_LANES : MANY)}
          onMoveStart={(event) => event && moved()}
          onPaneClick={() => onSelect(null)}
          aria-label={label}
        />
        <Tools words={words} focused={focused} canFocus={selected !== null} onFocus={() => setFocused(!focused)} onFrame={frame} />
        <Legend words={words} changes={scene.nodes.some((n) => n.change !== null)} />
      </div>
    </SharedProvider>
  );
}
