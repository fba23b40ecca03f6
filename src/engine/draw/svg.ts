import {
  CHANGE_SIGNS,
  LOCKS,
  labelLines,
  labelWidth,
  type Route,
  routesOf,
  type Scene,
  type SceneEdge,
  type SceneNode,
  type SceneRow,
  SIZE,
  STATE_DASHES,
  STATE_SIGNS,
  shownLabel,
  textWidth,
} from '../scene/index.ts';
import { PALETTES, statusState, type Theme } from './palette.ts';
import { fitted, xml } from './text.ts';
import type { Caption, Say } from './types.ts';

export interface SvgOptions {
  theme: Theme;
  say: Say;
  caption: Caption;
  /** Kept in the picture's metadata: a link's fragment, so that the picture opens as what it shows. */
  state?: string;
  /** The language of the words. */
  lang: string;
}

const MARGIN = 20;
/** Room of the caption. */
const TOP = 56;
const SANS = 'DejaVu Sans, Verdana, Segoe UI, Noto Sans, Noto Sans CJK SC, sans-serif';
const MONO = 'DejaVu Sans Mono, Menlo, Consolas, Noto Sans Mono, monospace';

/** A scene as a drawing of shapes and texts alone: no scripts, no styles, no foreign elements, nothing fetched. */
export function svgOf(scene: Scene, options: SvgOptions): string {
  const { caption, state, lang } = options;
  const p = PALETTES[options.theme];
  const width = Math.ceil(Math.max(scene.width + 2 * MARGIN, 480));
  const height = Math.ceil(scene.height + TOP + MARGIN);
  const pen: Pen = { ...options, p };
  const routes = routesOf(scene);
  const pods = scene.nodes.filter((n) => n.role === 'pod');
  const others = scene.nodes.filter((n) => n.role !== 'pod');
  const drawn = scene.edges.flatMap((edge) => {
    const route = routes.get(edge.id);
    return route ? [{ edge, route }] : [];
  });
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img" lang="${xml(lang)}" aria-labelledby="lc-title lc-desc">`,
    `<title id="lc-title">${xml(caption.title)}</title>`,
    `<desc id="lc-desc">${xml(caption.text)}</desc>`,
    ...(state === undefined ? [] : [`<metadata><state xmlns="urn:linkchain">${xml(state)}</state></metadata>`]),
    `<defs>${STATES.map((s) => marker(s, p.state[s])).join('')}</defs>`,
    `<rect width="${width}" height="${height}" fill="${p.page}"/>`,
    text(MARGIN, 26, fitted(caption.title, width - 2 * MARGIN, 'title'), { size: 15, weight: 700, fill: p.text }),
    text(MARGIN, 45, fitted(caption.text, width - 2 * MARGIN, 'quiet'), { size: 12, fill: p.quiet }),
    `<g transform="translate(${MARGIN} ${TOP})">`,
    ...scene.groups.map((g) =>
      text(g.x + 2, g.y + g.height - 10, fitted(options.say.group(g), g.width, 'title'), { size: 14, weight: 700, fill: p.text }),
    ),
    ...scene.lanes.map((lane) => {
      const s = statusState(lane.status);
      const ink = lane.status === 'ok' ? p.ok : p.state[s];
      return [
        box(lane, { fill: p.lane, stroke: p.soft, radius: 6, width: 1 }),
        `<rect x="${r(lane.x)}" y="${r(lane.y)}" width="4" height="${r(lane.height)}" fill="${ink}"/>`,
        text(lane.x + 12, lane.y + 17, STATE_SIGNS[s], { size: 12, weight: 700, fill: ink }),
        text(lane.x + 28, lane.y + 17, fitted(options.say.lane(lane), lane.width - 40, 'title'), { size: 12, weight: 600, fill: p.text }),
      ].join('');
    }),
    ...pods.map((n) => node(n, pen)),
    ...drawn.map(({ edge, route }) => line(edge, route, pen)),
    ...others.map((n) => node(n, pen)),
    ...drawn.map(({ edge, route }) => label(edge, route, pen)),
    '</g>',
    '</svg>',
    '',
  ].join('\n');
}

interface Pen extends SvgOptions {
  p: (typeof PALETTES)[Theme];
}

const STATES = Object.keys(STATE_SIGNS) as (keyof typeof STATE_SIGNS)[];
const r = (n: number): number => Math.round(n * 100) / 100;

interface Ink {
  size: number;
  fill: string;
  weight?: number;
  mono?: boolean;
  anchor?: 'middle' | 'end';
  strike?: boolean;
}

function text(x: number, y: number, content: string, { size, fill, weight = 400, mono = false, anchor, strike }: Ink): string {
  if (content === '') return '';
  return `<text x="${r(x)}" y="${r(y)}" font-family="${mono ? MONO : SANS}" font-size="${size}" font-weight="${weight}" fill="${fill}"${anchor ? ` text-anchor="${anchor}"` : ''}${strike ? ' text-decoration="line-through"' : ''} xml:space="preserve">${xml(content)}</text>`;
}

