import type { ShareState } from './types.ts';

/** A state as a text and back; what comes back is whatever the text says, to be checked by `normalise`. */
export interface Form {
  write(state: ShareState): string;
  /** Throws on what is no such text. */
  read(text: string): unknown;
}

/** The form of the first links. */
export const json: Form = { write: (state) => JSON.stringify(state), read: (text) => JSON.parse(text) };

const END = '\u0000';

/**
 * Files as they are, so that packing finds their repetitions: `path`, a line break, the text, NUL; at the end what else the
 * state says, as JSON without what goes without saying. Texts that could be mistaken for that go into the JSON.
 */
export const plain: Form = {
  write(state) {
    const { type: _type, version: _version, files, ...rest } = state;
    const apart = files.some(
      ({ path, text }) => path.includes('\n') || `${path}${text}`.includes(END) || !isWellFormed(path) || !isWellFormed(text),
    );
    const told = Object.fromEntries(Object.entries(rest).filter(([name, value]) => !isImplied(name, value)));
    const parts = apart ? [] : files.map(({ path, text }) => `${path}\n${text}${END}`);
    return `${parts.join('')}${JSON.stringify(apart ? { ...told, files } : told)}`;
  },
  read(text) {
    const end = text.lastIndexOf(END) + 1;
    const told: unknown = JSON.parse(text.slice(end));
    const files = text
      .slice(0, Math.max(0, end - 1))
      .split(END)
      .flatMap((part) => {
        const cut = part.indexOf('\n');
        return cut < 0 ? [] : [{ path: part.slice(0, cut), text: part.slice(cut + 1) }];
      });
    return { ...IMPLIED, files, ...(typeof told === 'object' ? told : {}) };
  },
};

/** A later version of the document says so in its JSON. */
const IMPLIED = { type: 'linkchain', version: 1, defaultNamespace: 'default', goals: [], chain: null, selection: null };

function isImplied(name: string, value: unknown): boolean {
  if (name === 'goals') return Array.isArray(value) && value.length === 0;
  return Object.hasOwn(IMPLIED, name) && (IMPLIED as Record<string, unknown>)[name] === value;
}

/** A lone half of a surrogate pair does not survive UTF-8. */
const isWellFormed = (text: string): boolean => !/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/.test(text);
