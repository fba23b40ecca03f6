import { parseAddress } from '../../reach/index.ts';
import { escaped } from './registries.ts';
import type { Scalar } from './scalars.ts';

/** Fields whose text is a host name, or a list of them (Ingress, Gateway API, ExternalName, tlsConfig, Probe, ScrapeConfig, Pod). */
const HOST_FIELDS =
  /^(?:hosts?|hostnames?|serverName|server_name|externalName|address|addresses|targets|static|server|nodeName|externalUrl|baseURL)$/;
/** Annotations and labels that hold one: `external-dns.alpha.kubernetes.io/hostname`, `kubernetes.io/hostname`. */
const HOST_KEY = /(?:^|[./-])host(?:name)?s?$/i;

const NAME = '[A-Za-z0-9_](?:[A-Za-z0-9_-]*[A-Za-z0-9_])?';
const DOTTED = new RegExp(`^${NAME}(?:\\.${NAME})+$`);
/** From the beginning of a word on: a long one must not be tried from each of its letters. */
const AUTHORITY = /(?<![a-z0-9+.-])[a-z][a-z0-9+.-]*:\/\/(?:[^\s/@"']*@)?([A-Za-z0-9_.-]+)/gi;

/** `kafka.example.com:9092`, and what a flag that speaks of a host is given. */
const WITH_PORT = new RegExp(`(?<![\\w.-])(${NAME}(?:\\.${NAME})+):\\d{1,5}(?![\\w.])`, 'g');
const FLAG = /^--?[\w.-]*(?:host|server|addr|url|endpoint|target|domain|peer|broker)[\w.-]*=(.+)$/i;

/** Names inside the cluster lead from object to object: they are not masked, or the chain would break. */
const inCluster = (host: string): boolean => /(?:^|\.)(?:svc|svc\..*|cluster\.local|localhost|localdomain)$/.test(host);
/** Groups and label prefixes of Kubernetes and its operators; never somebody's host. */
const isPublic = (host: string): boolean => /(?:^|\.)(?:kubernetes\.io|k8s\.io|coreos\.com)$/.test(host);

/** Host names that the texts hold, without port and wildcard. `namespaces`: `name.namespace` is a Service's. */
export function hostsIn(scalars: readonly Scalar[], groups: ReadonlySet<string>, namespaces: ReadonlySet<string>): string[] {
  const found = new Set<string>();
  const add = (text: string): void => {
    const host = text.replace(/^\*\./, '').replace(/:\d+$/, '').replace(/\.$/, '');
    const labels = host.split('.');
    if (labels.length === 2 && namespaces.has(labels[1] ?? '')) return;
    if (!DOTTED.test(host) || parseAddress(host) !== null || inCluster(host) || isPublic(host) || groups.has(host)) return;
    found.add(host);
  };
  for (const { key, text } of scalars) {
    for (const [, host = ''] of text.matchAll(AUTHORITY)) add(host);
    for (const [, host = ''] of text.matchAll(WITH_PORT)) add(host);
    for (const part of (FLAG.exec(text)?.[1] ?? '').split(',')) add(part.split('/')[0] ?? '');
    if (HOST_FIELDS.test(key) || HOST_KEY.test(key)) for (const part of text.split(/[\s,]+/)) add(part.split('/')[0] ?? '');
  }
  return [...found];
}

/**
 * Label by label another name, so that `*.shop.example.com` still covers `www.shop.example.com`. What ends with a masked
 * name is masked with it.
 */
export function hostMask(hosts: readonly string[]): (text: string) => string {
  if (hosts.length === 0) return (text) => text;
  const labels = new Map<string, string>();
  for (const label of [...new Set(hosts.flatMap((h) => h.toLowerCase().split('.')))].sort()) labels.set(label, `h${labels.size + 1}`);
  const other = (label: string): string => {
    const known = labels.get(label.toLowerCase());
    if (known !== undefined) return known;
    const made = `h${labels.size + 1}`;
    labels.set(label.toLowerCase(), made);
    return made;
  };
  const longest = [...hosts].sort((a, b) => b.length - a.length).map(escaped);
  const pattern = new RegExp(`(?<![\\w-])(?<![\\w-]\\.)((?:${NAME}\\.)*(?:${longest.join('|')}))(?![\\w-]|\\.[A-Za-z0-9_])`, 'gi');
  return (text) => text.replace(pattern, (host) => `${host.split('.').map(other).join('.')}.example`);
}
