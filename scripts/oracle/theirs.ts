import type { ApiTargets } from './server.ts';
import { type Labels, nothing, type Side } from './types.ts';

/** The label file_sd puts on everything it reads; here it names the job. */
const FILE = '__meta_filepath';

/**
 * Some releases (2.42 is one) run the rules on the labels they later show as discovered: names that no discovery found, or
 * none of the job's.
 */
export function mixesUp({ activeTargets, droppedTargets }: ApiTargets, raw: Iterable<Labels>): boolean {
  const found = new Set([FILE, ...[...raw].flatMap((labels) => [...labels.keys()])]);
  const isMixed = (labels: Record<string, string>) => !Object.hasOwn(labels, 'job') || Object.keys(labels).some((name) => !found.has(name));
  return [...activeTargets, ...droppedTargets].some(({ discoveredLabels }) => isMixed(discoveredLabels));
}

/** A side with the meta labels alone of what was discovered: rules read those and write others. */
export const withMetaOnly = ({ active, dropped, kept }: Side): Side => ({
  active,
  dropped: dropped.map(metaOf),
  kept: kept.map(metaOf),
});
const metaOf = (labels: Labels): Labels => new Map([...labels].filter(([name]) => name.startsWith('__meta_')));

/** What Prometheus says, by the file a job's raw targets stand in. */
export function sidesOf({ activeTargets, droppedTargets }: ApiTargets, files: readonly string[]): Map<string, Side> {
  const sides = new Map(files.map((file) => [file, nothing()]));
  for (const { discoveredLabels, labels, scrapeUrl } of activeTargets) {
    const side = sides.get(discoveredLabels[FILE] ?? '');
    side?.active.push({ url: scrapeUrl, labels: new Map(Object.entries(labels)) });
    side?.kept.push(discovered(discoveredLabels));
  }
  for (const { discoveredLabels } of droppedTargets) sides.get(discoveredLabels[FILE] ?? '')?.dropped.push(discovered(discoveredLabels));
  return sides;
}

const discovered = (labels: Record<string, string>): Labels => new Map(Object.entries(labels).filter(([name]) => name !== FILE));