interface Frame {
  fill: string;
  stroke: string;
  radius: number;
  width: number;
  dash?: string;
}
function box({ x, y, width, height }: { x: number; y: number; width: number; height: number }, f: Frame): string {
  const inset = f.width / 2;
  return `<rect x="${r(x + inset)}" y="${r(y + inset)}" width="${r(width - f.width)}" height="${r(height - f.width)}" rx="${f.radius}" fill="${f.fill}" stroke="${f.stroke}" stroke-width="${f.width}"${f.dash ? ` stroke-dasharray="${f.dash}"` : ''}/>`;
}

const marker = (state: string, fill: string): string =>
  `<marker id="lc-${state}" viewBox="0 0 10 10" refX="9" refY="5" markerWidth="9" markerHeight="9" markerUnits="userSpaceOnUse" orient="auto"><path d="M1 1 9 5 1 9" fill="none" stroke="${fill}" stroke-width="1.5"/></marker>`;

const DASHED: Partial<Record<SceneNode['origin'], string>> = { outside: '2 3', missing: '6 4', absent: '1 3' };

function node(n: SceneNode, pen: Pen): string {
  const { p, say } = pen;
  const inner = n.role === 'container';
  const round = n.role === 'listener' || n.role === 'upstream';
  const stroke = n.state === 'broken' ? p.state.broken : n.origin === 'missing' ? p.state.unknown : p.line;
  const fill =
    n.change === 'added'
      ? p.added
      : n.change === 'removed'
        ? p.removed
        : n.role === 'pod'
          ? p.pod
          : n.origin === 'missing'
            ? 'none'
            : p.box;
  const dash = n.change === 'removed' ? '5 3' : DASHED[n.origin];
  const out = [
    box(n, { fill, stroke, radius: round ? 14 : 7, width: n.state === 'broken' || n.role === 'pod' ? 2 : 1.5, ...(dash ? { dash } : {}) }),
  ];
  // Who makes it is drawn as a second frame.
  if (n.origin === 'operator' || n.origin === 'cluster')
    out.push(box({ x: n.x + 3, y: n.y + 3, width: n.width - 6, height: n.height - 6 }, { fill: 'none', stroke, radius: 5, width: 1 }));
  const right = n.x + n.width - SIZE.pad;
  const mark = n.state === 'ok' ? '' : STATE_SIGNS[n.state];
  const change = n.change ? `${CHANGE_SIGNS[n.change]} ${say.change(n.change)}` : '';
  const ink = n.state === 'ok' ? p.quiet : p.state[n.state];
  const strike = n.change === 'removed';
  const title = say.title(n);
  if (inner) {
    out.push(text(n.x + SIZE.pad, n.y + 16, fitted(title, n.width - 80, 'title'), { size: 12.5, weight: 650, fill: p.text, strike }));
    out.push(text(right, n.y + 16, change || say.kind(n.kind), { size: 10.5, fill: p.quiet, anchor: 'end' }));
  } else {
    const head = [say.kind(n.kind), n.subtitle, say.origin(n.origin)].filter(Boolean).join(' · ');
    const room = n.width - 2 * SIZE.pad - (mark ? 16 : 0) - textWidth(change, 'quiet');
    out.push(text(n.x + SIZE.pad, n.y + 16, fitted(head, room, 'quiet'), { size: 10.5, fill: p.quiet }));
    if (change) out.push(text(right - (mark ? 16 : 0), n.y + 16, change, { size: 10.5, fill: p.text, weight: 700, anchor: 'end' }));
    out.push(
      text(n.x + SIZE.pad, n.y + 33, fitted(title, n.width - 2 * SIZE.pad, 'title'), { size: 12.5, weight: 650, fill: p.text, strike }),
    );
  }
  if (mark) out.push(text(right, n.y + 16, mark, { size: 12, weight: 700, fill: ink, anchor: 'end' }));
  const top = n.y + (inner ? SIZE.innerHead : SIZE.head);
  for (const [i, row] of n.rows.entries()) out.push(rowOf(n, row, top + i * SIZE.row, pen));
  const below = top + n.rows.length * SIZE.row;
  for (const [i, code] of n.codes.entries())
    out.push(
      text(n.x + SIZE.pad, below + i * SIZE.note + 13, fitted(`${mark} ${say.note(code)}`.trim(), n.width - 2 * SIZE.pad, 'quiet'), {
        size: 10.5,
        fill: ink,
      }),
    );
  return out.join('');
}

