import { ReactFlow, useReactFlow } from '@xyflow/react';
import { type KeyboardEvent, type MouseEvent, type PointerEvent, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { useStore } from 'zustand';
import { edgeSpeaker } from '../../words/scene.ts';
import { Box } from './Box.tsx';
import css from './Diagram.module.css';
import type { DiagramProps } from './Diagram.tsx';
import { Backdrop } from './far/Backdrop.tsx';
import { TEXTS } from './far/paint.ts';
import { useNear } from './far/useNear.ts';
import { Heading } from './Heading.tsx';
import { Lane } from './Lane.tsx';
import { Legend } from './Legend.tsx';
import { createLook, SharedProvider } from './look.ts';
import { Markers } from './Markers.tsx';
import { chainsThrough, graphOf, neighbours, pathOf, pathThrough } from './path.ts';
import { NOWHERE, type Pointed } from './pointed.ts';
import { Tools } from './Tools.tsx';
import { usePicture } from './usePicture.ts';
import { useSettled } from './useSettled.ts';
import { laneAt, MAX_ZOOM, minZoom, opening, type Size } from './view.ts';
import { Wire } from './Wire.tsx';
import { firstStop, type Move, next, walkOf } from './walk.ts';

const NODE_TYPES = { box: Box, lane: Lane, heading: Heading };
const EDGE_TYPES = { wire: Wire };
/** xyflow's own descriptions are in English and of things that cannot be done here. */
const UNSAID = {
  'node.a11yDescription.default': '',
  'node.a11yDescription.keyboardDisabled': '',
  'edge.a11yDescription.default': '',
};
/** From here on only what is in view is drawn. */
const MANY = 300;
/** Up to here Tab stops at every node; beyond, once. */
const FEW = 60;
const MOVES: Readonly<Record<string, Move>> = { ArrowLeft: 'left', ArrowRight: 'right', ArrowUp: 'up', ArrowDown: 'down' };

/** Worked out when it is first asked for. */
function once<T>(make: () => T): () => T {
  let made: { value: T } | null = null;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

/** The id of the node, row or edge an event came from. */
const stopAt = ({ target }: { target: EventTarget }): string | null =>
  target instanceof Element ? (target.closest('[data-stop]')?.getAttribute('data-stop') ?? null) : null;

/** The picture in a known room. Nodes and edges are drawn once; what hover and selection change goes through the look. */
export function Canvas({
  scene: given,
  selected,
  onSelect,
  words,
  label,
  onOpenChain,
  pointed,
  ways,
  size,
}: DiagramProps & { size: Size }) {
  const root = useRef<HTMLDivElement>(null);
  const { scene, subject, frame, reveal, bring, moved } = usePicture(given, size);
  const view = useReactFlow();
  const walk = useMemo(() => once(() => walkOf(scene)), [scene]);
  const graph = useMemo(() => graphOf(scene), [scene]);
  const [store] = useState(createLook);
  const tabStop = useStore(store, (l) => l.tabStop);
  const { nodes, edges, bands } = useNear(scene, walk, size, tabStop);
  useSettled(root, subject, size);
  const [focused, setFocused] = useState(false);
  const shared = useMemo(() => ({ store, words, ways, say: edgeSpeaker(words, scene) }), [store, words, ways, scene]);
  const base = useMemo(() => (focused && selected !== null ? neighbours(graph, selected) : null), [focused, selected, graph]);
  useLayoutEffect(() => store.setState({ lit: base, selected }), [store, base, selected]);
  useLayoutEffect(() => store.setState({ tabStop: scene.nodes.length > FEW ? firstStop(scene) : null }), [store, scene]);

  // Stories and lists point into the picture, and are pointed at from here.
  useEffect(() => {
    const show = ({ id, chains }: Pointed) => {
      const here = id !== null && (graph.nodeOf.has(id) || graph.edges.has(id));
      // A picture of one chain is that chain.
      const path = here ? pathThrough(graph, id) : pathOf(graph, scene.chains.length > 1 ? chains : []);
      store.setState({ lit: path.size > 0 ? path : base, pointed: here ? id : null });
    };
    show(pointed.getState());
    return pointed.subscribe(show);
  }, [pointed, graph, scene, base, store]);
  const light = (id: string | null) => {
    if (id !== pointed.getState().id) pointed.setState(id === null ? NOWHERE : { id, chains: chainsThrough(graph, id) });
  };
  const focusOn = (id: string): boolean => {
    const stop = root.current?.querySelector<HTMLElement>(`button[data-stop="${CSS.escape(id)}"]`);
    stop?.focus({ preventScroll: true });
    return stop !== undefined && stop !== null;
  };
  // What is selected elsewhere is to be seen here, also when the picture has got less room.
  useEffect(() => {
    if (selected === null || size.height === 0) return;
    // The room is divided anew first.
    const frame = requestAnimationFrame(() => {
      const stop = root.current?.querySelector<HTMLElement>(`button[data-stop="${CSS.escape(selected)}"]`);
      if (stop && root.current) reveal(stop, root.current);
    });
    return () => cancelAnimationFrame(frame);
  }, [selected, size, reveal]);
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
    const to = next(walk(), graph, at, move);
    if (to !== null) goTo(to);
  };
  const onClick = (event: MouseEvent) => {
    const id = stopAt(event);
    if (id !== null) onSelect(id);
  };
  // From afar a lane is a card: pointing at it comes nearer.
  const onPaneClick = ({ clientX, clientY }: { clientX: number; clientY: number }) => {
    const lane = bands ? laneAt(scene, view.screenToFlowPosition({ x: clientX, y: clientY })) : null;
    const first = lane !== null && view.getZoom() < TEXTS ? scene.nodes.find((n) => n.lane === lane.id) : undefined;
    if (first) goTo(first.id);
    else onSelect(null);
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
        data-big={bands !== null || undefined}
      >
        <Markers />
        {bands && <Backdrop bands={bands} groups={scene.groups} size={size} words={words} />}
        <ReactFlow
          nodes={nodes}
          edges={edges}
          nodeTypes={NODE_TYPES}
          edgeTypes={EDGE_TYPES}
          defaultViewport={opening(scene, size)}
          minZoom={minZoom(scene, size)}
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
          onlyRenderVisibleElements={!bands && nodes.length > MANY}
          onMoveStart={(event) => event && moved()}
          onPaneClick={onPaneClick}
          aria-label={label}
        />
        <Tools words={words} focused={focused} canFocus={selected !== null} onFocus={() => setFocused(!focused)} onFrame={frame} />
        <Legend words={words} changes={scene.nodes.some((n) => n.change !== null)} />
      </div>
    </SharedProvider>
  );
}
