import { openedByLast } from '../open.ts';
import { named } from '../recognise.ts';
import type { Program } from '../types.ts';

/** minio cmd/server-main.go: TLS starts when certificates lie in its directory, which no flag tells. */
export const minio: Program = {
  id: 'minio',
  matches: (run) => named(run, 'minio') && (run.program === null || run.words.includes('server')),
  listeners: (run) => [...openedByLast(run, run.flag('address'), ':9000'), ...openedByLast(run, run.flag('console-address'), null)],
};
