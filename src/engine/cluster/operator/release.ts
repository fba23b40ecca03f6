import type { Ingested } from '../../ingest/index.ts';
import type { Grouped } from '../group.ts';
import { NEWEST_RELEASE, type OperatorRelease, parseRelease } from '../release.ts';

/** The operator whose behaviour counts: as set, else the one whose image or CRDs are in the input, else the newest. */
export function operatorRelease(ingested: Ingested, groups: readonly Grouped[], option: string | null): OperatorRelease {
  const set = option === null ? null : parseRelease(option);
  if (set !== null) return { release: set, from: 'option' };
  const found = ofImages(groups) ?? ofDefinitions(ingested);
  return found === null ? { release: NEWEST_RELEASE, from: 'newest' } : { release: found, from: 'input' };
}

function ofImages(groups: readonly Grouped[]): number | null {
  for (const { workload } of groups)
    for (const { image } of workload.pod.containers) {
      const [, tag] = /(?:^|\/)prometheus-operator:(v?\d+\.\d+\.[^@]*)/.exec(image ?? '') ?? [];
      const release = tag === undefined ? null : parseRelease(tag);
      if (release !== null) return release;
    }
  return null;
}

/** Its definitions carry the release they were made for, near the top; their bodies stay unread. */
const NEAR_THE_TOP = 1000;

function ofDefinitions(ingested: Ingested): number | null {
  for (const object of ingested.objects) {
    if (object.kind !== 'CustomResourceDefinition' || !object.name.endsWith('.monitoring.coreos.com')) continue;
    const top = ingested.docs.get(object.doc)?.text.slice(0, NEAR_THE_TOP) ?? '';
    const [, version] = /operator\.prometheus\.io\/version['"]?:\s*['"]?(\d+\.\d+\.\d+)/.exec(top) ?? [];
    const release = version === undefined ? null : parseRelease(version);
    if (release !== null) return release;
  }
  return null;
}

/** Pods carried `app` beside `app.kubernetes.io/name` until 0.52 (prometheus-operator pull request 4350). */
export const hasAppLabel = (release: number): boolean => release < 52;
