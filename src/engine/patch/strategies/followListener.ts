import { conflictsOf, type Listener } from '../../listen/index.ts';
import { refuse } from '../input.ts';
import type { PortStrategy } from '../job.ts';
import { moveListener } from '../listenFlag.ts';
import { declaredAt, refOf, renamePort } from '../podPort.ts';
import { containerOf } from '../site.ts';

/** The process already speaks the scheme asked for: only the monitor, and names if they are tidied, have to say so. */
export const followListener: PortStrategy = {
  level: 'port',
  id: 'follow-listener',
  goals: ['http', 'https'],
  fits: (site, scheme) => {
    const reachable = site.here.filter((l) => l.bind !== 'loopback');
    const answers = (reachable.length > 0 ? reachable : site.here).filter((l) => l.serves === scheme);
    return answers.length > 0 && !conflictsOf(site.listeners).some((c) => c.port === site.number);
  },
  apply(site, job) {
    const [answers = null] = site.here.filter((l) => !l.authorizes && l.serves === job.scheme);
    const declared = declaredAt(site, site.number);
    if (site.here.every((l) => l.bind === 'loopback')) {
      const [only] = site.here as [Listener];
      const container = containerOf(site, only.container);
      if (!container) return refuse('no-template', { workload: site.workload.id });
      const refusal = moveListener(job.draft, site.owner, container, only, { host: '', port: site.number });
      if (refusal) return refusal;
    }
    return { workload: site.workload, before: refOf(site, declared), after: renamePort(site, job, declared), answers, respeaks: false };
  },
};
