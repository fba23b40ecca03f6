import type { ApiTargets } from './server.ts';
import { type Labels, nothing, type Side } from './types.ts';

/** The label file_sd puts on everything it reads; here it names the job. */
const FILE = '__meta_filepath';

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
