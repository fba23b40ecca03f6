import type { SceneNode, SceneRow } from '../types.ts';

/**
 * Every measure of the picture, in pixels at zoom 1. Sizes follow from text lengths, so that the layout is known before
 * anything is painted; whoever draws a scene uses the same fonts: 12.5 px for titles, 11 px monospace for rows.
 */
export const SIZE = {
  head: 40,
  innerHead: 24,
  row: 22,
  note: 18,
  foot: 6,
  pad: 10,
  mark: 18,
  min: 128,
  max: 290,
  /** Between nodes of one column. */
  stack: 16,
  /** Around the containers in a pod. */
  inner: 10,
  /** Beside two nodes of one column that are tied. */
  loop: 150,
  /** Between what is guarded and its guards. */
  guard: 26,
  /** Between columns without labels, and most with them. */
  gap: 44,
  maxGap: 172,
  /** Between the two halves of a folded picture. */
  fold: 56,
  /** Lanes: title height, padding, space between, space between two columns of them. */
  laneHead: 26,
  lanePad: 12,
  lane: 10,
  laneGap: 48,
  /** Heading of a namespace, with the space below; least width where lanes are folded. */
  group: 44,
  foldedLane: 560,
} as const;

const CHAR = { title: 8.2, quiet: 6.2, mono: 6.65, label: 6.35 } as const;

/** Width of a text, CJK and other wide characters counted as wide. */
export function textWidth(text: string, face: keyof typeof CHAR): number {
  let units = 0;
  for (const char of text) units += (char.codePointAt(0) ?? 0) >= 0x2e80 ? 1.7 : 1;
  return Math.ceil(units * CHAR[face]);
}

/** Characters of a title that fit into its node. */
export const titleRoom = (node: SceneNode): number =>
  Math.floor((node.width - 2 * SIZE.pad + 1 - (isInner(node) ? textWidth(node.kind, 'quiet') + 16 : 0)) / CHAR.title);

export const isInner = (node: Pick<SceneNode, 'role'>): boolean => node.role === 'container';
export const headOf = (node: Pick<SceneNode, 'role'>): number => (isInner(node) ? SIZE.innerHead : SIZE.head);

/** Words the picture adds in the reader's language: who makes a node, what changed, what is to be said of a row. */
const WORDS = { origin: 112, change: 84, note: 130 } as const;

/** Width a row asks for: text, detail or note, lock, state mark. */
export function rowWidth(row: SceneRow): number {
  const detail = row.detail === '' ? 0 : textWidth(row.detail, 'mono') + 8;
  const lock = row.scheme ? SIZE.mark + textWidth(row.scheme, 'mono') + 8 : 0;
  const note = row.code !== undefined && row.detail === '' && !row.scheme ? WORDS.note : 0;
  const mark = (row.state === 'ok' ? 0 : SIZE.mark + 6) + (row.change ? 14 : 0);
  return textWidth(row.text, 'mono') + detail + note + lock + mark + 4;
}

/** Natural size of a node on its own; a pod grows around what stands in it. */
export function sizeOf(node: SceneNode): { width: number; height: number } {
  const title = textWidth(node.title, 'title');
  const made = (node.origin === 'input' || isInner(node) ? 0 : WORDS.origin) + (node.change ? WORDS.change : 0);
  const kind = textWidth(node.subtitle === '' ? node.kind : `${node.kind} · ${node.subtitle}`, 'quiet') + made;
  const head = isInner(node) ? title + kind + 16 : Math.max(title, kind + SIZE.mark);
  const widest = Math.max(head, ...node.rows.map(rowWidth));
  return {
    width: Math.min(SIZE.max, Math.max(SIZE.min, widest + 2 * SIZE.pad)),
    height:
      headOf(node) +
      node.rows.length * SIZE.row +
      node.codes.length * SIZE.note +
      (node.rows.length + node.codes.length > 0 ? SIZE.foot : 0),
  };
}

/** Where an edge ends, measured from the node's top: the middle of a row, or of the head. */
export function anchorY(node: SceneNode, row: string | null): number {
  const index = row === null ? -1 : node.rows.findIndex((r) => r.id === row);
  return index < 0 ? headOf(node) / 2 : headOf(node) + index * SIZE.row + SIZE.row / 2;
}

/** Room an edge label asks for between two columns; long ones are broken in two lines. */
export function labelWidth(label: string): number {
  return Math.max(0, ...labelLines(label).map((line) => textWidth(line, 'label')));
}

/** `targetPort: https` → two lines at the space, where it saves room. */
export function labelLines(label: string): string[] {
  if (label.length <= 11) return [label];
  const cut = label.startsWith('→ ') ? label.indexOf('//') + 2 : label.indexOf(': ') + 2;
  return cut > 2 && cut < label.length ? [label.slice(0, cut), label.slice(cut)] : [label];
}
