import type { ScalarNode, SyntaxProblem, Tree, TreeNode } from './tree.ts';
import type { ReadCode, ReadProblem } from './types.ts';

/** The one problem that explains best why a document cannot be read: what follows the first one is mostly noise. */
export function explain(text: string, tree: Tree): ReadProblem | null {
  const found = cause(text, tree);
  // The package may point behind the end of the text.
  return found && { ...found, start: Math.min(found.start, text.length), end: Math.min(found.end, text.length) };
}

function cause(text: string, tree: Tree): ReadProblem | null {
  if (tree.tooDeepAt !== null) return problem('too-deep', tree.tooDeepAt, tree.tooDeepAt + 1, '');
  const first = tree.errors[0];
  if (!first && tree.secondAt === null) return null;
  const excerpt = leftOut(text) ?? (first ? brokenIndent(text) : null);
  if (excerpt) return excerpt;
  if (!first) return problem('yaml-syntax', tree.secondAt ?? 0, (tree.secondAt ?? 0) + 1, 'more than one document');
  const tab = tabIndent(text, first);
  if (tab) return tab;
  const open = unterminated(text, tree, first);
  if (open) return open;
  return problem(first.code === 'RESOURCE_EXHAUSTION' ? 'too-deep' : 'yaml-syntax', first.start, first.end, first.message);
}

function problem(code: ReadCode, start: number, end: number, detail: string): ReadProblem {
  return { code, severity: 'error', start, end: Math.max(end, start), detail };
}

const DOTS = /^[ \t]*(?:- )?(?:\.{3,}|…+)[ \t]*\r?$/m;

/** A line of dots only: an article's way to say that something was left out. */
export function leftOut(text: string): ReadProblem | null {
  const m = DOTS.exec(text);
  if (!m) return null;
  const dots = /[.…]+/.exec(m[0]);
  const start = m.index + (dots?.index ?? 0);
  return problem('excerpt', start, start + (dots?.[0].length ?? 0), dots?.[0] ?? '');
}

/** Text cut out of the middle: the first line is indented deeper than a later one. */
function brokenIndent(text: string): ReadProblem | null {
  const lines = /^( *)(?![ \t\r\n]|#|---|$)/gm;
  const first = lines.exec(text);
  if (!first || first[1] === '') return null;
  for (let m = lines.exec(text); m; m = lines.exec(text)) {
    if ((m[1] as string).length < (first[1] as string).length)
      return problem('excerpt', m.index, lineEnd(text, m.index), text.slice(m.index, lineEnd(text, m.index)).trim());
    if (m[0] === '') lines.lastIndex++;
  }
  return null;
}

function tabIndent(text: string, error: SyntaxProblem): ReadProblem | null {
  const start = text.lastIndexOf('\n', Math.max(0, error.start - 1)) + 1;
  for (const at of [start, text.indexOf('\n', error.start) + 1]) {
    const m = /^ *\t[ \t]*(?=[^\s#])/.exec(text.slice(at, at + 200));
    if (m) return problem('yaml-tab-indent', at, at + m[0].length, text.slice(at, lineEnd(text, at)));
  }
  return error.code === 'TAB_AS_INDENT' ? problem('yaml-tab-indent', error.start, error.end, error.message) : null;
}

/** An open quote swallows lines until the next quote, so the parser complains far below: point at where it was opened. */
function unterminated(text: string, tree: Tree, error: SyntaxProblem): ReadProblem | null {
  const quoted = tree.root ? lastQuoted(tree.root, error.start) : null;
  if (quoted && text.slice(quoted.start, quoted.end).includes('\n') && !text.slice(quoted.end, error.start).includes('\n')) {
    return problem('yaml-unterminated', quoted.start, lineEnd(text, quoted.start), text.slice(quoted.start, lineEnd(text, quoted.start)));
  }
  const missing = /^Missing closing|must end with|and end with/.test(error.message);
  if (!missing) return null;
  const start = quoted?.start ?? (tree.root && openFlow(tree.root, error.start)) ?? error.start;
  return problem('yaml-unterminated', start, Math.max(error.end, start), error.message);
}

/** Where the last flow collection that reaches up to `at` was opened: it is the one that is not closed. */
function openFlow(root: TreeNode, at: number): number | null {
  let found: number | null = null;
  const visit = (node: TreeNode): void => {
    if (node.start > at || (node.type !== 'map' && node.type !== 'seq')) return;
    if (node.flow && node.end >= at) found = node.start;
    if (node.type === 'map') for (const e of node.entries) visit(e.value);
    else for (const i of node.items) visit(i.value);
  };
  visit(root);
  return found;
}

/** The last quoted scalar that begins before `at`. */
function lastQuoted(root: TreeNode, at: number): ScalarNode | null {
  let found: ScalarNode | null = null;
  const visit = (node: TreeNode): void => {
    if (node.start > at) return;
    if (node.type === 'scalar' && (node.style === 'single' || node.style === 'double')) {
      if (!found || node.start > found.start) found = node;
    } else if (node.type === 'map') {
      for (const e of node.entries) {
        visit(e.key);
        visit(e.value);
      }
    } else if (node.type === 'seq') for (const i of node.items) visit(i.value);
  };
  visit(root);
  return found;
}

function lineEnd(text: string, at: number): number {
  const newline = text.indexOf('\n', at);
  return newline === -1 ? text.length : newline;
}
