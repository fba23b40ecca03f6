import type { OperatorWorld } from './types.ts';

/** What stands for a value nobody showed us: it names the Secret or ConfigMap and the key. */
export const placeholder: OperatorWorld['value'] = (kind, namespace, name, key) => `<${kind} ${namespace}/${name} key ${key}>`;

/** An operator of one release as it comes, in a cluster of its time; `overrides` say what is known to differ. */
export function operatorOf(release: number, overrides: Partial<OperatorWorld> = {}): OperatorWorld {
  return {
    release,
    endpointSlices: true,
    // Feature gates that are on by default since v0.92.
    shardRetention: release >= 92,
    topologySharding: release >= 92,
    podTopologyLabels: release >= 92,
    // Off by default, but without it the operator refuses `mode: DaemonSet`: whoever writes it has it on.
    agentDaemonSet: true,
    inlineTls: false,
    bypassVersionCheck: false,
    crdDefaults: true,
    value: placeholder,
    ...overrides,
  };
}
