import type { Joined } from '../join.ts';
import type { Link } from '../types.ts';
import { finishLink, type LinkBuilder } from './build.ts';
import { endpointPort } from './endpointPort.ts';
import { listener } from './listener.ts';
import { monitorPods } from './monitorPods.ts';
import { monitorService } from './monitorService.ts';
import { addressPort, addressService } from './namedAddress.ts';
import { podPort } from './podPort.ts';
import { policy } from './policy.ts';
import { prometheusMonitor } from './prometheusMonitor.ts';
import { discoveryRightsLink, proxyRightsLink, scrapeRightsLink } from './rights.ts';
import { servicePods } from './servicePods.ts';
import { targetPort } from './targetPort.ts';
import { upstream } from './upstream.ts';

/** Every join of a chain, in the order in which the chain is followed. */
export const LINKS: readonly LinkBuilder[] = [
  prometheusMonitor,
  discoveryRightsLink,
  monitorService,
  addressService,
  monitorPods,
  endpointPort,
  addressPort,
  servicePods,
  targetPort,
  podPort,
  policy,
  listener,
  scrapeRightsLink,
  proxyRightsLink,
  upstream,
];

export const buildLinks = (joined: Joined): Link[] => LINKS.flatMap((b) => b.build(joined).map((draft) => finishLink(b.kind, draft)));
