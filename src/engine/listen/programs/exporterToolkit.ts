import { openedBy } from '../open.ts';
import type { Program } from '../types.ts';
import { byWebConfig, socketActivated } from '../webConfig.ts';

/**
 * Any server with the address flag of prometheus/exporter-toolkit (kingpinflag). It speaks what its web configuration
 * says; where other flags speak of certificates, it may not be the toolkit's and the scheme stays open.
 */
export const exporterToolkit: Program = {
  id: 'exporter-toolkit',
  matches: (run) => run.flag('web.listen-address') !== null,
  listeners(run) {
    if (socketActivated(run)) return [];
    const ownTls = run.words.some((word) => /^-[^=]*(tls|cert)/i.test(word));
    return openedBy(run, run.flags('web.listen-address'), null, {
      ...(ownTls ? {} : byWebConfig(run, 'web.config.file', 'web.config')),
      path: run.flag('web.telemetry-path')?.value ?? '/metrics',
    });
  },
};
