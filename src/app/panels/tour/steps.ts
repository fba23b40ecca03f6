import { withGoal } from '../../state/input.ts';
import { type SampleId, takeSample } from '../../state/intake.ts';
import type { Session } from '../../state/session.ts';
import type { View } from '../../state/view.ts';

const CHAIN = 'ServiceMonitor/monitoring/node-exporter#0';

interface Step {
  id: 'inside' | 'outside' | 'edit' | 'conflict' | 'patch' | 'proof';
  /** Which installation it is told on. */
  sample: SampleId;
  /** The switch is set to http. */
  http?: true;
  look: Pick<View, 'pane' | 'drawer'>;
}
const WHOLE = { pane: 'main', drawer: null } as const;
const CHANGES = { pane: 'main', drawer: 'changes' } as const;
const FORECAST = { pane: 'forecast', drawer: 'forecast' } as const;

/** The story that this tool grew from, each step a state that anyone can bring about. */
export const STEPS: readonly Step[] = [
  { id: 'inside', sample: 'shipped', look: WHOLE },
  { id: 'outside', sample: 'shipped', look: FORECAST },
  { id: 'edit', sample: 'obvious-edit', look: WHOLE },
  { id: 'conflict', sample: 'obvious-edit', look: FORECAST },
  { id: 'patch', sample: 'shipped', http: true, look: CHANGES },
  { id: 'proof', sample: 'shipped', http: true, look: FORECAST },
];

/** Brings the page into the state of a step. */
export async function enter(session: Session, at: number): Promise<void> {
  const step = STEPS[at];
  if (!step) return session.look({ tour: null });
  const { files, goals } = session.input.getState();
  const there = files.length > 0 && files.every((f) => f.origin?.kind === 'sample' && f.origin.sample === step.sample);
  if (!there || goals.length > 0 !== (step.http === true)) {
    await takeSample(session, step.sample);
    if (step.http) session.update((input) => withGoal(input, { chain: CHAIN, goal: 'http', names: 'keep', removeUnusedRbac: false }));
  }
  session.look({ ...step.look, tab: 'chain', chain: CHAIN, selection: null, moment: 'after', tour: at });
}
