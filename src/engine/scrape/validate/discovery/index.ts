import type { Fields } from '../../../objects/index.ts';
import { atLeast, versionText } from '../../version.ts';
import type { Judge } from '../judge.ts';
import { azure, digitalOcean, ec2, hetzner, ionos, lightSail, linode, openstack, ovhCloud, scaleway } from './cloud.ts';
import { kubernetes } from './kubernetes.ts';
import { consul, dns, docker, dockerSwarm, eureka, http, kuma, nomad, puppetDb } from './services.ts';
import type { Discovery } from './types.ts';

/** In the operator's order (resource_selector.go checkScrapeConfig). */
const DISCOVERIES: readonly Discovery[] = [
  http,
  kubernetes,
  consul,
  dns,
  ec2,
  azure,
  openstack,
  digitalOcean,
  kuma,
  eureka,
  docker,
  linode,
  hetzner,
  nomad,
  dockerSwarm,
  puppetDb,
  lightSail,
  ovhCloud,
  scaleway,
  ionos,
];

/** The youngest of these checks came with v0.82; before, what is not used was not asked for. */
const ALL_ASKED_SINCE = 82;

/** Every service discovery of a ScrapeConfig, also those it does not use: their version is asked for all the same. */
export function discoveries(spec: Fields, judge: Judge): void {
  for (const { field, since, checks } of DISCOVERIES) {
    const used = spec.has(field);
    if (since && !atLeast(judge.version, since) && (used || judge.release >= ALL_ASKED_SINCE))
      judge.reject(spec, field, used ? 'sd-too-new' : 'scrape-config-too-new', { field, since, version: versionText(judge.version) });
    for (const entry of spec.list(field)) for (const check of checks) check(entry, judge);
  }
}
