import { mapAt } from '../input.ts';
import type { PortChange, SchemeTask } from '../job.ts';
import { servicesOf } from './services.ts';

/** Annotations by which scrape configurations outside the operator find a port: a convention, so they are named, not changed. */
export function annotationsFollow(job: SchemeTask, { workload, before, after, respeaks }: PortChange): void {
  const { cluster } = job.input;
  const owner = cluster.objects.get(workload.id);
  const template =
    owner && 'podPath' in owner
      ? [{ object: owner.id, annotations: mapAt(owner.raw, owner.at([...owner.podPath.slice(0, -1), 'metadata', 'annotations'])) }]
      : [];
  const holders = [
    ...template,
    ...servicesOf(job.input, workload).map((s) => ({ object: s.id, annotations: mapAt(s.raw, s.at(['metadata', 'annotations'])) })),
  ];
  for (const { object, annotations } of holders) {
    const value = (name: string): string | null => (Object.hasOwn(annotations, name) ? String(annotations[name]) : null);
    const port = value('prometheus.io/port');
    if (port !== null && port !== String(before.number)) continue;
    const scheme = value('prometheus.io/scheme');
    const scraped = port !== null || value('prometheus.io/scrape') === 'true';
    const left = (annotation: string, from: string, to: string): void =>
      job.draft.tell('annotation-left', 'warning', { object, annotation, from, to });
    if (respeaks && scheme !== null && scheme !== job.scheme) left('prometheus.io/scheme', scheme, job.scheme);
    if (respeaks && scheme === null && scraped && job.scheme === 'https')
      job.draft.tell('annotation-missing', 'warning', { object, annotation: 'prometheus.io/scheme', to: job.scheme });
    if (port !== null && before.number !== after.number) left('prometheus.io/port', port, String(after.number));
  }
}
