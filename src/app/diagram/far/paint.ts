import type { LinkState, Status } from '../../../engine/chain/index.ts';
import { routesOf, type Scene, type SceneGroup, type SceneLane, type SceneNode, SIZE, STATE_DASHES } from '../../../engine/scene/index.ts';
import type { Size, Viewport } from '../view.ts';
import type { Band } from './bands.ts';

/** Colours as the page resolves them. */
export type Palette = Record<
  'bg' | 'sunk' | 'raised' | 'line' | 'text' | 'quiet' | 'ok' | 'broken' | 'unknown' | 'external' | 'box',
  string
>;

/** What is said of a lane or a heading, in the reader's language. */
export interface Titles {
  lane: (lane: SceneLane) => string;
  group: (group: SceneGroup) => string;
}

/** From here on a lane is a card with its name; nearer, its boxes and lines are drawn; nearer still, their texts. */
const BOXES = 0.28;
export const TEXTS = 0.5;
/** Pixels under which no letter can be read. */
const LEAST = 6;
/** Letters of which the widest box shows no more; a name may have 100,000. */
const LETTERS = 200;

/** Draws what is in view, in CSS pixels of the canvas. Colour is never the only sign: bars, dashes and signs say the same. */
export function paint(
  ctx: CanvasRenderingContext2D,
  { bands, groups }: { bands: readonly Band[]; groups: readonly SceneGroup[] },
  { view, size, palette, titles }: { view: Viewport; size: Size; palette: Palette; titles: Titles },
): void {
  ctx.clearRect(0, 0, size.width, size.height);
  const seen = ({ x, y, width, height }: { x: number; y: number; width: number; height: number }): boolean =>
    x * view.zoom + view.x < size.width &&
    (x + width) * view.zoom + view.x > 0 &&
    y * view.zoom + view.y < size.height &&
    (y + height) * view.zoom + view.y > 0;
  const brush = { ctx, view, palette, titles };
  for (const band of bands) if (seen(band.lane)) paintBand(brush, band);
  // Names that would be too small to read lie over what is under them.
  for (const group of groups) if (seen(group)) paintGroup(brush, group);
}

interface Brush {
  ctx: CanvasRenderingContext2D;
  view: Viewport;
  palette: Palette;
  titles: Titles;
}

const toneOf = (status: Status): 'ok' | 'broken' | 'unknown' | 'external' =>
  status === 'broken' || status === 'partial' ? 'broken' : status === 'incomplete' ? 'unknown' : status;
const STATUS_SIGN: Record<Status, string> = { broken: '✕', partial: '✕', incomplete: '?', external: '↗', ok: '✓' };

function write(
  ctx: CanvasRenderingContext2D,
  text: string,
  x: number,
  y: number,
  { px, weight = 400, face = 'system-ui, sans-serif' }: { px: number; weight?: number; face?: string },
): void {
  ctx.font = `${weight} ${px}px ${face}`;
  ctx.fillText(text.slice(0, LETTERS), x, y);
}

/** Text that ends where its room does. */
function within(ctx: CanvasRenderingContext2D, x: number, y: number, width: number, height: number, draw: () => void): void {
  ctx.save();
  ctx.beginPath();
  ctx.rect(x, y, width, height);
  ctx.clip();
  draw();
  ctx.restore();
}

function paintGroup({ ctx, view, palette, titles }: Brush, group: SceneGroup): void {
  const [x, y] = [group.x * view.zoom + view.x, group.y * view.zoom + view.y];
  const height = group.height * view.zoom;
  ctx.fillStyle = palette.quiet;
  ctx.fillRect(x, y + height - 1, group.width * view.zoom, 1);
  const px = Math.max(10, 15 * view.zoom);
  const tall = Math.max(height, px + 4);
  if (group.again && height < px) return;
  // Upwards: below stand the worst lanes of the namespace.
  const top = y + height - tall;
  within(ctx, x, top, group.width * view.zoom, tall - 1, () => {
    const title = titles.group(group).slice(0, LETTERS);
    ctx.font = `650 ${px}px system-ui, sans-serif`;
    ctx.textBaseline = 'middle';
    ctx.fillStyle = palette.sunk;
    ctx.fillRect(x, top, ctx.measureText(title).width + 6, tall);
    ctx.fillStyle = palette.text;
    ctx.fillText(title, x + 2, top + tall / 2);
  });
}

