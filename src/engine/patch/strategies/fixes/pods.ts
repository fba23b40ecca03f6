import { objectAt } from '../../../ingest/index.ts';
import { below, mapAt } from '../../input.ts';
import { type Fix, undecided } from './fix.ts';

/** The kubelet's probe speaks what the process speaks. */
export const probeMismatch: Fix = {
  code: 'probe-mismatch',
  apply(task, { params, evidence: [at] }) {
    const owner = at ? objectAt(task.input.ingested, at) : null;
    if (params['variant'] !== 'scheme' || !at || !owner) return undecided(this);
    const to = String(params['serves'] ?? '').toUpperCase();
    const step = ['probe-scheme', { container: String(params['container'] ?? ''), probe: String(params['probe'] ?? ''), to }] as const;
    if (!Object.hasOwn(mapAt(owner, at), 'scheme')) task.draft.insert(owner, at, 'scheme', to, step);
    else task.draft.set(below(at, 'scheme'), to, step);
    task.draft.tell('pods-restart', 'info', { workload: owner.id });
    return null;
  },
};

/** One pod, where none was asked for. */
export const noReplicas: Fix = {
  code: 'no-replicas',
  apply(task, { params, evidence: [at] }) {
    if (!at) return undecided(this);
    task.draft.set(at, 1, ['fix-replicas', { workload: String(params['workload'] ?? '') }]);
    return null;
  },
};
