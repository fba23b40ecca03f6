import { shellQuoted as quoted } from '../chain/index.ts';
import type { Workload } from '../cluster/index.ts';
import type { Request } from './asking.ts';
import type { Route } from './routes.ts';

interface Around {
  workload: Workload;
  prometheus: Workload | null;
  account: { namespace: string; name: string } | null;
}

/** The line that tries it from there; `<node-ip>` and the like are for the reader to fill in. Names are quoted for the shell. */
export function commandFor(route: Route, request: Request, { workload, prometheus, account }: Around): string {
  const flags = ['-sS', '--max-time 5', ...(request.verify ? [] : ['-k'])];
  const token = request.credentials === 'prometheus' && account ? ` -H "Authorization: Bearer $(${tokenOf(account)})"` : '';
  const curl = `curl ${flags.join(' ')}${token} ${quoted(`${request.scheme}://${route.address}${request.path}`)}`;
  switch (route.from) {
    case 'node':
    case 'outside':
      return curl;
    case 'target':
      // Images of exporters have no curl: a container beside them shares their network.
      return `kubectl debug -n ${quoted(workload.namespace)} <pod> -it --image=curlimages/curl -- ${curl}`;
    case 'prometheus':
      return prometheus
        ? `kubectl debug -n ${quoted(prometheus.namespace)} ${quoted(`${prometheus.name}-0`)} -it --image=curlimages/curl -- ${curl}`
        : curl;
    case 'pod':
      return `kubectl run linkchain-try --rm -it --restart=Never --image=curlimages/curl --command -- ${curl}`;
  }
}

const tokenOf = ({ namespace, name }: { namespace: string; name: string }): string =>
  `kubectl create token ${quoted(name)} -n ${quoted(namespace)}`;