function paintBand(brush: Brush, band: Band): void {
  const { ctx, view, palette, titles } = brush;
  const { lane } = band;
  const { zoom } = view;
  const [x, y, width, height] = [lane.x * zoom + view.x, lane.y * zoom + view.y, lane.width * zoom, lane.height * zoom];
  const tone = toneOf(lane.status);
  ctx.fillStyle = palette.bg;
  ctx.fillRect(x, y, width, height);
  if (tone === 'broken') {
    ctx.globalAlpha = 0.18;
    ctx.fillStyle = palette.broken;
    ctx.fillRect(x, y, width, height);
    ctx.globalAlpha = 1;
  }
  ctx.strokeStyle = palette.line;
  ctx.lineWidth = 1;
  ctx.strokeRect(x + 0.5, y + 0.5, width - 1, height - 1);
  paintBar(ctx, tone, palette, { x, y, height, wide: Math.max(3, 4 * zoom) });
  const card = zoom < BOXES;
  const px = card ? Math.min(11, height * 0.6) : Math.max(8, 12 * zoom);
  if (px >= LEAST) {
    const middle = y + (card ? height / 2 : (SIZE.laneHead * zoom) / 2);
    within(ctx, x, y, width, height, () => {
      ctx.textBaseline = 'middle';
      ctx.fillStyle = palette[tone];
      write(ctx, STATUS_SIGN[lane.status], x + px, middle, { px, weight: 700 });
      ctx.fillStyle = palette.text;
      write(ctx, titles.lane(lane), x + px * 2.4, middle, { px, weight: 600 });
    });
  }
  if (card) return;
  ctx.save();
  ctx.translate(view.x, view.y);
  ctx.scale(zoom, zoom);
  for (const node of band.scene.nodes) paintBox(brush, node, zoom >= TEXTS);
  for (const { state, path } of linesOf(band.scene)) paintLine(ctx, state, path, palette);
  ctx.restore();
}

/** Full: broken. In pieces: not known. A thin line: well. */
function paintBar(
  ctx: CanvasRenderingContext2D,
  tone: ReturnType<typeof toneOf>,
  palette: Palette,
  at: { x: number; y: number; height: number; wide: number },
): void {
  ctx.fillStyle = palette[tone];
  if (tone === 'unknown')
    for (let y = at.y; y < at.y + at.height; y += 6) ctx.fillRect(at.x, y, at.wide, Math.min(3, at.y + at.height - y));
  else ctx.fillRect(at.x, at.y, tone === 'broken' ? at.wide * 1.5 : 1.5, at.height);
}

const MONO = 'ui-monospace, monospace';

function paintBox({ ctx, palette }: Brush, node: SceneNode, texts: boolean): void {
  ctx.fillStyle = node.role === 'pod' ? palette.box : palette.raised;
  ctx.strokeStyle = node.state === 'broken' ? palette.broken : palette.line;
  ctx.lineWidth = node.state === 'broken' ? 2 : 1.5;
  ctx.setLineDash(node.origin === 'missing' ? [6, 4] : []);
  ctx.beginPath();
  ctx.roundRect(node.x + 0.75, node.y + 0.75, node.width - 1.5, node.height - 1.5, 7);
  ctx.fill();
  ctx.stroke();
  ctx.setLineDash([]);
  within(ctx, node.x, node.y, node.width - 4, node.height, () => {
    ctx.textBaseline = 'alphabetic';
    ctx.fillStyle = palette.text;
    write(ctx, node.title, node.x + SIZE.pad, node.y + 33, { px: 12.5, weight: 650 });
    if (!texts) return;
    ctx.fillStyle = palette.quiet;
    write(ctx, [node.kind, node.subtitle].filter(Boolean).join(' · '), node.x + SIZE.pad, node.y + 16, { px: 10.5 });
    for (const [i, row] of node.rows.entries()) {
      const y = node.y + SIZE.head + i * SIZE.row;
      ctx.fillStyle = palette.line;
      ctx.fillRect(node.x, y, node.width, 1);
      ctx.fillStyle = row.state === 'broken' ? palette.broken : palette.text;
      write(ctx, `${row.text} ${row.detail}`, node.x + SIZE.pad, y + 15, { px: 11, weight: 600, face: MONO });
    }
  });
}

interface Line {
  state: LinkState;
  path: Path2D;
}
const LINES = new WeakMap<Scene, Line[]>();

/** The lines of a lane, routed when they are first seen. */
function linesOf(scene: Scene): Line[] {
  const known = LINES.get(scene);
  if (known) return known;
  const routes = routesOf(scene);
  const lines = scene.edges.flatMap((e) => {
    const route = routes.get(e.id);
    return route ? [{ state: e.state, path: new Path2D(route.path) }] : [];
  });
  LINES.set(scene, lines);
  return lines;
}

function paintLine(ctx: CanvasRenderingContext2D, state: LinkState, line: Path2D, palette: Palette): void {
  ctx.strokeStyle = state === 'broken' ? palette.broken : state === 'unknown' ? palette.unknown : palette.quiet;
  ctx.lineWidth = state === 'broken' ? 3 : 1.6;
  ctx.setLineDash([...STATE_DASHES[state]]);
  ctx.stroke(line);
  ctx.setLineDash([]);
}
