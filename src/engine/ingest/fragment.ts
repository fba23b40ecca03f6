import type { Json, JsonMap } from '../yaml/index.ts';

const isMap = (v: Json | undefined): v is JsonMap => typeof v === 'object' && v !== null && !Array.isArray(v);
const get = (v: Json | undefined, ...path: string[]): Json | undefined =>
  path.reduce<Json | undefined>((at, key) => (isMap(at) && Object.hasOwn(at, key) ? at[key] : undefined), v);
const given = (v: Json | undefined): boolean => v !== undefined && v !== null;

const templated = (body: JsonMap): boolean => {
  const containers = get(body, 'spec', 'template', 'spec', 'containers');
  return given(get(body, 'spec', 'selector')) && Array.isArray(containers) && containers.every((c) => given(get(c, 'image')));
};

/** What the API server requires of a whole object, by kind. Kinds not named here are never taken for fragments. */
const WHOLE: Record<string, (body: JsonMap) => boolean> = {
  Deployment: templated,
  DaemonSet: templated,
  StatefulSet: templated,
  Service: (body) => given(get(body, 'spec', 'ports')) || get(body, 'spec', 'type') === 'ExternalName',
  ServiceMonitor: (body) => given(get(body, 'spec', 'selector')) && given(get(body, 'spec', 'endpoints')),
  PodMonitor: (body) => given(get(body, 'spec', 'selector')),
  NetworkPolicy: (body) => given(get(body, 'spec')),
};

/** A kustomize patch looks like an object of the same name and lacks what every object of its kind has. */
export const isFragment = (kind: string, body: JsonMap): boolean => (Object.hasOwn(WHOLE, kind) ? WHOLE[kind]?.(body) === false : false);
