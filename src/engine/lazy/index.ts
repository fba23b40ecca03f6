/**
 * Parts of the engine that are large and rarely needed, so that the page loads them on first use. An answer that needs one
 * throws, the part is loaded, and the question is asked again: the engine itself stays synchronous.
 */
class Needs extends Error {
  override name = 'Needs';
  readonly load: () => Promise<void>;
  constructor(load: () => Promise<void>) {
    super('a part of the engine is not loaded yet');
    this.load = load;
  }
}

const parts: (() => Promise<void>)[] = [];

/** The part, once it is loaded; before that asking for it makes `withParts` load it. */
export function lazily<T>(load: () => Promise<T>): () => T {
  let part: T | undefined;
  const fetch = async (): Promise<void> => {
    part = await load();
  };
  parts.push(fetch);
  return () => {
    if (part === undefined) throw new Needs(fetch);
    return part;
  };
}

/** More parts than there are cannot be missing one after the other. */
const MOST = 20;

/** Asks, and asks again with what was missing. What is asked must not depend on having been asked before. */
export async function withParts<T>(ask: () => T): Promise<T> {
  for (let i = 0; ; i++)
    try {
      return ask();
    } catch (error) {
      if (!(error instanceof Needs) || i >= MOST) throw error;
      await error.load();
    }
}

/** Loads every part, and the parts of parts: for programs to which size means nothing. */
export async function loadParts(): Promise<void> {
  for (let done = 0; done < parts.length; ) {
    const next = parts.slice(done);
    done = parts.length;
    await Promise.all(next.map((load) => load()));
  }
}
