import type { Json, JsonMap } from '../yaml/index.ts';
import type { RawObject } from './types.ts';

const isMap = (v: Json | undefined): v is JsonMap => typeof v === 'object' && v !== null && !Array.isArray(v);
const get = (v: Json | undefined, ...path: string[]): Json | undefined =>
  path.reduce<Json | undefined>((at, key) => (isMap(at) && Object.hasOwn(at, key) ? at[key] : undefined), v);
const given = (v: Json | undefined): boolean => v !== undefined && v !== null;

const hasImages = (containers: Json | undefined): boolean =>
  Array.isArray(containers) && containers.length > 0 && containers.every((c) => given(get(c, 'image')));

/** Before apps/v1 the selector could be left out: it followed from the labels of the template. */
const templated = (body: JsonMap): boolean =>
  (given(get(body, 'spec', 'selector')) || given(get(body, 'spec', 'template', 'metadata', 'labels'))) &&
  hasImages(get(body, 'spec', 'template', 'spec', 'containers'));

/** What the API server requires of a whole object, by kind. Kinds not named here are never taken for fragments. */
const WHOLE = new Map<string, (body: JsonMap) => boolean>([
  ['Deployment', templated],
  ['DaemonSet', templated],
  ['StatefulSet', templated],
  ['ReplicaSet', templated],
  ['Job', (body) => hasImages(get(body, 'spec', 'template', 'spec', 'containers'))],
  ['CronJob', (body) => hasImages(get(body, 'spec', 'jobTemplate', 'spec', 'template', 'spec', 'containers'))],
  ['Pod', (body) => hasImages(get(body, 'spec', 'containers'))],
  ['Service', (body) => given(get(body, 'spec', 'ports')) || get(body, 'spec', 'type') === 'ExternalName'],
  ['ServiceMonitor', (body) => given(get(body, 'spec', 'selector')) && given(get(body, 'spec', 'endpoints'))],
  ['PodMonitor', (body) => given(get(body, 'spec', 'selector'))],
  ['Probe', (body) => given(get(body, 'spec', 'targets')) || given(get(body, 'spec', 'prober'))],
  ['NetworkPolicy', (body) => given(get(body, 'spec', 'podSelector'))],
  ['RoleBinding', (body) => given(get(body, 'roleRef'))],
  ['ClusterRoleBinding', (body) => given(get(body, 'roleRef'))],
]);

/**
 * A kustomize patch looks like an object of the same name and lacks what every object of its kind has. The kind is that of
 * the id, which tells namesakes of foreign groups apart.
 */
export const isFragment = (object: RawObject): boolean => WHOLE.get(object.id.slice(0, object.id.indexOf('/')))?.(object.body()) === false;
