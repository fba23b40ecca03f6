import type { End } from '../../../engine/chain/index.ts';
import { shortened, type Words } from '../../../words/index.ts';

/** `Service/monitoring/node-exporter` → `node-exporter`; a workload in another namespace keeps its own name all the same. */
export const shortName = (id: string): string => id.split('/').at(-1) ?? id;
export const kindOf = (id: string): string => id.split('/')[0] ?? '';

/** One end of a link in a line: kind, name, then container and port where they matter. */
export function endName(end: End, words: Words): string {
  if (end.object === '') return words('app', 'end.none');
  const name = `${kindOf(end.object)} ${shortened(shortName(end.object))}`;
  const inside = shortened([end.container, end.port].filter(Boolean).join(':'));
  return inside ? `${name} (${inside})` : name;
}
