import { type Check, hit } from '../check.ts';

/** The endpoint sends a token over plain http: everyone on the way can read it (outcomes.md 2). */
export const tokenInClear: Check = {
  kind: 'remark',
  code: 'token-in-clear',
  severity: 'warning',
  link: 'listener',
  run: ({ resolution: { endpoint, monitor } }) => {
    if (endpoint?.scheme !== 'http' || (endpoint.bearerTokenFile === null && !endpoint.auth.some((f) => f !== 'oauth2'))) return [];
    const field = endpoint.bearerTokenFile === null ? (endpoint.auth[0] ?? '') : 'bearerTokenFile';
    return [hit({ field, monitor: monitor.name }, { ...endpoint.at, path: [...endpoint.at.path, field] })];
  },
};
