import { looksLikeJson } from '../json.ts';
import type { TreeNode } from '../tree.ts';

/** How the author of a document writes: new text follows. */
export interface DocStyle {
  eol: '\n' | '\r\n';
  /** Spaces per level. */
  step: number;
  /** How far the dashes of a list stand behind the key that holds it. */
  dash: number;
  quote: 'single' | 'double';
  json: boolean;
}

export function detectStyle(text: string, root: TreeNode): DocStyle {
  const newline = text.indexOf('\n');
  const votes = { steps: new Map<number, number>(), dashes: new Map<number, number>(), single: 0, double: 0 };
  const column = (at: number) => at - (text.lastIndexOf('\n', at - 1) + 1);

  const visit = (node: TreeNode, parentColumn: number): void => {
    if (node.type === 'scalar') {
      if (node.style === 'single') votes.single++;
      if (node.style === 'double') votes.double++;
    } else if (node.type === 'seq') {
      const first = node.items[0];
      const own = node.flow || !first ? -1 : column(first.mark);
      if (own >= 0 && parentColumn >= 0) vote(votes.dashes, own - parentColumn);
      for (const item of node.items) visit(item.value, -1);
    } else if (node.type === 'map') {
      const first = node.entries[0];
      const own = node.flow || !first ? -1 : column(first.key.lead);
      if (own >= 0 && parentColumn >= 0 && own > parentColumn) vote(votes.steps, own - parentColumn);
      for (const entry of node.entries) {
        visit(entry.key, -1);
        visit(entry.value, own);
      }
    }
  };
  visit(root, -1);

  const json = looksLikeJson(text) && isJson(text);
  const step = winner(votes.steps) ?? 2;
  return {
    eol: newline > 0 && text[newline - 1] === '\r' ? '\r\n' : '\n',
    step: json ? (jsonStep(text) ?? 2) : step,
    dash: Math.max(0, winner(votes.dashes) ?? 0),
    quote: votes.single > votes.double ? 'single' : 'double',
    json,
  };
}

function vote(votes: Map<number, number>, value: number): void {
  votes.set(value, (votes.get(value) ?? 0) + 1);
}

function winner(votes: Map<number, number>): number | null {
  let best: number | null = null;
  for (const [value, count] of votes) if (best === null || count > (votes.get(best) ?? 0)) best = value;
  return best;
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

function jsonStep(text: string): number | null {
  const m = /^\s*[{[]\r?\n( +)/.exec(text);
  return m ? (m[1] as string).length : null;
}
