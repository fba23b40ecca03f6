import { type Check, hit } from '../check.ts';
import { isMissing } from '../mounted.ts';

/** The token file is nowhere in the Prometheus pods: every scrape fails before it is sent (outcomes.md 4). */
export const credentialsFileMissing: Check = {
  kind: 'remark',
  code: 'credentials-file-missing',
  severity: 'error',
  link: 'listener',
  run: ({ resolution: { endpoint, selections } }) => {
    const path = endpoint?.bearerTokenFile;
    const lacking = path ? selections.find((s) => s.state === 'selected' && isMissing(s.prometheus, path)) : undefined;
    if (!endpoint || !path || !lacking) return [];
    const at = { ...endpoint.at, path: [...endpoint.at.path, 'bearerTokenFile'] };
    return [hit({ path, prometheus: lacking.prometheus.name }, at, lacking.prometheus.at(['spec']))];
  },
};
