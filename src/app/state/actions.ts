import type { ChainRow } from '../../engine/api.ts';
import type { Origin, SourceFile } from '../../engine/ingest/index.ts';
import type { Goal } from '../../engine/patch/index.ts';
import type { LinkState, Parcel, Unpacked } from '../worker/protocol.ts';
import { breathe } from './breathe.ts';
import { EMPTY, sameWish, withFiles, withGoal, withGoalUp, withoutGoal } from './input.ts';
import type { Session } from './session.ts';
import { FIRST_VIEW } from './view.ts';

/** How many files came in, how many of them took the place of one with the same path, and how many were here already. */
export interface Added {
  added: number;
  replaced: number;
  same: number;
}
const NONE: Added = { added: 0, replaced: 0, same: 0 };

/** A dropped file's path inside its folder: `./a/b.yaml`, `/a/b.yaml` and `a/b.yaml` are one path. */
export function pathOf(file: File & { path?: string }): string {
  const path = file.webkitRelativePath || file.path || file.name;
  return path.replace(/\\/g, '/').replace(/^(\.?\/)+/, '') || file.name;
}

function put(session: Session, files: readonly SourceFile[]): Added {
  const known = new Map(session.input.getState().files.map((f) => [f.path, f.text]));
  const fresh = files.filter((f) => known.get(f.path) !== f.text);
  const replaced = fresh.filter((f) => known.has(f.path)).length;
  if (fresh.length > 0) session.update((input) => withFiles(input, fresh));
  // Nothing goes on to be analysed.
  else session.tell({ busy: null });
  return { added: fresh.length - replaced, replaced, same: files.length - fresh.length };
}

/** Names of files for which it is worth loading the code that looks for a state in them. */
const MAY_CARRY = /\.(?:svg|png|html?|json)$/i;

/** A picture, a page or a state that linkchain made opens as what it carries, the way its link would. */
async function openCarried(files: readonly File[]): Promise<boolean> {
  const [file, ...others] = files;
  if (!file || others.length > 0 || !MAY_CARRY.test(file.name)) return false;
  const { fragmentIn } = await import('../../engine/share/index.ts');
  const fragment = fragmentIn(file.name, new Uint8Array(await file.arrayBuffer()));
  if (fragment !== null) location.hash = `#${fragment}`;
  return fragment !== null;
}

/** Reads, unpacks and adds what was dropped or chosen; null when cancelled or failed. */
export async function addFiles(session: Session, files: readonly File[], as?: string): Promise<Added | null> {
  if (files.length === 0) return NONE;
  if (as === undefined && (await openCarried(files))) return null;
  const total = files.length;
  session.tell({ busy: { step: 'reading', progress: { done: 0, total } }, failure: null });
  try {
    const parcels: Parcel[] = [];
    for (const file of files) {
      parcels.push({ name: as ?? pathOf(file), bytes: new Uint8Array(await file.arrayBuffer()) });
      if (parcels.length % 32 === 0) session.tell({ busy: { step: 'reading', progress: { done: parcels.length, total } } });
    }
    const parts: Unpacked[] = [];
    const last = await session.client.ask('unpack', [parcels], ({ done, total, part }) => {
      if (part) parts.push(part);
      session.tell({ busy: { step: 'reading', progress: { done, total } } });
    });
    await breathe();
    const read = [...parts, last].flatMap((p) => p.files);
    const anew = new Set([...parcels.map((p) => p.name), ...read.map((f) => f.path)]);
    const old = session.answers.getState().unpackProblems.filter((p) => !anew.has(p.file));
    session.tell({ unpackProblems: [...old, ...[...parts, last].flatMap((p) => p.problems)] });
    // Files that came in go on to be analysed, under the same progress line.
    return put(session, read);
  } catch (error) {
    session.tell({ busy: null });
    session.failed(error);
    return null;
  }
}

/** The first `pasted-N.yaml` that is free. */
function freeName(session: Session): string {
  const known = new Set(session.input.getState().files.map((f) => f.path));
  for (let n = 1; ; n++) if (!known.has(`pasted-${n}.yaml`)) return `pasted-${n}.yaml`;
}
export function addText(session: Session, text: string): Added {
  return put(session, [{ path: freeName(session), text, origin: { kind: 'paste' } }]);
}

/** A sample takes the place of what is there only when that is nothing but samples. */
export function addSample(session: Session, id: string, files: readonly { path: string; text: string }[]): void {
  const origin: Origin = { kind: 'sample', sample: id };
  const made = files.map(({ path, text }): SourceFile => ({ path, text, origin }));
  session.look({ tab: 'chain', chain: null, scope: FIRST_VIEW.scope, selection: null, filter: FIRST_VIEW.filter });
  session.update((input) => (isOwnWork(input.files) ? withFiles(input, made) : { ...EMPTY, files: made }));
}

