import type { Strategy } from '../job.ts';
import { fix } from './fixes/index.ts';
import { operatorSidecar } from './operatorSidecar.ts';
import { gatewayRoute } from './outside/gatewayRoute.ts';
import { hostPort } from './outside/hostPort.ts';
import { ingress } from './outside/ingress.ts';
import { nodePort } from './outside/nodePort.ts';
import { plainPort } from './outside/plainPort.ts';
import { tokenReader } from './outside/tokenReader.ts';
import { PORT_STRATEGIES } from './ports.ts';
import { useOtherPort } from './useOtherPort.ts';
import { webTls } from './webTls.ts';

/** Every way to every goal, the safest first. */
export const STRATEGIES: readonly Strategy[] = [
  useOtherPort,
  ...PORT_STRATEGIES,
  operatorSidecar,
  webTls,
  tokenReader,
  gatewayRoute,
  ingress,
  nodePort,
  hostPort,
  plainPort,
  fix,
];
