import { prom, table } from './verdicts.ts';

const user = '{name: login, key: user}';
const token = '{name: login, key: token}';
const clientSecret = `clientSecret: ${token}`;

const K8S = 'kubernetesSDConfigs';
table('ScrapeConfig', (s) => `{${s}}`, 'spec.', [
  ['static targets', 'staticConfigs: [{targets: [a], labels: {owner: b}}]', 'accepted'],
  ['a label of Prometheus 3', 'staticConfigs: [{labels: {"a b": c}}]', 'accepted'],
  ['… for Prometheus 2', 'staticConfigs: [{labels: {1a: c}}]', 'label-name-invalid staticConfigs[0].labels.1a', prom('2.55.0')],
  ['an old Prometheus', 'staticConfigs: [{targets: [a]}]', 'scrape-config-too-new ovhcloudSDConfigs', prom('2.39.0')],
  ['an old Prometheus, of an old operator', 'staticConfigs: [{targets: [a]}]', 'accepted', { ...prom('2.39.0'), release: 70 }],
  ['HTTP discovery for an old Prometheus', 'httpSDConfigs: [{url: "http://a"}]', 'sd-too-new httpSDConfigs', prom('2.27.0')],
  ['a timeout', 'scrapeInterval: 5s, scrapeTimeout: 6s', 'timeout-over-interval scrapeTimeout'],
  [
    'a foreign cluster’s own namespace',
    `${K8S}: [{role: Pod, apiServer: "https://a", namespaces: {ownNamespace: true}}]`,
    `sd-own-namespace-elsewhere ${K8S}[0].namespaces.ownNamespace`,
  ],
  ['its own namespace', `${K8S}: [{role: Pod, namespaces: {ownNamespace: true}}]`, 'accepted'],
  ['selectors without a role', `${K8S}: [{role: "", selectors: [{role: Pod}]}]`, `sd-role-unknown ${K8S}[0].role`],
  ['a selector of another role', `${K8S}: [{role: Node, selectors: [{role: Pod}]}]`, `sd-selector-role ${K8S}[0].selectors[0].role`],
  [
    'a selector of a role within',
    `${K8S}: [{role: EndpointSlice, selectors: [{role: Service, label: "a in (b, c),!d,e!=f,g>1"}]}]`,
    'accepted',
  ],
  [
    'a label selector cut short',
    `${K8S}: [{role: Pod, selectors: [{role: Pod, label: "a in (b"}]}]`,
    `sd-selector-unreadable ${K8S}[0].selectors[0].label`,
  ],
  [
    'a label selector with a comma left',
    `${K8S}: [{role: Pod, selectors: [{role: Pod, label: "a=b,"}]}]`,
    `sd-selector-unreadable ${K8S}[0].selectors[0].label`,
  ],
  [
    'a field selector without a value',
    `${K8S}: [{role: Pod, selectors: [{role: Pod, field: "status.phase"}]}]`,
    `sd-selector-unreadable ${K8S}[0].selectors[0].field`,
  ],
  ['a field selector', `${K8S}: [{role: Pod, selectors: [{role: Pod, field: "a=b,c!=d,e==f\\\\,g"}]}]`, 'accepted'],
  ['Consul by a field of 3.0', 'consulSDConfigs: [{server: a, filter: b}]', 'sd-field-too-new consulSDConfigs[0].filter', prom('2.55.0')],
  ['Consul by a field of 3.0 in 3.0', 'consulSDConfigs: [{server: a, filter: b}]', 'accepted', prom('3.0.0')],
  [
    'Consul by a token',
    `consulSDConfigs: [{server: a, tokenRef: {name: login, key: no}}]`,
    'key-not-found consulSDConfigs[0].tokenRef.key',
  ],
  ['DNS records without a port', 'dnsSDConfigs: [{names: [a], type: A}]', 'sd-dns-port-missing dnsSDConfigs[0].type'],
  ['DNS records', 'dnsSDConfigs: [{names: [a], type: A, port: 0}, {names: [b]}]', 'accepted'],
  ['Azure without a tenant', 'azureSDConfigs: [{subscriptionID: a}]', 'sd-field-missing azureSDConfigs[0].tenantID'],
  ['Azure by managed identity', 'azureSDConfigs: [{authenticationMethod: ManagedIdentity}]', 'accepted'],
  [
    'Azure by SDK of old',
    'azureSDConfigs: [{authenticationMethod: SDK}]',
    'sd-field-too-new azureSDConfigs[0].authenticationMethod',
    prom('2.51.0'),
  ],
  ['Azure by OAuth', `azureSDConfigs: [{tenantID: a, clientID: b, ${clientSecret}}]`, 'accepted'],
  [
    'OpenStack load balancers of old',
    'openstackSDConfigs: [{role: LoadBalancer}]',
    'sd-field-too-new openstackSDConfigs[0].role',
    prom('3.1.0'),
  ],
  ['OpenStack load balancers', 'openstackSDConfigs: [{role: LoadBalancer}]', 'accepted', prom('3.2.0')],
  ['Kuma without a scheme', 'kumaSDConfigs: [{server: a}]', 'sd-url-invalid kumaSDConfigs[0].server'],
  ['Kuma', 'kumaSDConfigs: [{server: "grpc://a"}]', 'accepted'],
  ['PuppetDB over FTP', 'puppetDBSDConfigs: [{url: "ftp://a"}]', 'sd-url-invalid puppetDBSDConfigs[0].url'],
  ['PuppetDB', 'puppetDBSDConfigs: [{url: "https://a"}]', 'accepted'],
  ['Docker at a bad address', 'dockerSDConfigs: [{host: "unix://a%zz"}]', 'sd-url-invalid dockerSDConfigs[0].host'],
  ['Docker', 'dockerSDConfigs: [{host: "unix:///var/run/docker.sock"}]', 'accepted'],
  ['OVH without keys', 'ovhcloudSDConfigs: [{endpoint: a}]', 'reference-incomplete ovhcloudSDConfigs[0].applicationSecret'],
  ['OVH', `ovhcloudSDConfigs: [{applicationSecret: ${token}, consumerKey: ${user}}]`, 'accepted'],
  ['EC2 by a key', 'ec2SDConfigs: [{accessKey: {name: login, key: no}}]', 'key-not-found ec2SDConfigs[0].accessKey.key'],
  ['Ionos without credentials', 'ionosSDConfigs: [{authorization: {}}]', 'accepted'],
]);
