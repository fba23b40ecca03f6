import type { RawObject } from '../../ingest/index.ts';
import { fieldsOf } from '../../objects/index.ts';
import { DEFAULT_PROMETHEUS, parseVersion, type Version } from '../version.ts';

/** What the checks need to know about the Prometheus object an object is selected by. */
export interface PrometheusView {
  version: Version;
  /** `spec.scrapeInterval`; the CRD's default where it is silent. */
  scrapeInterval: string;
  scrapeClasses: ReadonlySet<string>;
  denyFileAccess: boolean;
}

/** An unreadable version is judged with the Prometheus, not with each of its monitors. */
export function viewOf(prometheus: RawObject): PrometheusView {
  const spec = fieldsOf(prometheus, []).map('spec');
  return {
    version: parseVersion(spec.str('version') || DEFAULT_PROMETHEUS) ?? NEWEST,
    scrapeInterval: spec.str('scrapeInterval') || '30s',
    scrapeClasses: new Set(spec.list('scrapeClasses').map((c) => c.str('name') ?? '')),
    denyFileAccess: spec.map('arbitraryFSAccessThroughSMs').bool('deny') ?? false,
  };
}

const NEWEST = parseVersion(DEFAULT_PROMETHEUS) as Version;
