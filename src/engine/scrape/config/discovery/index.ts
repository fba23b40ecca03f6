import type { Fields } from '../../../objects/index.ts';
import type { JsonMap } from '../../../yaml/index.ts';
import type { Context } from '../context.ts';
import type { Store } from '../secrets.ts';
import * as clouds from './clouds.ts';
import { kubernetes } from './kubernetes.ts';
import * as plain from './plain.ts';
import type { Step } from './steps.ts';

/** Every service discovery of a ScrapeConfig, in the operator's order: the field of the CRD, Prometheus' name, what is written. */
export const DISCOVERIES: readonly (readonly [field: string, name: string, steps: readonly Step[]])[] = [
  ['staticConfigs', 'static_configs', plain.statics],
  ['fileSDConfigs', 'file_sd_configs', plain.files],
  ['httpSDConfigs', 'http_sd_configs', plain.web],
  ['kubernetesSDConfigs', 'kubernetes_sd_configs', kubernetes],
  ['consulSDConfigs', 'consul_sd_configs', plain.consul],
  ['dnsSDConfigs', 'dns_sd_configs', plain.dns],
  ['ec2SDConfigs', 'ec2_sd_configs', clouds.ec2],
  ['azureSDConfigs', 'azure_sd_configs', clouds.azure],
  ['gceSDConfigs', 'gce_sd_configs', clouds.gce],
  ['openstackSDConfigs', 'openstack_sd_configs', clouds.openstack],
  ['digitalOceanSDConfigs', 'digitalocean_sd_configs', clouds.digitalocean],
  ['kumaSDConfigs', 'kuma_sd_configs', plain.kuma],
  ['eurekaSDConfigs', 'eureka_sd_configs', plain.eureka],
  ['dockerSDConfigs', 'docker_sd_configs', clouds.docker],
  ['linodeSDConfigs', 'linode_sd_configs', clouds.linode],
  ['hetznerSDConfigs', 'hetzner_sd_configs', clouds.hetzner],
  ['nomadSDConfigs', 'nomad_sd_configs', plain.nomad],
  ['dockerSwarmSDConfigs', 'dockerswarm_sd_configs', clouds.dockerswarm],
  ['puppetDBSDConfigs', 'puppetdb_sd_configs', plain.puppetdb],
  ['lightSailSDConfigs', 'lightsail_sd_configs', clouds.lightsail],
  ['ovhcloudSDConfigs', 'ovhcloud_sd_configs', clouds.ovhcloud],
  ['scalewaySDConfigs', 'scaleway_sd_configs', clouds.scaleway],
  ['ionosSDConfigs', 'ionos_sd_configs', clouds.ionos],
];

/** Writes every service discovery the object has. */
export function writeDiscoveries(c: Context, store: Store, spec: Fields, job: JsonMap): void {
  for (const [field, name, steps] of DISCOVERIES) {
    const written = spec.list(field).map((fields) => {
      const out: JsonMap = {};
      for (const step of steps) step({ c, store, fields, out });
      return out;
    });
    if (written.length > 0) job[name] = written;
  }
}
