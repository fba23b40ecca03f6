type Parser = typeof import('@prometheus-io/lezer-promql')['parser'];
type Tree = ReturnType<Parser['parse']>;
export type Node = Tree['topNode'];

/** Thrown where an expression is to be parsed and the parser was not loaded: only inputs with rules or dashboards need it. */
class NeedsPromql extends Error {
  override name = 'NeedsPromql';
}

let parser: Parser | null = null;

/** Loads the parser on first use. */
export async function loadPromql(): Promise<void> {
  parser ??= (await import('./parser.ts')).parser;
}

/** Asks, and asks once more with the parser loaded if an expression needs it. What is asked may itself wait for RE2. */
export async function withPromql<T>(ask: () => T | Promise<T>): Promise<T> {
  try {
    return await ask();
  } catch (error) {
    if (!(error instanceof NeedsPromql)) throw error;
    await loadPromql();
    return ask();
  }
}

export function parseTree(text: string): Tree {
  if (!parser) throw new NeedsPromql();
  return parser.parse(text);
}
