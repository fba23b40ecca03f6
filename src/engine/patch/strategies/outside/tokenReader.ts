import { shellQuoted } from '../../../chain/index.ts';
import { refuse } from '../../input.ts';
import type { ChainStrategy } from '../../job.ts';
import { placeOf } from './place.ts';
import { addReader, curlWithToken } from './reader.ts';

/** The proxy stays and asks for a token; somebody outside gets one that may read this path and nothing else. */
export const tokenReader: ChainStrategy = {
  level: 'chain',
  id: 'token-reader',
  goals: ['outside'],
  fits(task) {
    const process = placeOf(task)?.process;
    return process?.authorizes === true && process.serves === 'https';
  },
  apply(task) {
    const place = placeOf(task);
    if (!place) return refuse('no-way-outside', { chain: task.chain.id });
    const account = addReader(task, place, place.process);
    const { workload, port } = place;
    const path = task.chain.path ?? '/metrics';
    const direct = place.onNode && place.process.bind !== 'loopback';
    if (!direct) {
      const object = shellQuoted(`${workload.kind.toLowerCase()}/${workload.name}`);
      task.draft.tell('forward-first', 'info', { command: `kubectl -n ${shellQuoted(workload.namespace)} port-forward ${object} ${port}` });
    }
    const host = direct ? '<node-address>' : 'localhost';
    task.draft.tell('read-with-token', 'info', { command: curlWithToken(account, `https://${host}:${port}${path}`) });
    return null;
  },
};
