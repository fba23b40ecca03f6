import { open } from '../base.ts';
import { readPodSpec } from '../container.ts';
import type { Fields } from '../fields.ts';
import type { KindReader, WorkloadKind, WorkloadObject } from '../types.ts';

/** Where the pod stands in each kind. */
function podOf(kind: string, fields: Fields): Fields {
  if (kind === 'Pod') return fields;
  const spec = fields.map('spec');
  return kind === 'CronJob' ? spec.map('jobTemplate').map('spec').map('template') : spec.map('template');
}

function read(raw: Parameters<KindReader['read']>[0]): WorkloadObject {
  const { base, fields } = open<WorkloadKind>(raw);
  const pod = podOf(raw.kind, fields);
  const metadata = pod.map('metadata');
  const spec = pod.map('spec');
  const owners = fields.map('metadata').list('ownerReferences');
  const owner = owners.find((o) => o.bool('controller') === true) ?? owners[0];
  const ownerKind = owner?.str('kind') ?? null;
  const ownerName = owner?.str('name') ?? null;
  const live = raw.kind === 'Pod' ? fields.map('status') : null;
  const ready = live?.list('conditions').find((c) => c.str('type') === 'Ready');
  return {
    ...base,
    podLabels: raw.kind === 'Pod' ? base.labels : metadata.labels('labels'),
    podLabelsPath: [...metadata.path, 'labels'],
    podPath: spec.path,
    pod: readPodSpec(spec),
    podAnnotations: raw.kind === 'Pod' ? base.annotations : metadata.labels('annotations'),
    replicas: fields.map('spec').int('replicas'),
    owner: ownerKind !== null && ownerName !== null ? { kind: ownerKind, name: ownerName } : null,
    phase: live?.str('phase') ?? null,
    podIP: live?.str('podIP') ?? null,
    hostIP: live?.str('hostIP') ?? null,
    nodeName: raw.kind === 'Pod' ? spec.str('nodeName') : null,
    ready: ready ? ready.str('status') === 'True' : null,
    terminating: raw.kind === 'Pod' && fields.map('metadata').has('deletionTimestamp'),
    uid: raw.kind === 'Pod' ? fields.map('metadata').str('uid') : null,
  };
}

export const apps: KindReader<WorkloadObject> = {
  group: 'apps',
  kinds: ['Deployment', 'DaemonSet', 'StatefulSet', 'ReplicaSet'],
  eager: true,
  read,
};
/** As manifests written before apps/v1 have it. */
export const extensions: KindReader<WorkloadObject> = {
  group: 'extensions',
  kinds: ['Deployment', 'DaemonSet', 'ReplicaSet'],
  eager: true,
  read,
};
export const batch: KindReader<WorkloadObject> = { group: 'batch', kinds: ['Job', 'CronJob'], eager: true, read };
export const core: KindReader<WorkloadObject> = { group: '', kinds: ['Pod', 'ReplicationController'], eager: true, read };
