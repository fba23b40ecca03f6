import { hunksFromEdits, removalHunks } from '../export/index.ts';
import type { SourceFile } from '../ingest/index.ts';
import { applyEdits, type TextEdit } from '../yaml/index.ts';
import { composeEdits } from './compose.ts';
import { type Analyze, type PatchInput, refuse } from './input.ts';
import { plansFor } from './plan.ts';
import { disprove, newIn } from './proof.ts';
import type { FileChange, Goal, Plan, Preview, Refusal, Step, Way } from './types.ts';

/** A file between its first text and its last: `null` where it does not exist. */
interface Track {
  before: string | null;
  after: string | null;
  edits: TextEdit[];
  steps: Step[];
}
interface Run {
  tracks: Map<string, Track>;
  analysis: PatchInput;
  plans: Plan[];
  /** By goal: the way taken. */
  strategies: (string | null)[];
  refusals: (Refusal | null)[];
  /** Goals that changed a file, by path. */
  touched: Map<string, Goal[]>;
}

/** Each goal applies to the text the previous one produced, and counts only when that text, read again, does what was asked. */
function run(files: readonly SourceFile[], goals: readonly Goal[], analyze: Analyze): Run {
  const state: Run = { tracks: new Map(), analysis: analyze(files), plans: [], strategies: [], refusals: [], touched: new Map() };
  for (const goal of goals) {
    const found = proved(state.analysis, goal, analyze);
    state.refusals.push('code' in found ? found : null);
    state.strategies.push('code' in found ? null : found.plan.strategy);
    if ('code' in found) continue;
    track(state, found.plan, goal);
    state.analysis = found.next;
    state.plans.push(found.plan);
  }
  return state;
}

/** The safest way that keeps its promise when its result is read, or why the safest does not. */
function proved(from: PatchInput, goal: Goal, analyze: Analyze): { plan: Plan; next: PatchInput } | Refusal {
  let first: Refusal | null = null;
  for (const plan of plansFor(from, goal)) {
    if ('code' in plan) {
      first ??= plan;
      continue;
    }
    const next = plan.files.length === 0 ? from : analyze(patched(from.files, plan));
    const refusal = plan.files.length === 0 ? null : disprove(from, next, goal, plan);
    if (!refusal) return { plan, next };
    first ??= refusal;
  }
  return first ?? refuse('no-way', { chain: goal.chain });
}

/** Every way to a goal, in the order of safety: what it would take and cost, or why it is not to be had here. */
export function waysTo(files: readonly SourceFile[], goal: Goal, analyze: Analyze): Way[] {
  const before = analyze(files);
  const { strategy: _, ...open } = goal;
  return [...plansFor(before, open)].flatMap((plan): Way[] => {
    if ('code' in plan || plan.files.length === 0) return [];
    const refusal = disprove(before, analyze(patched(files, plan)), goal, plan);
    const { strategy, consequences } = plan;
    return [{ strategy, files: plan.files.map((f) => f.path), consequences, refusal }];
  });
}

/** The files after a plan; a file that is left without any text is gone. */
function patched(files: readonly SourceFile[], plan: Plan): SourceFile[] {
  const edits = new Map(plan.files.map((f) => [f.path, f.edits]));
  const kept = files.flatMap((file): SourceFile[] => {
    const its = edits.get(file.path);
    if (!its) return [file];
    edits.delete(file.path);
    const text = applyEdits(file.text, its);
    return text.trim() === '' ? [] : [{ ...file, text }];
  });
  return [...kept, ...[...edits].map(([path, its]): SourceFile => ({ path, text: applyEdits('', its) }))];
}

function track({ tracks, analysis, touched }: Run, plan: Plan, goal: Goal): void {
  for (const { path, edits } of plan.files) {
    const text = analysis.files.find((f) => f.path === path)?.text ?? null;
    const known = tracks.get(path) ?? { before: text, after: text, edits: [], steps: [] };
    const after = applyEdits(text ?? '', edits);
    tracks.set(path, {
      before: known.before,
      after: after.trim() === '' ? null : after,
      edits: composeEdits(known.before ?? '', known.edits, edits),
      steps: [...known.steps, ...plan.steps.filter((s) => s.file === path)],
    });
    touched.set(path, [...(touched.get(path) ?? []), goal]);
  }
}

/** What a list of goals does to the files, proved by reading the result; each refusal stands at its goal's place. */
export const previewGoals = (files: readonly SourceFile[], goals: readonly Goal[], analyze: Analyze): Preview =>
  reachGoals(files, goals, analyze).preview;

/** The same, with the files after all goals that can be reached, marked with the goals that changed them. */
export function reachGoals(
  files: readonly SourceFile[],
  goals: readonly Goal[],
  analyze: Analyze,
): { preview: Preview; files: SourceFile[] } {
  const before = analyze(files);
  const state = run(files, goals, analyze);
  return { preview: previewOf(before, goals, state), files: filesAfter(state) };
}

function previewOf(before: PatchInput, goals: readonly Goal[], { tracks, analysis, plans, refusals, strategies }: Run): Preview {
  const wanted = new Set(goals.map((g) => g.chain));
  return {
    goals: [...goals],
    changes: [...tracks].flatMap(([path, t]) => changeOf(path, t)),
    consequences: unique(plans.flatMap((p) => p.consequences)),
    offers: unique(plans.flatMap((p) => p.offers)),
    refusals,
    after: analysis.chains.filter((c) => wanted.has(c.id)),
    strategies,
    newFindings: newIn(before, analysis),
    gone: newIn(analysis, before),
  };
}

function changeOf(path: string, { before, after, edits, steps }: Track): FileChange[] {
  if (before === after) return [];
  const hunks = after === null ? removalHunks(before ?? '') : hunksFromEdits(before ?? '', edits);
  return [{ path, before: before ?? '', after, hunks, steps }];
}

/** The files after all goals that can be reached, marked with the goals that changed them. */
export const applyGoals = (files: readonly SourceFile[], goals: readonly Goal[], analyze: Analyze): SourceFile[] =>
  filesAfter(run(files, goals, analyze));

function filesAfter({ analysis, tracks, touched }: Run): SourceFile[] {
  return analysis.files.map((file) => {
    const known = tracks.get(file.path);
    if (!known || known.before === known.after) return file;
    const did = (touched.get(file.path) ?? []).map((g) => `${g.goal} ${g.chain}`);
    return { ...file, origin: { kind: 'patched', goals: did } };
  });
}

function unique<T extends object>(list: readonly T[]): T[] {
  return [...new Map(list.map((item) => [JSON.stringify(item), item])).values()];
}
