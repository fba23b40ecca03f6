import { describe, expect, it } from 'vitest';
import { clientsOf } from '../../src/engine/chain/index.ts';
import { analyzeText, edit, SHOP } from '../fixtures/shop.ts';

const doc = (apiVersion: string, kind: string, where: string, rest: string): string => {
  const [namespace, name] = where.split('/');
  return `---\napiVersion: ${apiVersion}\nkind: ${kind}\nmetadata: {name: ${name}, namespace: ${namespace}}\n${rest}\n`;
};
const pod = (where: string, container: string, kind = 'Deployment'): string =>
  doc(
    'apps/v1',
    kind,
    where,
    `spec: {selector: {matchLabels: {app: x}}, template: {metadata: {labels: {app: x}}, spec: {containers: [${container}]}}}`,
  );
const ingress = (port: string, annotations = '', extra = ''): string =>
  `---\napiVersion: networking.k8s.io/v1\nkind: Ingress\nmetadata: {name: door, namespace: shop, annotations: {${annotations}}}\nspec: {${extra}rules: [{http: {paths: [{path: /, backend: {service: {name: cart, port: ${port}}}}]}}]}\n`;
const route = (kind: string, where: string, ref = ''): string =>
  doc('gateway.networking.k8s.io/v1', kind, where, `spec: {rules: [{backendRefs: [{name: cart, port: 80${ref}}]}]}`);
const alerting = (fields: string): string =>
  doc('monitoring.coreos.com/v1', 'Prometheus', 'mon/other', `spec: {alerting: {alertmanagers: [{${fields}}]}}`);
const source = (url: string, key = 'ds.yaml'): string =>
  doc(
    'v1',
    'ConfigMap',
    'web/grafana',
    `data:\n  ${key}: |\n    apiVersion: 1\n    datasources:\n    - {name: cart, type: prometheus, url: "${url}"}`,
  );
const call = (arg: string, where = 'web/reader') => pod(where, `{name: r, image: example.org/r, args: ["${arg}"]}`);

/** `mismatch ingress Ingress/shop/door backend https:80`, one line a client. */
const clients = (text: string): string[] => {
  const { cluster, chains } = analyzeText(text);
  const chain = chains.find((c) => c.id === 'ServiceMonitor/shop/cart#0');
  return (chain ? clientsOf(cluster, chain, chains) : []).map((c) =>
    [c.agreement, c.kind, c.object, c.container, c.by, `${c.scheme ?? '?'}:${c.port}${c.path ?? ''}`].filter(Boolean).join(' '),
  );
};

