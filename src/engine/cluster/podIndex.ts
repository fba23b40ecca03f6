import type { Labels } from '../objects/index.ts';
import type { Grouped } from './group.ts';
import type { Workload } from './types.ts';

interface Entry {
  workload: Workload;
  labels: Labels;
}
interface NamespaceIndex {
  all: Workload[];
  postings: Map<string, Entry[]>;
}

export interface PodIndex {
  workloadsIn(namespace: string): readonly Workload[];
  podsMatching(namespace: string, selector: Labels): readonly Workload[];
}

const term = (key: string, value: string) => `${key}\0${value}`;
const NONE: readonly Workload[] = [];

/** Posting lists `key=value → pods` per namespace; a selector walks the shortest one only. */
export function indexPods(groups: readonly Grouped[]): PodIndex {
  const namespaces = new Map<string, NamespaceIndex>();
  for (const { workload, podLabels } of groups) {
    const index = of(namespaces, workload.namespace);
    index.all.push(workload);
    for (const labels of podLabels) add(index.postings, { workload, labels });
  }
  return {
    workloadsIn: (namespace) => namespaces.get(namespace)?.all ?? NONE,
    podsMatching(namespace, selector) {
      const index = namespaces.get(namespace);
      if (!index) return NONE;
      const wanted = Object.entries(selector);
      if (wanted.length === 0) return index.all;
      const shortest = wanted
        .map(([key, value]) => index.postings.get(term(key, value)) ?? [])
        .reduce((a, b) => (b.length < a.length ? b : a));
      const matching = shortest.filter((e) => wanted.every(([key, value]) => Object.hasOwn(e.labels, key) && e.labels[key] === value));
      return [...new Set(matching.map((e) => e.workload))];
    },
  };
}

function of(namespaces: Map<string, NamespaceIndex>, name: string): NamespaceIndex {
  const index = namespaces.get(name) ?? { all: [], postings: new Map() };
  namespaces.set(name, index);
  return index;
}

function add(postings: Map<string, Entry[]>, entry: Entry): void {
  for (const [key, value] of Object.entries(entry.labels)) {
    const list = postings.get(term(key, value));
    if (list) list.push(entry);
    else postings.set(term(key, value), [entry]);
  }
}
