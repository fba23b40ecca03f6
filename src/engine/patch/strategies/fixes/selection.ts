import { endpointOf, type Fix, undecided } from './fix.ts';
import { setLabel } from './selectors.ts';

/** No Prometheus takes the monitor up: it gets the label that the selector asks for, or its namespace does. */
export const monitorNotSelected: Fix = {
  code: 'monitor-not-selected',
  apply(task, { params }) {
    const [key, wanted] = [String(params['key'] ?? ''), String(params['wanted'] ?? '')];
    const monitor = endpointOf(task)?.monitor;
    if (!monitor || key === '' || wanted === '' || wanted.includes(', ')) return undecided(this);
    const ofNamespace = params['variant'] === 'namespace';
    const namespace = task.input.cluster.namespace(monitor.namespace).object;
    if (ofNamespace && !namespace) return undecided(this);
    setLabel(task, ofNamespace && namespace ? namespace : monitor, key, wanted);
    return null;
  },
};

/** The operator goes on where it was told to leave a Prometheus as it is. */
export const prometheusPaused: Fix = {
  code: 'prometheus-paused',
  apply(task, { evidence: [at], params }) {
    if (!at) return undecided(this);
    task.draft.set(at, false, ['fix-paused', { prometheus: String(params['prometheus'] ?? '') }]);
    return null;
  },
};
