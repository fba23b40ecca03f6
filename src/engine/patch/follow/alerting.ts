import { type Fields, fieldsOf } from '../../objects/index.ts';
import { below, mapAt } from '../input.ts';
import type { PortChange, SchemeTask } from '../job.ts';
import { servicesOf } from './services.ts';

/** Every Prometheus that sends its alerts to the pods speaks to them as they now do (`spec.alerting.alertmanagers[]`). */
export function alertingFollows(task: SchemeTask, changes: readonly PortChange[]): void {
  const { draft, input, scheme } = task;
  const reached = changes.flatMap(({ workload, before }) =>
    [...servicesOf(input, workload).map((s) => s.name), 'alertmanager-operated'].map((service) => ({
      ...{ namespace: workload.namespace, service, number: before.number, name: before.name },
    })),
  );
  for (const prometheus of input.cluster.prometheuses) {
    const spec = prometheus.at(['spec', 'alerting', 'alertmanagers']);
    const entries: Fields[] = fieldsOf(prometheus.raw, []).map('spec').map('alerting').list('alertmanagers');
    entries.forEach((entry, index) => {
      const [port, name, namespace] = [entry.intOrString('port'), entry.str('name'), entry.str('namespace') ?? prometheus.namespace];
      if (!reached.some((r) => r.service === name && r.namespace === namespace && (r.number === port || r.name === port))) return;
      const at = below(spec, index);
      const raw = mapAt(prometheus.raw, at);
      const step = ['alerting-scheme', { object: prometheus.id, service: name ?? '', to: scheme }] as const;
      if (Object.hasOwn(raw, 'scheme')) draft.set(below(at, 'scheme'), scheme, step);
      else if (scheme === 'https') draft.insert(prometheus.raw, at, 'scheme', scheme, step);
      if (scheme === 'https' && !Object.hasOwn(raw, 'tlsConfig'))
        draft.insert(prometheus.raw, at, 'tlsConfig', { insecureSkipVerify: true }, step);
      if (scheme === 'http' && Object.hasOwn(raw, 'tlsConfig')) draft.remove(below(at, 'tlsConfig'), step);
    });
  }
}
