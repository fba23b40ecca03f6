import type { Chain } from './chain/index.ts';
import { joinChain } from './chain/index.ts';
import { type Finding, judge, judgeTogether, type Scrape } from './checks/index.ts';
import { buildCluster, type Cluster } from './cluster/index.ts';
import { createReadCache, type Ingested, ingest, type ReadCache, type SourceFile } from './ingest/index.ts';
import { isEager } from './objects/index.ts';
import { resolveMonitor } from './scrape/index.ts';

export interface AnalyzeOptions {
  /** Namespace of objects that name none. */
  defaultNamespace: string;
  /** The operator's version, such as `v0.80`, where it is not to be read from the input. */
  operatorVersion?: string | null;
  /** Bodies of kinds that play no part are read too, so that what is wrong in them is said. */
  readAll?: boolean;
}

/** Text in, chains with evidence out. Everything the app, the report and the patches know. */
export interface Analysis {
  options: AnalyzeOptions;
  files: readonly SourceFile[];
  ingested: Ingested;
  cluster: Cluster;
  chains: readonly Chain[];
  findings: readonly Finding[];
}

/** The pipeline as one pure function; the cache only saves reading the same document twice. */
export function analyze(files: readonly SourceFile[], options: AnalyzeOptions, cache: ReadCache = createReadCache()): Analysis {
  const ingested = ingest(files, { defaultNamespace: options.defaultNamespace, cache, eager: options.readAll ? () => true : isEager });
  const cluster = buildCluster(ingested, options);
  const chains: Chain[] = [];
  const findings: Finding[] = [];
  const scrapes: Scrape[] = [];
  for (const monitor of cluster.monitors)
    for (const resolution of resolveMonitor(cluster, monitor)) {
      const judged = judge(joinChain(cluster, resolution));
      chains.push(judged.chain);
      findings.push(...judged.findings);
      scrapes.push(...judged.scrapes);
    }
  return { options, files, ingested, cluster, chains, findings: findings.concat(judgeTogether(scrapes)) };
}
