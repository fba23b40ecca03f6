import { mapAt } from '../input.ts';
import type { Job, PortChange } from '../job.ts';
import { servicesOf } from './services.ts';

/** Annotations by which scrape configurations outside the operator find a port: a convention, so they are named, not changed. */
export function annotationsFollow(job: Job, { site, before, after, respeaks }: PortChange): void {
  const { owner } = site;
  const holders = [
    { object: owner.id, annotations: mapAt(owner.raw, owner.at([...owner.podPath.slice(0, -1), 'metadata', 'annotations'])) },
    ...servicesOf(job, site).map((s) => ({ object: s.id, annotations: mapAt(s.raw, s.at(['metadata', 'annotations'])) })),
  ];
  for (const { object, annotations } of holders) {
    const value = (name: string): string | null => (Object.hasOwn(annotations, name) ? String(annotations[name]) : null);
    const port = value('prometheus.io/port');
    if (port !== null && port !== String(before.number)) continue;
    const scheme = value('prometheus.io/scheme');
    const scraped = port !== null || value('prometheus.io/scrape') === 'true';
    const left = (annotation: string, from: string, to: string): void =>
      job.draft.tell('annotation-left', 'warning', { object, annotation, from, to });
    if (respeaks && scheme !== null && scheme !== job.goal.goal) left('prometheus.io/scheme', scheme, job.goal.goal);
    if (respeaks && scheme === null && scraped && job.goal.goal === 'https')
      job.draft.tell('annotation-missing', 'warning', { object, annotation: 'prometheus.io/scheme', to: job.goal.goal });
    if (port !== null && before.number !== after.number) left('prometheus.io/port', port, String(after.number));
  }
}
