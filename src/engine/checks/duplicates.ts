import type { Scrape } from './scrapes.ts';
import type { Finding } from './types.ts';

/**
 * Series that one Prometheus gets twice: the same port of the same pods, by the same scheme, path and parameters, through
 * two Services, two endpoints or two monitors (domain.md k23, c13). One finding a chain, which names one of the others.
 */
export function duplicateScrapes(scrapes: readonly Scrape[]): Finding[] {
  const groups = new Map<string, Distinct>();
  for (const scrape of scrapes)
    for (const by of scrape.by) {
      const key = JSON.stringify([by, scrape.url]);
      const group = groups.get(key) ?? distinct();
      groups.set(key, group);
      group.add(scrape);
    }
  const found = new Map<string, Finding>();
  for (const group of groups.values())
    for (const one of group.all.values()) {
      const other = found.has(one.chain) ? undefined : group.twinOf(one);
      if (other) found.set(one.chain, finding(one, other));
    }
  return [...found.values()];
}

/** What one Prometheus scrapes at one place. Whoever looks for a twin sees two of each sort: that is enough to find another. */
interface Distinct {
  all: Map<string, Scrape>;
  add(scrape: Scrape): void;
  twinOf(scrape: Scrape): Scrape | undefined;
}

function distinct(): Distinct {
  const all = new Map<string, Scrape>();
  const sorts = new Map<string, Scrape[]>();
  const anyTwo: Scrape[] = [];
  const keep = (list: Scrape[], scrape: Scrape): Scrape[] => {
    if (list.length < 2) list.push(scrape);
    return list;
  };
  return {
    all,
    add(scrape) {
      const identity = JSON.stringify([scrape.chain, scrape.labels]);
      if (all.has(identity)) return;
      all.set(identity, scrape);
      sorts.set(scrape.filters, keep(sorts.get(scrape.filters) ?? [], scrape));
      keep(anyTwo, scrape);
    },
    // Two that keep different metrics may have no series in common; one that keeps all has those of any other.
    twinOf(scrape) {
      const like = [...(sorts.get(scrape.filters) ?? []), ...(sorts.get('') ?? []), ...(scrape.filters === '' ? anyTwo : [])];
      return like.find((other) => other !== scrape);
    },
  };
}

function finding(one: Scrape, other: Scrape): Finding {
  const within = one.chain === other.chain;
  const params = { target: one.target, port: one.port, through: one.through, other: other.through, chain: other.chain };
  return {
    code: 'duplicate-scrape',
    params: within ? { ...params, variant: 'services' } : params,
    severity: 'error',
    chain: one.chain,
    object: null,
    // Within a chain the endpoint is the same, and the labels of two Services are what it selects by.
    evidence: (within ? [one.labelled, other.labelled, one.endpoint] : [one.endpoint, other.endpoint, one.led, other.led]).filter(
      (at) => at !== null,
    ),
  };
}
