import type { Cluster, ClusterService } from '../cluster/index.ts';
import type { NamedAddress } from '../objects/index.ts';

/** What an address that a job names stands for, seen from a pod. */
export type Meant =
  | { what: 'service'; service: ClusterService }
  /** The name of a Service in a namespace of the input, and no such Service. */
  | { what: 'absent'; namespace: string; name: string }
  /** An address of another kind: nothing in the input says who answers. */
  | { what: 'outside' };

interface Reading {
  name: string;
  namespace: string;
  /** The name says `svc`, so nothing but a Service can be meant. */
  certain: boolean;
}

/** Resolves a host name to the Service it names, for a caller in namespace `from`. */
export function meaningOf(cluster: Cluster, from: string, { host }: NamedAddress): Meant {
  const reading = readingOf(host.toLowerCase().replace(/\.$/, ''), from);
  if (!reading) return { what: 'outside' };
  const service = cluster.servicesIn(reading.namespace).find((s) => s.service.name === reading.name);
  if (service) return { what: 'service', service };
  // `a.b` may be a domain; it means a Service where the input knows a namespace b.
  const meant = reading.certain || cluster.namespaces.has(reading.namespace);
  return meant ? { what: 'absent', namespace: reading.namespace, name: reading.name } : { what: 'outside' };
}

const LABEL = /^[a-z0-9](?:[a-z0-9-]*[a-z0-9])?$/;

/** `[pod.]service.namespace.svc…`, and what a pod's search domains complete: `service`, `service.namespace`, `pod.service.namespace`. */
function readingOf(host: string, from: string): Reading | null {
  const labels = host.split('.');
  if (!labels.every((label) => LABEL.test(label)) || /^[\d.]+$/.test(host)) return null;
  const svc = labels.indexOf('svc');
  const [namespace, name] = (svc < 0 ? labels : labels.slice(0, svc)).slice(-2).reverse();
  if (svc >= 2 && svc <= 3) return { name: name ?? '', namespace: namespace ?? '', certain: true };
  if (svc >= 0 || labels.length > 3) return null;
  return labels.length === 1
    ? { name: host, namespace: from, certain: false }
    : { name: name ?? '', namespace: namespace ?? '', certain: false };
}
