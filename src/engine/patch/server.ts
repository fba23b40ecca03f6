import { callsTo } from '../chain/index.ts';
import type { Service, ServicePort } from '../objects/index.ts';
import { fieldsOf } from '../objects/index.ts';
import { podPortOf } from '../scrape/index.ts';
import { servicesOf } from './follow/services.ts';
import { type PatchInput, refuse } from './input.ts';
import type { Scope, Site } from './site.ts';
import type { Refusal, Scheme } from './types.ts';

/** What the API server itself calls over a Service it only ever calls over TLS. */
export function refusedByServer(input: PatchInput, { sites }: Scope, scheme: Scheme): Refusal | null {
  if (scheme !== 'http') return null;
  for (const site of sites) {
    const extension = site.here.find((l) => l.program.includes('adapter') || l.program.includes('apiserver'));
    if (extension) return refuse('api-server', { workload: site.workload.id, port: site.number, container: extension.container });
    const caller = calledBy(input, site);
    if (caller) return refuse('api-server-calls', { workload: site.workload.id, port: site.number, caller });
  }
  return null;
}

/** An aggregated API, an admission webhook or a conversion webhook whose Service leads to the port. */
function calledBy(input: PatchInput, site: Site): string | null {
  const leading = servicesOf(input, site.workload).flatMap((service) =>
    service.ports.filter((port) => podPortOf(port, site.workload) === site.number).map((port) => ({ service, port })),
  );
  if (leading.length === 0) return null;
  const names = new Set(leading.map(({ service }) => service.name));
  for (const { use } of callsTo(input.cluster, names))
    if (use.kind === 'api-service' && leading.some(({ service, port }) => isThere(use, service, port))) return use.object;
  for (const raw of input.ingested.objects) {
    const hooks = webhooksOf(raw.kind);
    if (!hooks) continue;
    for (const config of hooks(fieldsOf(raw, []))) {
      const service = config.map('service');
      const use = { namespace: service.str('namespace') ?? '', service: service.str('name'), port: service.int('port') ?? 443 };
      if (leading.some((l) => isThere(use, l.service, l.port))) return raw.id;
    }
  }
  return null;
}

interface Use {
  namespace: string;
  service: string | null;
  port: string | number;
}
const isThere = (use: Use, service: Service, port: ServicePort): boolean =>
  use.namespace === service.namespace && use.service === service.name && String(use.port) === String(port.port);

type Fields = ReturnType<typeof fieldsOf>;

/** The `clientConfig` of each webhook a kind declares. */
function webhooksOf(kind: string): ((object: Fields) => Fields[]) | null {
  if (kind === 'ValidatingWebhookConfiguration' || kind === 'MutatingWebhookConfiguration')
    return (object) => object.list('webhooks').map((hook) => hook.map('clientConfig'));
  if (kind === 'CustomResourceDefinition') return (object) => [object.map('spec').map('conversion').map('webhook').map('clientConfig')];
  return null;
}
