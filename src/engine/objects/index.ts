import type { RawObject } from '../ingest/index.ts';
import { endpointSlice, endpoints } from './kinds/endpoints.ts';
import { monitor } from './kinds/monitor.ts';
import { networkPolicy } from './kinds/networkPolicy.ts';
import { namespace, serviceAccount } from './kinds/plain.ts';
import { operated, prometheus } from './kinds/prometheus.ts';
import { clusterRole, clusterRoleBinding, role, roleBinding } from './kinds/rbac.ts';
import { service } from './kinds/service.ts';
import { configMap, prometheusRule } from './kinds/unread.ts';
import { apps, batch, core, extensions } from './kinds/workload.ts';
import type { KindReader, KubeObject } from './types.ts';

/** Every kind that plays a part, one place each. */
export const KINDS: readonly KindReader[] = [
  service,
  endpoints,
  endpointSlice,
  apps,
  extensions,
  batch,
  core,
  monitor,
  prometheus,
  operated,
  networkPolicy,
  role,
  clusterRole,
  roleBinding,
  clusterRoleBinding,
  serviceAccount,
  namespace,
  configMap,
  prometheusRule,
];

const byName = new Map(KINDS.flatMap((reader) => reader.kinds.map((kind) => [`${reader.group}/${kind}`, reader] as const)));

/** The reader for an API group and kind; a kind of another group is not ours. */
const kindReader = (group: string, kind: string): KindReader | null => byName.get(`${group}/${kind}`) ?? null;

/** Whether the body of a kind is needed to build chains. */
export const isEager = (group: string, kind: string): boolean => kindReader(group, kind)?.eager ?? false;

/** What an object means, or null for kinds that play no part. Never throws. */
export const readObject = (raw: RawObject): KubeObject | null => kindReader(raw.group, raw.kind)?.read(raw) ?? null;

export { type Fields, fieldName, fieldsOf, isMap } from './fields.ts';
export { meets } from './meets.ts';
export { requiredSelector } from './selector.ts';
export type * from './types.ts';
