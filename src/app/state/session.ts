import type { ChainRow, FilesDelta } from '../../engine/api.ts';
import type { Goal } from '../../engine/patch/index.ts';
import type { OverviewFilter, Scene } from '../../engine/scene/index.ts';
import { createPointed } from '../diagram/pointed.ts';
import { Stopped } from '../worker/backend.ts';
import type { Client } from '../worker/client.ts';
import { type Answers, createAnswersStore } from './answers.ts';
import { breathe } from './breathe.ts';
import { createInputStore, deltaOf, EMPTY, type Input } from './input.ts';
import { filterRows, worstFirst } from './rows.ts';
import { createViewStore, EVERYTHING, type Filter, type Scope, type View } from './view.ts';

/** Chains one picture draws without holding up the page; the filters lead to the rest. */
const MOST_CHAINS = 1500;
/** Milliseconds of rest after which a filter is taken for typed. */
const TYPING = 120;

/** The app's state behind one object: input (true), view (looked at), answers (derived). */
export type Session = ReturnType<typeof createSession>;

/** Wires the three stores to the engine: every change of input or view asks anew, and only the newest answer is kept. */
export function createSession(client: Client) {
  const input = createInputStore();
  const view = createViewStore();
  const answers = createAnswersStore();
  /** What the engine was last told. */
  let told: Input = EMPTY;
  let round = 0;
  /** Files were sent and their summary is not in yet. */
  let analysing = false;
  let chainRound = 0;
  let overviewRound = 0;
  let previewRound = 0;
  let typing: ReturnType<typeof setTimeout> | undefined;
  /** The chain that was looked at and is not in the input any more, and the one shown in its place. */
  let lost: { chain: string; instead: string | null } | null = null;

  const tell = (change: Partial<Answers>) => answers.setState(change);
  const failed = (error: unknown) => {
    if (error instanceof Stopped) return;
    tell({ failure: error instanceof Error ? error.message : String(error), busy: null, previewing: false });
  };

  /** Goals of chains that exist; the others wait for their files to come back. */
  const activeGoals = (): Goal[] => {
    const ids = new Set(answers.getState().summary?.rows.map((r) => r.id));
    return input.getState().goals.filter((g) => ids.has(g.chain));
  };

  async function askChain(): Promise<void> {
    const mine = ++chainRound;
    const id = view.getState().chain;
    const chain = id === null ? null : await client.ask('chain', [id]);
    if (mine === chainRound) tell({ chain });
  }
  async function askOverview(): Promise<void> {
    const { tab, filter, scope, folded } = view.getState();
    const rows = answers.getState().summary?.rows;
    if (tab !== 'overview' || !rows) return;
    const mine = ++overviewRound;
    const overview =
      scope.show === 'workload' ? await client.ask('workload', [scope.workload]) : await askLanes(rows, filter, scope, folded);
    if (mine !== overviewRound) return;
    // The workload is not in the input any more.
    if (overview === null) view.setState({ scope: EVERYTHING });
    else tell({ overview });
  }
  function askLanes(rows: readonly ChainRow[], filter: Filter, scope: Scope, folded: readonly string[]): Promise<Scene> {
    const wanted = filterRows(rows, filter);
    const shown = wanted.length > MOST_CHAINS ? worstFirst(wanted).slice(0, MOST_CHAINS) : wanted;
    const asked: OverviewFilter = {
      ...(shown.length === rows.length ? {} : { chains: shown.map((r) => r.id) }),
      ...(scope.show === 'namespace' ? { namespace: scope.namespace } : {}),
      ...(folded.length > 0 ? { folded: [...folded] } : {}),
    };
    return client.ask('overview', [asked]);
  }
  async function askPreview(): Promise<void> {
    const mine = ++previewRound;
    const goals = activeGoals();
    if (goals.length === 0) return tell({ preview: null, previewing: false });
    tell({ previewing: true });
    const { chain } = view.getState();
    const focus = goals.some((g) => g.chain === chain) ? chain : null;
    const preview = await client.ask('preview', focus === null ? [goals] : [goals, focus]);
    if (mine === previewRound) tell({ preview, previewing: false });
  }

  /** A chain is always chosen while there is one: the one looked at, or else the worst. Tells whether it is another one now. */
  function chooseChain(): boolean {
    const rows = answers.getState().summary?.rows ?? [];
    const { chain } = view.getState();
    const has = (id: string | null) => rows.some((r) => r.id === id);
    // Text that is being typed is not always readable: the chain comes back when it is.
    const back = lost !== null && lost.instead === chain && has(lost.chain) ? lost.chain : null;
    const next = back ?? (has(chain) ? chain : (worstFirst(rows)[0]?.id ?? null));
    if (next === chain) return false;
    const left = lost?.instead === chain ? lost.chain : chain;
    lost = back !== null || left === null ? null : { chain: left, instead: next };
    view.setState({ chain: next, selection: null });
    return true;
  }

  async function analyse(now: Input, delta: FilesDelta): Promise<void> {
    const mine = ++round;
    analysing = true;
    tell({ busy: { step: 'analysing', progress: null }, failure: null });
    await breathe();
    const summary = await client.ask('setFiles', [delta]);
    // Taking in the answer was one task; drawing it is another.
    await breathe();
    if (mine !== round) return;
    tell({ summary: now.files.length === 0 ? null : summary, files: now.files, busy: null });
    await breathe();
    if (mine !== round) return;
    analysing = false;
    await Promise.all([chooseChain() ? null : askChain(), askOverview(), askPreview()]);
  }

  async function onInput(): Promise<void> {
    const now = input.getState();
    const delta = deltaOf(told, now);
    told = now;
    try {
      if (delta) await analyse(now, delta);
      // Where an analysis is under way, it asks for the preview at its end: of the goals there are by then.
      else if (!analysing) await askPreview();
    } catch (error) {
      analysing = false;
      failed(error);
    }
  }

  input.subscribe((now, before) => {
    if (now === before) return;
    // What is wanted anew is shown, whatever stood under the picture.
    if (now.goals !== before.goals && now.goals.length > 0) view.setState({ drawer: 'changes' });
    void onInput();
  });
  view.subscribe((now, before) => {
    if (now.chain !== before.chain) {
      // Chosen by hand: nothing leads back any more.
      if (now.chain !== lost?.instead) lost = null;
      tell({ chain: null });
      askChain().catch(failed);
      // The picture of the chain after is drawn for the one looked at.
      if (activeGoals().some((g) => g.chain === now.chain)) askPreview().catch(failed);
    }
    if (now.tab !== before.tab || now.scope !== before.scope || now.folded !== before.folded) askOverview().catch(failed);
    if (now.filter !== before.filter) {
      clearTimeout(typing);
      typing = setTimeout(() => void askOverview().catch(failed), TYPING);
    }
  });

  return {
    client,
    input,
    view,
    answers,
    pointed: createPointed(),
    activeGoals,
    tell,
    failed,
    /** After everything was stopped: what is looked at is asked for again. */
    askAgain(): void {
      tell({ stops: answers.getState().stops + 1 });
      Promise.all([askChain(), askOverview(), askPreview()]).catch(failed);
    },
    /** The one way to change the input. */
    update(change: (input: Input) => Input): void {
      input.setState(change(input.getState()), true);
    },
    look(change: Partial<View>): void {
      view.setState(change);
    },
    undo: () => input.temporal.getState().undo(),
    redo: () => input.temporal.getState().redo(),
  };
}
