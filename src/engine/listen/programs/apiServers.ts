import { addressOf } from '../address.ts';
import { delegated } from '../guard.ts';
import { opened, portOf } from '../open.ts';
import { named } from '../recognise.ts';
import type { Invocation, Opened, Program } from '../types.ts';

/** k8s.io/apiserver SecureServingOptions: https on `--bind-address`:`--secure-port`; port 0 is off. */
function secureServing(run: Invocation, fallback: number | null): Opened[] {
  const flag = run.flag('secure-port');
  const host = run.flag('bind-address');
  const port = flag || fallback !== null ? portOf(flag, fallback ?? 0) : null;
  const address = port === null ? null : addressOf(host?.value ?? '', port);
  return address ? [opened(run, address, flag?.at ?? host?.at ?? null, { serves: 'https', guard: delegated(run) })] : [];
}

/** Up to Kubernetes 1.23 the control plane could serve in clear too, on `--port` of `--address`; 0 is off. */
function insecureServing(run: Invocation): Opened[] {
  const flag = run.flag('port');
  const address = flag && addressOf(run.flag('address')?.value ?? '', portOf(flag, 0) ?? 0);
  return flag && address ? [opened(run, address, flag.at, { serves: 'http' })] : [];
}

const server = (id: string, names: readonly string[], port: number | null, insecure = false): Program => ({
  id,
  matches: (run) => named(run, ...names),
  listeners: (run) => [...secureServing(run, port), ...(insecure ? insecureServing(run) : [])],
});

export const prometheusAdapter: Program = {
  ...server('prometheus-adapter', ['prometheus-adapter', 'k8s-prometheus-adapter'], 6443),
  closed: true,
};
/** Its default port changed between releases, so only the flag counts. */
export const metricsServer = server('metrics-server', ['metrics-server'], null);
export const kubeApiserver = server('kube-apiserver', ['kube-apiserver'], 6443);
export const kubeControllerManager = server('kube-controller-manager', ['kube-controller-manager'], 10257, true);
export const kubeScheduler = server('kube-scheduler', ['kube-scheduler'], 10259, true);
