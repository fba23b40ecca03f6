import { type ConfigMap, isMap } from '../../objects/index.ts';
import { type JsonMap, readValue } from '../../yaml/index.ts';
import { addressesIn, servicesNamed } from './address.ts';
import { ofKinds } from './objects.ts';
import type { Caller, PortUse } from './types.ts';

/** Data sources that Grafana provisions from a ConfigMap: every `url` under `datasources:`. */
export const dataSource: Caller = {
  kind: 'data-source',
  follows: false,
  uses: (cluster, wanted) =>
    ofKinds(cluster, ['ConfigMap'], wanted).flatMap((object) => {
      if (object.kind !== 'ConfigMap') return [];
      return Object.entries(object.data()).flatMap(([key, text]) =>
        text.includes('datasources') && wanted.inText(text) ? provisioned(object, key, text) : [],
      );
    }),
};

function provisioned(object: ConfigMap, key: string, text: string): PortUse[] {
  const { value } = readValue(text);
  const list = isMap(value) && Object.hasOwn(value, 'datasources') ? value['datasources'] : null;
  return (Array.isArray(list) ? list.filter(isMap) : []).flatMap((source) =>
    addressesIn(textOf(source, 'url'), false).flatMap(({ scheme, host, port, path }) =>
      servicesNamed(host, object.namespace).map(({ namespace, service }) => ({
        kind: 'data-source' as const,
        object: object.id,
        container: null,
        by: textOf(source, 'name') || key,
        scheme,
        certain: true,
        path,
        at: object.at(['data', key]),
        namespace,
        service,
        port,
        of: 'dns' as const,
      })),
    ),
  );
}

function textOf(map: JsonMap, key: string): string {
  const value = Object.hasOwn(map, key) ? map[key] : undefined;
  return typeof value === 'string' ? value : '';
}
