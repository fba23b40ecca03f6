import type { ChainStrategy, Task } from '../../job.ts';
import { authMissing, jobLabelMissing, pathNotServed, tlsUnverifiable, tokenInClear } from './endpoint.ts';
import { type Fix, findingsOf } from './fix.ts';
import { bindConflict, loopbackOnly, proxyBypass, schemeMismatch, upstreamNotFound } from './listeners.ts';
import { containerPortUndeclared, portNotFound, targetPortNotFound } from './names.ts';
import { noReplicas, probeMismatch } from './pods.ts';
import { netpolDenied } from './policies.ts';
import { proxyRbacMissing, rbacMissing, scrapeRbacMissing } from './rights.ts';
import { monitorNotSelected, prometheusPaused } from './selection.ts';
import { noWorkload, serviceNotFound } from './selectors.ts';

/** Findings that can be mended by an edit, one entry a code. */
const FIXES: readonly Fix[] = [
  portNotFound,
  targetPortNotFound,
  containerPortUndeclared,
  serviceNotFound,
  noWorkload,
  monitorNotSelected,
  prometheusPaused,
  schemeMismatch,
  bindConflict,
  loopbackOnly,
  upstreamNotFound,
  proxyBypass,
  netpolDenied,
  rbacMissing,
  scrapeRbacMissing,
  proxyRbacMissing,
  authMissing,
  tokenInClear,
  tlsUnverifiable,
  pathNotServed,
  jobLabelMissing,
  probeMismatch,
  noReplicas,
];

export const FIXABLE: ReadonlySet<string> = new Set(FIXES.map((f) => f.code));

const fixFor = ({ goal }: Task): Fix | undefined => FIXES.find((f) => goal.goal === `fix:${f.code}`);

/** Every finding of the code on the chain, one after the other. */
export const fix: ChainStrategy = {
  level: 'chain',
  id: 'fix',
  goals: ['fix'],
  fits(task) {
    const found = fixFor(task);
    return found !== undefined && findingsOf(task, found.code).length > 0;
  },
  apply(task) {
    const found = fixFor(task);
    for (const finding of found ? findingsOf(task, found.code) : []) {
      const refusal = found?.apply(task, finding);
      if (refusal) return refusal;
    }
    return null;
  },
};
