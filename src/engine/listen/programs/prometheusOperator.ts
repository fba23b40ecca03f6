import { openedByLast } from '../open.ts';
import { named } from '../recognise.ts';
import type { Program } from '../types.ts';

/** prometheus-operator pkg/server: plain http unless TLS is asked for. */
export const prometheusOperator: Program = {
  id: 'prometheus-operator',
  closed: true,
  matches: (run) => named(run, 'prometheus-operator'),
  listeners: (run) =>
    openedByLast(run, run.flag('web.listen-address'), ':8080', { serves: run.flag('web.enable-tls')?.value === 'true' ? 'https' : 'http' }),
};

/** prometheus-operator cmd/admission-webhook: the same server with TLS on by default. */
export const admissionWebhook: Program = {
  id: 'admission-webhook',
  matches: (run) => named(run, 'admission-webhook'),
  listeners: (run) =>
    openedByLast(run, run.flag('web.listen-address'), ':8443', {
      serves: run.flag('web.enable-tls')?.value === 'false' ? 'http' : 'https',
    }),
};
