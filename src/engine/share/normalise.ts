import type { Goal } from '../patch/index.ts';
import type { ShareLimits, ShareState } from './types.ts';

/** Nothing in the shape that was promised: the field says where. */
export interface Misfit {
  field: string;
}

const NAMES = ['keep', 'tidy'] as const satisfies readonly Goal['names'][];

class Mismatch extends Error {
  readonly field: string;
  constructor(field: string) {
    super(field);
    this.field = field;
  }
}

/**
 * Whatever came out of a link as a state, built anew from known fields of the right type and size, or the field that
 * does not fit. Unknown fields are left behind, so `__proto__` and what later versions add do no harm.
 */
export function normalise(value: unknown, limits: ShareLimits): ShareState | Misfit {
  try {
    return stateOf(record(value, ''), limits);
  } catch (e) {
    if (e instanceof Mismatch) return { field: e.field };
    throw e;
  }
}

type Fields = Readonly<Record<string, unknown>>;

function stateOf(fields: Fields, limits: ShareLimits): ShareState {
  const short = (of: Fields, name: string, path = name): string => text(get(of, name), path, limits.path);
  const orNull = (name: string): string | null => (get(fields, name) === null ? null : short(fields, name));
  const state: ShareState = {
    type: oneOf(get(fields, 'type'), ['linkchain'], 'type'),
    version: oneOf(get(fields, 'version'), [1], 'version'),
    files: list(get(fields, 'files'), 'files', limits.files, (file, at) => ({
      path: pathOf(short(file, 'path', `${at}.path`), `${at}.path`),
      text: text(get(file, 'text'), `${at}.text`, limits.inflated),
    })),
    defaultNamespace: get(fields, 'defaultNamespace') === undefined ? 'default' : short(fields, 'defaultNamespace'),
    goals: list(get(fields, 'goals'), 'goals', limits.goals, (goal, at) => goalOf(goal, at, short)),
    chain: orNull('chain'),
    selection: orNull('selection'),
  };
  if (new Set(state.files.map((file) => file.path)).size < state.files.length) throw new Mismatch('files');
  if (get(fields, 'operatorVersion') !== undefined) state.operatorVersion = short(fields, 'operatorVersion');
  return get(fields, 'view') === undefined ? state : { ...state, view: short(fields, 'view') };
}

function goalOf(goal: Fields, at: string, short: (of: Fields, name: string, path: string) => string): Goal {
  const removeUnusedRbac = get(goal, 'removeUnusedRbac');
  if (typeof removeUnusedRbac !== 'boolean') throw new Mismatch(`${at}.removeUnusedRbac`);
  return {
    chain: short(goal, 'chain', `${at}.chain`),
    goal: goalName(get(goal, 'goal'), `${at}.goal`),
    names: oneOf(get(goal, 'names'), NAMES, `${at}.names`),
    removeUnusedRbac,
    ...(get(goal, 'strategy') === undefined ? {} : { strategy: short(goal, 'strategy', `${at}.strategy`) }),
    ...(get(goal, 'secret') === undefined ? {} : { secret: short(goal, 'secret', `${at}.secret`) }),
  };
}

/** The names that goals have (patch/types.ts): a link is read without the patches. */
const GOAL = /^(?:http|https|outside|tidy-names|fix:[a-z0-9-]{1,60})$/;

function goalName(value: unknown, field: string): Goal['goal'] {
  if (typeof value !== 'string' || !GOAL.test(value)) throw new Mismatch(field);
  return value as Goal['goal'];
}

function get(fields: Fields, name: string): unknown {
  return Object.hasOwn(fields, name) ? fields[name] : undefined;
}

function record(value: unknown, path: string): Fields {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw new Mismatch(path);
  return value as Fields;
}

function list<T>(value: unknown, path: string, most: number, each: (fields: Fields, at: string) => T): T[] {
  if (!Array.isArray(value) || value.length > most) throw new Mismatch(path);
  return value.map((item, i) => each(record(item, `${path}[${i}]`), `${path}[${i}]`));
}

function text(value: unknown, path: string, most: number): string {
  if (typeof value !== 'string' || value.length > most) throw new Mismatch(path);
  return value;
}

function oneOf<const T>(value: unknown, allowed: readonly T[], path: string): T {
  const found = allowed.find((each) => each === value);
  if (found === undefined) throw new Mismatch(path);
  return found;
}

/** A path is shown and written out: it has a name and no control characters. */
function pathOf(path: string, field: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is refused
  if (path === '' || /[\u0000-\u001f\u007f]/.test(path)) throw new Mismatch(field);
  return path;
}