describe('who else uses the port', () => {
  it.each<[what: string, more: string, found: string[]]>([
    ['nobody', '', []],
    ['an Ingress by name', ingress('{name: http-metrics}'), ['ok ingress Ingress/shop/door backend http:http-metrics']],
    ['an Ingress by number', ingress('{number: 80}'), ['ok ingress Ingress/shop/door backend http:80']],
    ['an Ingress by the number of the pod port', ingress('{number: 8080}'), []],
    [
      'an Ingress told to speak https',
      ingress('{number: 80}', 'nginx.ingress.kubernetes.io/backend-protocol: "HTTPS"'),
      ['mismatch ingress Ingress/shop/door backend https:80'],
    ],
    [
      'an Ingress that passes TLS through',
      ingress('{number: 80}', 'nginx.ingress.kubernetes.io/ssl-passthrough: "true"'),
      ['ok ingress Ingress/shop/door backend any:80'],
    ],
    ['a route', route('HTTPRoute', 'shop/way'), ['ok route HTTPRoute/shop/way backendRefs http:80']],
    ['a route from elsewhere', route('HTTPRoute', 'web/way', ', namespace: shop'), ['ok route HTTPRoute/web/way backendRefs http:80']],
    ['a route elsewhere', route('HTTPRoute', 'web/way'), []],
    ['a route of bytes', route('TCPRoute', 'shop/way'), ['ok route TCPRoute/shop/way backendRefs any:80']],
    [
      'a route over TLS',
      route('HTTPRoute', 'shop/way') +
        doc('gateway.networking.k8s.io/v1', 'BackendTLSPolicy', 'shop/tls', 'spec: {targetRefs: [{group: "", kind: Service, name: cart}]}'),
      ['mismatch route HTTPRoute/shop/way backendRefs https:80'],
    ],
    [
      'an extension of the API',
      '---\napiVersion: apiregistration.k8s.io/v1\nkind: APIService\nmetadata: {name: v1.cart}\nspec: {service: {name: cart, namespace: shop, port: 80}}\n',
      ['mismatch api-service APIService/v1.cart spec.service https:80'],
    ],
    [
      'an extension of the API at the usual port',
      '---\napiVersion: apiregistration.k8s.io/v1\nkind: APIService\nmetadata: {name: v1.cart}\nspec: {service: {name: cart, namespace: shop}}\n',
      [],
    ],
    [
      'alerts by name',
      alerting('name: cart, namespace: shop, port: http-metrics'),
      ['ok alerting Prometheus/mon/other alertmanagers http:http-metrics/api/v2/alerts'],
    ],
    [
      'alerts by the pod port',
      alerting('name: cart, namespace: shop, port: 8080, pathPrefix: /a'),
      ['ok alerting Prometheus/mon/other alertmanagers http:8080/a/api/v2/alerts'],
    ],
    ['alerts by the Service port', alerting('name: cart, namespace: shop, port: 80'), []],
    [
      'alerts over https',
      alerting('name: cart, namespace: shop, port: http-metrics, scheme: HTTPS'),
      ['mismatch alerting Prometheus/mon/other alertmanagers https:http-metrics/api/v2/alerts'],
    ],
    ['alerts in the own namespace', alerting('name: cart, port: http-metrics'), []],
    ['a data source', source('http://cart.shop.svc/x'), ['ok data-source ConfigMap/web/grafana cart http:80/x']],
    ['a data source over https', source('https://cart.shop:80'), ['mismatch data-source ConfigMap/web/grafana cart https:80']],
    ['a data source of another Service', source('http://cartoon.shop:80'), []],
    [
      'a pod',
      call('--prometheus-url=http://cart.shop.svc.cluster.local:80/'),
      ['ok pod Deployment/web/reader r --prometheus-url http:80/'],
    ],
    ['a pod without a scheme', call('--store=cart.shop.svc:80'), ['unknown pod Deployment/web/reader r --store ?:80']],
    [
      'a pod by an SRV record',
      call('--store=dnssrv+_http-metrics._tcp.cart.shop.svc.cluster.local'),
      ['unknown pod Deployment/web/reader r --store ?:http-metrics'],
    ],
    ['a pod in the namespace', call('--url=https://cart:80', 'shop/reader'), ['mismatch pod Deployment/shop/reader r --url https:80']],
    ['a pod elsewhere', call('--url=http://cart:80'), []],
    ['a pod that names itself', call('--web.external-url=http://cart.shop:80'), []],
    [
      'a variable',
      pod('web/reader', '{name: r, image: example.org/r, env: [{name: NS, value: shop}, {name: URL, value: "http://cart.$(NS):80"}]}'),
      ['ok pod Deployment/web/reader r URL http:80'],
    ],
    [
      'a custom resource',
      doc('keda.sh/v1alpha1', 'ScaledObject', 'web/scale', 'spec: {triggers: [{metadata: {serverAddress: "http://cart.shop.svc:80"}}]}'),
      ['ok resource ScaledObject/web/scale serverAddress http:80'],
    ],
    [
      'remote write',
      doc('monitoring.coreos.com/v1', 'PrometheusAgent', 'mon/agent', 'spec: {remoteWrite: [{url: "http://cart.shop.svc:80/write"}]}'),
      ['ok resource PrometheusAgent/mon/agent url http:80/write'],
    ],
    [
      'a probe',
      doc(
        'monitoring.coreos.com/v1',
        'Probe',
        'mon/probe',
        'spec: {prober: {url: cart.shop.svc:80, path: /p}, targets: {staticConfig: {static: [a]}}}',
      ),
      ['ok resource Probe/mon/probe prober.url http:80/p'],
    ],
    [
      'another monitor',
      doc(
        'monitoring.coreos.com/v1',
        'PodMonitor',
        'shop/again',
        'spec: {selector: {}, podMetricsEndpoints: [{port: metrics, path: /more}]}',
      ),
      ['ok monitor PodMonitor/shop/again endpoints[0] http:metrics/more'],
    ],
    [
      'another Service that opens it',
      doc(
        'v1',
        'Service',
        'shop/open',
        'spec: {type: NodePort, selector: {app: cart}, ports: [{port: 1, targetPort: 8080, nodePort: 30080}]}',
      ),
      ['ok service Service/shop/open NodePort any:30080'],
    ],
    [
      'a call through another, headless Service',
      doc('v1', 'Service', 'shop/bare', 'spec: {clusterIP: None, selector: {app: cart}, ports: [{port: 1, targetPort: 8080}]}') +
        call('--a=http://bare.shop:8080 --b=http://bare.shop:1'),
      ['ok pod Deployment/web/reader r --a http:8080'],
    ],
  ])('%s', (_what, more, found) => expect(clients(SHOP + more)).toEqual(found));

  const inPod = (change: string, container = '', listen = ':8080') =>
    clients(edit(SHOP, ['=:8080"]', `=${listen}"]${change}`], ['containerPort: 8080}', `containerPort: 8080}${container}`]));
  const neighbour = '\n      - {name: side, image: example.org/s, args: ["--reload-url=http://127.0.0.1:8080/-/reload"]}';
  it('the kubelet and the other containers of the pod', () => {
    const probes =
      '\n        livenessProbe: {httpGet: {port: metrics, path: /live}}\n        readinessProbe: {httpGet: {port: 8080, scheme: HTTPS}}\n        startupProbe: {tcpSocket: {port: 8080}}';
    expect(inPod(probes)).toEqual([
      'ok probe Deployment/shop/cart cart livenessProbe http:metrics/live',
      'mismatch probe Deployment/shop/cart cart readinessProbe https:8080/',
      'ok probe Deployment/shop/cart cart startupProbe any:8080',
    ]);
    expect(inPod('', neighbour)).toEqual(['ok neighbour Deployment/shop/cart side --reload-url http:8080/-/reload']);
    expect(inPod('', neighbour, '10.0.0.1:8080')).toEqual([]);
  });

  it('a Grafana whose data sources are in a Secret may ask, where nothing else tells', () => {
    const asked = edit(SHOP, ['example.org/node-exporter:v1', 'quay.io/prometheus/prometheus:v3']);
    const grafana = doc(
      'apps/v1',
      'Deployment',
      'web/grafana',
      'spec: {selector: {}, template: {metadata: {labels: {app: x}}, spec: {volumes: [{name: ds, secret: {secretName: ds}}], containers: [{name: g, image: grafana/grafana, volumeMounts: [{name: ds, mountPath: /etc/grafana/provisioning/datasources}]}]}}}',
    );
    expect(clients(asked + grafana)).toEqual(['unknown unread Deployment/web/grafana Secret/web/ds ?:']);
    expect(clients(asked + grafana + source('http://cart.shop:80'))).toEqual(['ok data-source ConfigMap/web/grafana cart http:80']);
    expect(clients(SHOP + grafana)).toEqual([]);
  });

  it('says where both sides stand', () => {
    const { cluster, chains, ingested } = analyzeText(SHOP + ingress('{number: 80}') + call('--url=http://cart.shop:80'));
    for (const client of chains.flatMap((c) => clientsOf(cluster, c, chains)))
      expect([ingested.docs.has(client.at.doc), client.listenerAt?.path.at(-2)]).toEqual([true, 'args']);
  });
});
