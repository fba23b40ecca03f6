import { createEngine } from '../src/engine/engine.ts';
import type { SourceFile } from '../src/engine/ingest/index.ts';
import type { Goal } from '../src/engine/patch/index.ts';
import { median, timed } from './statistics.ts';

const CHAIN = 'ServiceMonitor/monitoring/node-exporter#0';

/** Click on http: patched texts, the diff and the re-analysed chain. First call and median of the ones after it. */
export function toggle(files: SourceFile[], rounds = 15): { first: number; later: number; status: string } {
  const engine = createEngine();
  engine.setFiles({ put: files });
  const goal = (names: Goal['names']): Goal => ({ chain: CHAIN, goal: 'http', names, removeUnusedRbac: false });
  let status = '';
  const click = (names: Goal['names']) =>
    timed(() => {
      status = engine.preview([goal(names)]).chain?.status ?? 'refused';
    });
  const first = click('keep');
  // Every click asks for another text than the one before.
  const later = Array.from({ length: rounds }, (_, i) => click(i % 2 === 0 ? 'tidy' : 'keep'));
  return { first, later: median(later), status };
}
