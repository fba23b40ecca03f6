import { isPlain, type Miss, type RawTarget, type Resolution, targetLabels } from '../../scrape/index.ts';

type Labels = ReadonlyMap<string, string | null>;

/** Labels of targets that would be there if what is missing from the input were: Services, pods. Values that hang on it are null. */
export function absentLabels(r: Resolution): Labels[] {
  const seen = new Set<Miss['service']>();
  return r.misses.flatMap((miss) => {
    if (seen.has(miss.service)) return [];
    seen.add(miss.service);
    if (miss.service === null) return miss.workload === null || r.targets.length === 0 ? [withoutObject(r)] : [];
    const target: Omit<RawTarget, 'relabelled'> = {
      service: miss.service,
      servicePort: null,
      workload: null,
      number: 0,
      protocol: 'TCP',
      declared: null,
      asked: null,
    };
    const made = targetLabels(r, target);
    return made ? [made.labels] : [];
  });
}

/** Neither Service nor pods: what the monitor alone determines (domain.md j). */
function withoutObject(r: Resolution): Labels {
  const { monitor, endpoint, namespaces } = r;
  const [only] = namespaces === 'any' || namespaces.length !== 1 ? [] : namespaces;
  const labels = new Map<string, string | null>();
  for (const name of ['instance', 'pod', 'container', 'node']) labels.set(name, null);
  labels.set('namespace', only ?? null);
  labels.set('job', jobOf(r));
  if (monitor.kind === 'ServiceMonitor') labels.set('service', null);
  const port = endpoint?.port ?? endpoint?.targetPort ?? null;
  if (port !== null) labels.set('endpoint', String(port));
  for (const rule of endpoint?.relabelings ?? []) {
    if (rule.action === 'replace' && rule.sourceLabels.length === 0 && !rule.replacement.includes('$') && rule.regex === '(.*)')
      labels.set(rule.targetLabel, rule.replacement);
    else if (
      rule.action === 'replace' &&
      rule.sourceLabels.join() === '__metrics_path__' &&
      rule.regex === '(.*)' &&
      rule.replacement === '$1'
    )
      labels.set(rule.targetLabel, endpoint?.metricsPath ?? null);
    else if (rule.action.startsWith('label')) for (const name of labels.keys()) labels.set(name, null);
    else if (rule.targetLabel !== '') labels.set(rule.targetLabel, null);
  }
  return labels;
}

/** The selector asks for the label that names the job, so its value is known before the object is. */
function jobOf({ monitor }: Resolution): string | null {
  if (monitor.jobLabel === null) return monitor.kind === 'PodMonitor' ? `${monitor.namespace}/${monitor.name}` : null;
  const asked = monitor.selector.requirements.find((q) => q.key === monitor.jobLabel && q.operator === 'In' && q.values.length === 1);
  const [value = ''] = asked?.values ?? [];
  return value !== '' && isPlain(value) ? value : null;
}
