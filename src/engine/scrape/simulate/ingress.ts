import type { Cluster } from '../../cluster/index.ts';
import { type Fields, fieldsOf } from '../../objects/index.ts';
import type { KnownLabels } from '../rules.ts';
import { putObjectMeta } from './meta.ts';
import type { Found } from './types.ts';

/** A target for every path of every rule of an Ingress (ingress.go buildIngress). */
export function* ingressTargets(cluster: Cluster, namespace: string): Generator<Found> {
  for (const raw of cluster.ingested.objects) {
    if (raw.kind !== 'Ingress' || raw.namespace !== namespace || !GROUPS.has(raw.group)) continue;
    const fields = fieldsOf(raw, []);
    const metadata = fields.map('metadata');
    const spec = fields.map('spec');
    const tls = spec.list('tls').flatMap((t) => t.strings('hosts'));
    const about = { labels: metadata.labels('labels'), annotations: metadata.labels('annotations') };
    for (const rule of spec.list('rules')) {
      const host = rule.str('host') ?? '';
      for (const path of pathsOf(rule)) {
        const labels: KnownLabels = new Map([
          ['__meta_kubernetes_namespace', namespace],
          ['__meta_kubernetes_ingress_name', raw.name],
          ['__meta_kubernetes_ingress_scheme', tls.some((wanted) => covers(wanted, host)) ? 'https' : 'http'],
          ['__meta_kubernetes_ingress_host', host],
          ['__meta_kubernetes_ingress_path', path],
          ['__address__', host],
        ]);
        const className = spec.str('ingressClassName');
        if (className !== null) labels.set('__meta_kubernetes_ingress_class_name', className);
        putObjectMeta(labels, 'ingress', about);
        yield { labels, service: null, pod: null };
      }
    }
  }
}

const GROUPS = new Set(['networking.k8s.io', 'extensions']);

/** Paths of a rule, `/` for one without. */
function pathsOf(rule: Fields): string[] {
  if (!rule.has('http')) return ['/'];
  return rule
    .map('http')
    .list('paths')
    .map((p) => p.str('path') || '/');
}

/** A host of `tls` is the rule's own, or a wildcard over its first label (ingress.go matchesHostnamePattern). */
function covers(pattern: string, host: string): boolean {
  if (pattern === host) return true;
  const [first, ...rest] = pattern.split('.');
  const [own, ...others] = host.split('.');
  return first === '*' && own !== '' && own !== undefined && rest.join('.') === others.join('.');
}