/** Whether anything would be lost: samples and unchanged links can be had again. */
export const isOwnWork = (files: readonly SourceFile[]): boolean =>
  files.some((f) => f.origin?.kind !== 'sample' && f.origin?.kind !== 'link');

/** What was typed into a file. */
export const editFile = (session: Session, path: string, text: string): void => editFiles(session, [{ path, text }]);

/** Several files changed as one step, which undo takes back as one. */
export function editFiles(session: Session, changed: readonly { path: string; text: string }[]): void {
  const { files } = session.input.getState();
  const put = changed.flatMap(({ path, text }): SourceFile[] => {
    const known = files.find((f) => f.path === path);
    return known && known.text !== text ? [{ ...known, text, origin: { kind: 'paste' } }] : [];
  });
  if (put.length > 0) session.update((input) => withFiles(input, put));
}

export function removeFile(session: Session, path: string): void {
  session.update((input) => ({ ...input, files: input.files.filter((f) => f.path !== path) }));
}
export function clearAll(session: Session): void {
  session.look(FIRST_VIEW);
  session.tell({ unpackProblems: [] });
  session.update(() => EMPTY);
  session.input.temporal.getState().clear();
}

/** The switch: where listener and endpoint already agree on the scheme no goal is needed, else it is one. */
export function choose(session: Session, row: ChainRow, scheme: 'http' | 'https'): void {
  const wish = { chain: row.id, goal: scheme };
  const old = session.input.getState().goals.find((g) => sameWish(g, wish));
  const goal: Goal = { chain: row.id, goal: scheme, names: old?.names ?? 'keep', removeUnusedRbac: old?.removeUnusedRbac ?? false };
  session.update((input) => (row.serves === scheme && row.scheme === scheme ? withoutGoal(input, wish) : withGoal(input, goal)));
  session.look({ moment: 'after', selection: null });
}
export const changeGoal = (session: Session, goal: Goal): void => session.update((input) => withGoal(input, goal));
export const dropGoal = (session: Session, goal: Goal): void => session.update((input) => withoutGoal(input, goal));
export const raiseGoal = (session: Session, goal: Goal): void => session.update((input) => withGoalUp(input, goal));

/** Any other wish for a chain; its change is previewed beside the picture. */
export function want(session: Session, chain: string, goal: Goal['goal']): void {
  session.update((input) => withGoal(input, { chain, goal, names: 'keep', removeUnusedRbac: false }));
  session.look({ chain, tab: 'chain', pane: 'patch', drawer: 'changes', moment: 'after', selection: null });
}

/** Writes the previewed texts into the sources; the goals are reached and go. Undo brings both back. */
export function apply(session: Session): number {
  const { preview } = session.answers.getState();
  if (!preview) return 0;
  const { changes, goals, refusals } = preview.preview;
  const byPath = new Map(changes.map((c) => [c.path, c]));
  const reached = goals.filter((_, i) => refusals[i] === null);
  const origin: Origin = { kind: 'patched', goals: reached.map((g) => `${g.goal} ${g.chain}`) };
  session.update((input) => ({
    ...input,
    files: [
      ...input.files.flatMap((file): SourceFile[] => {
        const change = byPath.get(file.path);
        byPath.delete(file.path);
        if (!change) return [file];
        return change.after === null ? [] : [{ path: file.path, text: change.after, origin }];
      }),
      // What the change adds stands in files of its own.
      ...[...byPath.values()].flatMap(({ path, after }): SourceFile[] => (after === null ? [] : [{ path, text: after, origin }])),
    ],
    goals: input.goals.filter((g) => !reached.some((r) => sameWish(r, g))),
  }));
  return changes.length;
}

/** Shows what a permalink or the saved work holds. */
export function adopt(session: Session, state: LinkState): void {
  session.look({
    ...FIRST_VIEW,
    chain: state.chain,
    selection: state.selection,
    pane: state.chain ? 'main' : 'list',
    tab: state.view === 'all' ? 'overview' : 'chain',
  });
  const { files, goals, defaultNamespace, operatorVersion } = state;
  session.update(() => ({ files, goals, defaultNamespace, operatorVersion }));
}

/** Stops what is running and goes back to the input that was there before. */
export function cancel(session: Session): void {
  const analysing = session.answers.getState().busy?.step === 'analysing';
  session.client.cancel();
  session.tell({ busy: null, previewing: false });
  if (analysing) session.undo();
  else session.askAgain();
}
