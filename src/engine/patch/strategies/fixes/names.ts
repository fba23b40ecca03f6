import { type Fix, undecided } from './fix.ts';

/** A port is asked for by a name that is not there, and one that is was likely meant. */
const meant = (code: Fix['code'], step: string): Fix => ({
  code,
  apply({ draft }, { params, evidence: [at] }) {
    const { candidate, variant } = params;
    if (candidate === undefined || candidate === '' || !at || variant === 'unnamed' || variant === 'protocol') return undecided({ code });
    const number = code === 'target-port-not-found' && /^\d+$/.test(String(candidate));
    draft.set(at, number ? Number(candidate) : String(candidate), [
      step,
      { from: String(params['port'] ?? params['target'] ?? ''), to: String(candidate) },
    ]);
    return null;
  },
});

export const portNotFound = meant('port-not-found', 'fix-port');
export const targetPortNotFound = meant('target-port-not-found', 'fix-target-port');
export const containerPortUndeclared = meant('container-port-undeclared', 'fix-port');
