import { within } from '../../ingest/index.ts';
import { CLIENTS } from '../clients/index.ts';
import type { Job } from '../job.ts';
import type { ReachedPort } from './services.ts';

/**
 * Others who call a Service port that a plan reaches: a name follows where its kind allows, and who has to speak another
 * scheme is named. Bodies are read only of objects whose text has the Service's name.
 */
export function clientsFollow(job: Job, reached: readonly ReachedPort[]): void {
  const { docs, objects } = job.input.ingested;
  const changed = reached.filter((r) => r.respeaks || r.from !== r.to);
  if (changed.length === 0) return;
  // A List of thousands is one text.
  const known = new Map<string, boolean>();
  const isNamedIn = (doc: string): boolean => {
    const text = docs.get(doc)?.text ?? '';
    const named = known.get(doc) ?? changed.some((r) => text.includes(r.service.name));
    known.set(doc, named);
    return named;
  };
  for (const raw of objects) {
    const client = CLIENTS.find((c) => c.kinds.includes(`${raw.group}/${raw.kind}`));
    if (!client || !isNamedIn(raw.doc)) continue;
    for (const use of client.uses(raw)) {
      const port = changed.find(
        ({ service, from, number }) =>
          service.namespace === use.namespace && service.name === use.service && (use.port === from || Number(use.port) === number),
      );
      if (!port) continue;
      const params = { object: raw.id, service: port.service.id };
      const renamed = use.port === port.from && port.from !== port.to;
      if (renamed && client.follows)
        job.draft.set(within(raw, use.path), port.to, ['client-port', { ...params, from: port.from, to: port.to }]);
      if (renamed && !client.follows)
        job.draft.tell('client-port-name', 'warning', { ...params, from: port.from, to: port.to, scheme: job.goal.goal });
      else if (port.respeaks)
        job.draft.tell('client-scheme', 'warning', { ...params, port: renamed ? port.to : use.port, scheme: job.goal.goal });
    }
  }
}
