import type { SceneNode } from '../../engine/scene/index.ts';
import type { IconName } from '../ui/Icon.tsx';

/** The icon beside a node's kind; null where it stands inside another node. */
export const ROLE_ICONS: Readonly<Record<SceneNode['role'], IconName | null>> = {
  prometheus: 'chart',
  endpoint: 'target',
  service: 'hub',
  pod: 'cube',
  container: null,
  listener: 'socket',
  upstream: 'socket',
  policy: 'shield',
  'service-account': 'person',
  rbac: 'key',
  client: 'screen',
  reference: 'file',
  missing: 'search',
};
/** What the legend tells of them, in its order; words in area `scene`, `role.…`. One word for both ends of a proxy, none for what is not there. */
export const ROLES = [
  'prometheus',
  'endpoint',
  'service',
  'pod',
  'listener',
  'policy',
  'service-account',
  'rbac',
  'client',
  'reference',
] as const;
