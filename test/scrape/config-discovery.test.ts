import { describe, expect, test } from 'vitest';
import { field, jobOf, made } from './operator.ts';

const SECRET = '{name: s, key: k}';
const VALUE = '<Secret shop/s key k>';

const written = (list: string, entry: string, name: string, prometheus = '{}') =>
  field(jobOf(made('ScrapeConfig', `{${list}: [${entry}]}`), prometheus), name);

describe('a service discovery of a ScrapeConfig', () => {
  test.each([
    ['staticConfigs', '{targets: [a]}', 'static_configs', { targets: ['a'], labels: {} }],
    ['fileSDConfigs', '{files: [/a.json], refreshInterval: 5m}', 'file_sd_configs', { files: ['/a.json'], refresh_interval: '5m' }],
    ['httpSDConfigs', '{url: u, enableHTTP2: false}', 'http_sd_configs', { url: 'u', enable_http2: false }],
    [
      'kubernetesSDConfigs',
      '{role: Pod, namespaces: {ownNamespace: true}, selectors: [{role: Pod, label: a=b}], attachMetadata: {node: true}}',
      'kubernetes_sd_configs',
      {
        role: 'pod',
        namespaces: { names: [], own_namespace: true },
        selectors: [{ role: 'pod', label: 'a=b' }],
        attach_metadata: { node: true },
      },
    ],
    ['kubernetesSDConfigs', '{role: Node, attachMetadata: {node: true}}', 'kubernetes_sd_configs', { role: 'node' }],
    [
      'consulSDConfigs',
      `{server: c, tokenRef: ${SECRET}, scheme: HTTPS, services: [a], tags: [], nodeMeta: {b: "2", a: "1"}, filter: f, healthFilter: h}`,
      'consul_sd_configs',
      { server: 'c', token: VALUE, scheme: 'https', services: ['a'], node_meta: { a: '1', b: '2' }, filter: 'f', health_filter: 'h' },
    ],
    ['dnsSDConfigs', '{names: [a], type: SRV, port: 1}', 'dns_sd_configs', { names: ['a'], type: 'SRV', port: 1 }],
    [
      'ec2SDConfigs',
      `{region: r, accessKey: ${SECRET}, secretKey: ${SECRET}, roleARN: a, filters: [{name: z, values: [1]}, {name: a, values: [x]}]}`,
      'ec2_sd_configs',
      {
        region: 'r',
        access_key: VALUE,
        secret_key: VALUE,
        role_arn: 'a',
        filters: [
          { name: 'a', values: ['x'] },
          { name: 'z', values: ['1'] },
        ],
      },
    ],
    ['ec2SDConfigs', `{accessKey: ${SECRET}}`, 'ec2_sd_configs', {}],
    [
      'azureSDConfigs',
      `{subscriptionID: s, tenantID: t, clientID: c, clientSecret: ${SECRET}, resourceGroup: g, authenticationMethod: OAuth}`,
      'azure_sd_configs',
      { subscription_id: 's', tenant_id: 't', client_id: 'c', client_secret: VALUE, resource_group: 'g', authentication_method: 'OAuth' },
    ],
    ['azureSDConfigs', '{subscriptionID: s, proxyUrl: p}', 'azure_sd_configs', { proxy_url: 'p', subscription_id: 's' }],
    ['azureSDConfigs', '{subscriptionID: s, proxyUrl: p, environment: e}', 'azure_sd_configs', { environment: 'e', subscription_id: 's' }],
    ['gceSDConfigs', '{project: p, zone: z, tagSeparator: ";"}', 'gce_sd_configs', { project: 'p', zone: 'z', tag_separator: ';' }],
    [
      'openstackSDConfigs',
      `{role: Hypervisor, region: r, userid: u, domainID: d, projectID: p, applicationCredentialId: i, applicationCredentialSecret: ${SECRET}, allTenants: true}`,
      'openstack_sd_configs',
      {
        role: 'hypervisor',
        region: 'r',
        userid: 'u',
        domain_id: 'd',
        project_id: 'p',
        application_credential_id: 'i',
        application_credential_secret: VALUE,
        all_tenants: true,
      },
    ],
    ['digitalOceanSDConfigs', '{port: 9100}', 'digitalocean_sd_configs', { port: 9100 }],
    [
      'kumaSDConfigs',
      '{server: k, fetchTimeout: 1m, clientID: c}',
      'kuma_sd_configs',
      { server: 'k', fetch_timeout: '1m', client_id: 'c' },
    ],
    ['eurekaSDConfigs', '{server: e, followRedirects: true}', 'eureka_sd_configs', { server: 'e', follow_redirects: true }],
    [
      'dockerSDConfigs',
      '{host: h, hostNetworkingHost: l, matchFirstNetwork: false}',
      'docker_sd_configs',
      { host: 'h', host_networking_host: 'l', match_first_network: false },
    ],
    ['linodeSDConfigs', '{region: r, tagSeparator: ";"}', 'linode_sd_configs', { region: 'r', tag_separator: ';' }],
    ['hetznerSDConfigs', '{role: Hcloud, labelSelector: a}', 'hetzner_sd_configs', { role: 'hcloud', label_selector: 'a' }],
    ['nomadSDConfigs', '{server: n, allowStale: true}', 'nomad_sd_configs', { server: 'n', allow_stale: true }],
    ['dockerSwarmSDConfigs', '{host: h, role: Tasks}', 'dockerswarm_sd_configs', { host: 'h', role: 'tasks' }],
    [
      'puppetDBSDConfigs',
      '{url: u, query: q, includeParameters: true}',
      'puppetdb_sd_configs',
      { url: 'u', query: 'q', include_parameters: true },
    ],
    ['lightSailSDConfigs', '{region: r, endpoint: e}', 'lightsail_sd_configs', { region: 'r', endpoint: 'e' }],
    [
      'ovhcloudSDConfigs',
      `{applicationKey: a, applicationSecret: ${SECRET}, consumerKey: ${SECRET}, service: DedicatedServer}`,
      'ovhcloud_sd_configs',
      { application_key: 'a', application_secret: VALUE, consumer_key: VALUE, service: 'dedicated_server' },
    ],
    [
      'scalewaySDConfigs',
      `{accessKey: a, secretKey: ${SECRET}, projectID: p, role: Baremetal, apiURL: u, tagsFilter: [t]}`,
      'scaleway_sd_configs',
      { access_key: 'a', secret_key: VALUE, project_id: 'p', role: 'baremetal', api_url: 'u', tags_filter: ['t'] },
    ],
    [
      'ionosSDConfigs',
      `{datacenterID: d, authorization: {credentials: ${SECRET}}}`,
      'ionos_sd_configs',
      { datacenter_id: 'd', authorization: { type: 'Bearer', credentials: VALUE } },
    ],
  ])('%s: %s', (list, entry, name, expected) => expect(written(list, entry, name)).toEqual([expected]));

  test.each([
    ['dnsSDConfigs', '{names: [a], type: NS}', 'dns_sd_configs', 'type', 'v2.48.0', 'v2.49.0'],
    ['dnsSDConfigs', '{names: [a], type: MX}', 'dns_sd_configs', 'type', 'v2.37.0', 'v2.38.0'],
    ['ec2SDConfigs', '{followRedirects: true}', 'ec2_sd_configs', 'follow_redirects', 'v2.40.0', 'v2.41.0'],
    ['dockerSDConfigs', '{host: h, matchFirstNetwork: true}', 'docker_sd_configs', 'match_first_network', 'v2.54.0', 'v2.54.1'],
    ['hetznerSDConfigs', '{role: robot, labelSelector: a}', 'hetzner_sd_configs', 'label_selector', 'v3.4.0', 'v3.5.0'],
    ['kubernetesSDConfigs', '{role: EndpointSlice}', 'kubernetes_sd_configs', 'role', 'v2.20.0', 'v2.21.0'],
  ])('%s %s writes %s.%s from the version that knows it', (list, entry, name, key, before, from) => {
    const [old] = written(list, entry, name, `{version: ${before}}`) as Record<string, unknown>[];
    const [now] = written(list, entry, name, `{version: ${from}}`) as Record<string, unknown>[];
    expect([old && key in old, now && key in now]).toEqual([false, true]);
  });
});
