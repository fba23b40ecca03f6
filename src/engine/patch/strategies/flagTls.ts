import type { Listener } from '../../listen/index.ts';
import type { Container } from '../../objects/index.ts';
import { refuse } from '../input.ts';
import type { Job, PortStrategy } from '../job.ts';
import { addArgs, findFlag } from '../listenFlag.ts';
import { mountCertificate, probesSpeak } from '../ownTls.ts';
import { declaredAt, refOf, renamePort } from '../podPort.ts';
import { containerOf, type Site } from '../site.ts';

/** How a program is told to speak TLS: one switch, and flags for a certificate where it makes none of its own. */
interface Switch {
  flag: string;
  certificate: readonly [cert: string, key: string] | null;
  /** The flag belongs to a scaffold, and what was built from it may lack it. */
  assumed: boolean;
}

/** prometheus-operator pkg/server; kubebuilder v4 cmd/main.go, where the manager makes its own certificate. */
const SWITCHES: Readonly<Record<string, Switch>> = {
  'prometheus-operator': { flag: 'web.enable-tls', certificate: ['web.cert-file', 'web.key-file'], assumed: false },
  'admission-webhook': { flag: 'web.enable-tls', certificate: ['web.cert-file', 'web.key-file'], assumed: false },
  'controller-runtime': { flag: 'metrics-secure', certificate: null, assumed: true },
};

/** A program that speaks TLS itself when a flag says so. */
export const flagTls: PortStrategy = {
  level: 'port',
  id: 'tls-flag',
  goals: ['http', 'https'],
  fits(site, scheme) {
    const [only] = site.here;
    const how = only && SWITCHES[only.program];
    if (site.here.length !== 1 || !how || only.serves === scheme || only.path === '/healthz') return false;
    const container = containerOf(site, only.container);
    const given = container?.argv.some((a) => new RegExp(`^--?${how.flag}(=|$)`).test(a.text)) === true;
    // A build that is asked in https has the switch; of others nobody knows, and an unknown flag ends the process.
    return given || !how.assumed || (scheme === 'http' && site.asked === 'https');
  },
  apply(site, job) {
    const [listener] = site.here;
    const container = listener && containerOf(site, listener.container);
    const how = listener && SWITCHES[listener.program];
    if (!listener || !container || !how) return refuse('no-template', { workload: site.workload.id });
    if (!turn(site, job, container, listener, how))
      return refuse('listen-flag-unknown', { container: container.name, program: listener.program });
    probesSpeak(site, job);
    const where = site.workload.pod.hostNetwork ? 'open-on-nodes' : 'open-on-pods';
    if (job.scheme === 'http') job.draft.tell(where, 'warning', { port: site.number, workload: site.workload.id });
    const declared = declaredAt(site, site.number);
    return {
      workload: site.workload,
      before: refOf(site, declared),
      after: renamePort(site, job, declared),
      answers: listener,
      respeaks: true,
    };
  },
};

function turn(site: Site, job: Job, container: Container, { program }: Listener, { flag, certificate, assumed }: Switch): boolean {
  const { draft, scheme } = job;
  const value = String(scheme === 'https');
  const step = ['set-flag', { container: container.name, flag: `--${flag}`, value }] as const;
  const missing: string[] = [];
  // A switch that stands alone says true; the word behind it is no value of it.
  const bare = container.argv.findLast((a) => a.text === `--${flag}` || a.text === `-${flag}`);
  const found = bare ? null : findFlag(container, flag);
  if (bare) draft.set(bare.at, `${bare.text}=${value}`, step);
  else if (found) draft.set(found.arg.at, found.prefix + value, step);
  else {
    missing.push(`--${flag}=${value}`);
    if (assumed) draft.tell('flag-assumed', 'warning', { container: container.name, flag: `--${flag}`, program });
  }
  if (scheme === 'https' && certificate && !certificate.every((name) => findFlag(container, name))) {
    const { cert, key } = mountCertificate(site, job, container);
    missing.push(`--${certificate[0]}=${cert}`, `--${certificate[1]}=${key}`);
  }
  return missing.length === 0 || addArgs(draft, site.owner, container, missing, step);
}