function rowOf(n: SceneNode, row: SceneRow, y: number, { p, say }: Pen): string {
  const right = n.x + n.width - SIZE.pad;
  const mark = row.state === 'ok' ? '' : STATE_SIGNS[row.state];
  const change = row.change ? `${CHANGE_SIGNS[row.change]} ` : '';
  const note = row.detail === '' && !row.scheme ? say.rowNote(row) : '';
  const ink = row.state === 'broken' ? p.state.broken : row.used ? p.text : p.quiet;
  const lock = row.scheme ? textWidth(row.scheme, 'mono') + 18 : 0;
  const end = right - (mark ? 14 : 0);
  const room = end - lock - n.x - SIZE.pad;
  const main = fitted(`${change}${row.text}`, room, 'mono');
  const taken = textWidth(main, 'mono') + 7;
  const out = [`<rect x="${r(n.x + 1)}" y="${r(y)}" width="${r(n.width - 2)}" height="1" fill="${p.soft}"/>`];
  if (row.change)
    out.push(
      `<rect x="${r(n.x + 1)}" y="${r(y)}" width="${r(n.width - 2)}" height="${SIZE.row}" fill="${row.change === 'removed' ? p.removed : p.added}"/>`,
    );
  out.push(
    text(n.x + SIZE.pad, y + 15, main, { size: 11, mono: true, weight: row.used ? 600 : 400, fill: ink, strike: row.change === 'removed' }),
  );
  const rest = row.detail === '' ? fitted(note, room - taken, 'quiet') : fitted(row.detail, room - taken, 'mono');
  out.push(
    text(n.x + SIZE.pad + taken, y + 15, room > taken + 12 ? rest : '', {
      size: row.detail === '' ? 10.5 : 11,
      mono: row.detail !== '',
      fill: p.quiet,
    }),
  );
  if (row.scheme) {
    out.push(lockAt(row.scheme, end - lock, y + 5, ink));
    out.push(text(end, y + 15, row.scheme, { size: 11, mono: true, fill: ink, anchor: 'end' }));
  }
  out.push(text(right, y + 15, mark, { size: 12, weight: 700, fill: ink, anchor: 'end' }));
  return out.join('');
}

const lockAt = (scheme: 'http' | 'https', x: number, y: number, stroke: string): string =>
  `<path d="${LOCKS[scheme]}" transform="translate(${r(x)} ${r(y)}) scale(0.75)" fill="none" stroke="${stroke}" stroke-width="1.6" stroke-linecap="round"/>`;

function line(edge: SceneEdge, route: Route, { p }: Pen): string {
  const dashes = STATE_DASHES[edge.state].join(' ');
  const width = edge.state === 'broken' ? 3 : edge.kind === 'guard' ? 1.2 : 1.6;
  return `<path d="${route.path}" fill="none" stroke="${p.state[edge.state]}" stroke-width="${width}"${dashes ? ` stroke-dasharray="${dashes}" stroke-linecap="round"` : ''}${edge.change === 'removed' ? ' opacity="0.45"' : ''} marker-end="url(#lc-${edge.state})"/>`;
}

/** Characters of a label line that fit between two columns. */
const ROOM = SIZE.maxGap - 20;

function label(edge: SceneEdge, route: Route, { p }: Pen): string {
  const shown = edge.kind === 'guard' ? '' : shownLabel(edge);
  const lock = edge.kind === 'chain' && edge.scheme ? 15 : 0;
  const sign = edge.state !== 'ok' || (shown === '' && lock === 0) ? STATE_SIGNS[edge.state] : '';
  const change = edge.change ? CHANGE_SIGNS[edge.change] : '';
  const signs = [change, sign].filter(Boolean).join(' ');
  const lines = (route.level ? [shown] : labelLines(shown)).map((l) => fitted(l, route.level ? 400 : ROOM, 'label'));
  const wide = Math.max(...lines.map((l) => labelWidth(l)));
  const lead = signs === '' ? 0 : textWidth(signs, 'label') + 4;
  const width = lead + wide + lock + 8;
  const height = 13 * lines.length + 3;
  const left = route.x - width / 2;
  const ink = edge.state === 'broken' ? p.state.broken : p.text;
  const out = [
    `<rect x="${r(left)}" y="${r(route.y - height / 2)}" width="${r(width)}" height="${height}" rx="4" fill="${p.page}" fill-opacity="0.92"/>`,
  ];
  out.push(text(left + 4, route.y + 4, signs, { size: 10.5, weight: 700, fill: ink }));
  for (const [i, l] of lines.entries())
    out.push(
      text(left + 4 + lead, route.y - height / 2 + 11 + i * 13, l, {
        size: 10.5,
        mono: true,
        fill: ink,
        strike: edge.change === 'removed',
      }),
    );
  if (edge.kind === 'chain' && edge.scheme) out.push(lockAt(edge.scheme, left + width - 15, route.y - 6, ink));
  return out.join('');
}
