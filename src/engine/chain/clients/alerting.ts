import { fieldsOf } from '../../objects/index.ts';
import { ofKinds } from './objects.ts';
import type { Caller } from './types.ts';

/**
 * `spec.alerting.alertmanagers` of a Prometheus: a name is the Service port's, a number the container's
 * (prometheus-operator promcfg.go generateAlertmanagerConfig, domain.md b20).
 */
export const alerting: Caller = {
  kind: 'alerting',
  follows: false,
  uses: (cluster) =>
    ofKinds(cluster, ['Prometheus'], null).flatMap(({ raw, id }) =>
      fieldsOf(raw, [])
        .map('spec')
        .map('alerting')
        .list('alertmanagers')
        .flatMap((entry) => {
          const port = entry.intOrString('port');
          if (port === null) return [];
          const scheme = entry.str('scheme')?.toLowerCase() ?? 'http';
          const call = { kind: 'alerting' as const, object: id, container: null, by: 'alertmanagers', at: entry.atKey('port') };
          return [
            {
              ...call,
              scheme: scheme === 'https' || scheme === 'http' ? scheme : null,
              certain: true,
              path: `${entry.str('pathPrefix') ?? ''}/api/${entry.str('apiVersion') ?? 'v2'}/alerts`.replace(/\/{2,}/g, '/'),
              namespace: entry.str('namespace') ?? raw.namespace,
              service: entry.str('name'),
              port,
              of: typeof port === 'number' ? ('pod' as const) : ('service' as const),
            },
          ];
        }),
    ),
};
