import type { Said } from '../chain/index.ts';
import type { At } from '../yaml/index.ts';

/** A sentence of words/forecast.ts with the lines that say so; places that are not in the input are left out. */
export const said = (code: string, params: Said['params'] = {}, ...at: (At | null | undefined)[]): Said => ({
  code,
  params,
  at: at.filter((one): one is At => one !== null && one !== undefined),
});
