import { type Check, hit } from '../check.ts';

/** Without port and targetPort every endpoint port and every other container port is scraped. */
export const allPorts: Check = {
  kind: 'warning',
  code: 'all-ports',
  severity: 'warning',
  link: 'endpoint-port',
  run: ({ resolution: { endpoint, monitor } }) =>
    endpoint?.by === 'labels' && endpoint.port === null && endpoint.targetPort === null && endpoint.portNumber === null
      ? [hit({ monitor: monitor.name }, endpoint.at)]
      : [],
};
