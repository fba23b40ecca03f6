import { callsTo, reaches } from '../../chain/index.ts';
import type { SchemeTask } from '../job.ts';
import type { ReachedPort } from './services.ts';

/**
 * Others who call a Service port that a plan reaches: a name follows where its kind allows, and who has to speak another
 * scheme is named.
 */
export function clientsFollow(job: SchemeTask, reached: readonly ReachedPort[]): void {
  const changed = reached.filter((r) => r.respeaks || r.from !== r.to);
  for (const { use, follows } of callsTo(job.input.cluster, new Set(changed.map((r) => r.service.name)))) {
    const port = changed.find(({ service, from, number, pod }) =>
      reaches(use, { service, port: { name: from, port: number }, number: pod }),
    );
    if (!port) continue;
    const params = { object: use.object, service: port.service.id };
    const renamed = use.port === port.from && port.from !== port.to;
    if (renamed && follows) job.draft.set(use.at, port.to, ['client-port', { ...params, from: port.from, to: port.to }]);
    if (renamed && !follows) job.draft.tell('client-port-name', 'warning', { ...params, from: port.from, to: port.to, scheme: job.scheme });
    else if (port.respeaks)
      job.draft.tell('client-scheme', 'warning', { ...params, port: renamed ? port.to : use.port, scheme: job.scheme });
  }
}
