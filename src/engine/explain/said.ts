import type { Said } from '../chain/index.ts';
import type { At } from '../yaml/index.ts';

/** A sentence of words/explain.ts with the lines that say so. */
export const said = (code: string, params: Said['params'] = {}, ...at: (At | null | undefined)[]): Said => ({
  code,
  params,
  at: at.filter((one): one is At => one !== null && one !== undefined),
});

/** `Service/monitoring/node-exporter` → `node-exporter` */
export const nameOf = (id: string): string => id.split('/').at(-1) || '–';
