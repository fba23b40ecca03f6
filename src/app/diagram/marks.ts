import type { LinkState } from '../../engine/chain/index.ts';
import type { Change, SceneNode } from '../../engine/scene/index.ts';
import type { IconName } from '../ui/Icon.tsx';

/** How a state is told apart without colour: a sign, a word (area `chain`, `state.…`) and a line style. Order of the legend. */
export const STATE_SIGNS: Readonly<Record<LinkState, string>> = { ok: '✓', broken: '✕', unknown: '?', 'not-enforced': '◇' };
export const STATES = Object.keys(STATE_SIGNS) as LinkState[];

/** Signs of a before/after picture; words in area `scene`, `change.…`. */
export const CHANGE_SIGNS: Readonly<Record<NonNullable<Change>, string>> = { added: '+', removed: '−', changed: '~' };
export const CHANGES = Object.keys(CHANGE_SIGNS) as NonNullable<Change>[];

/** Who makes a node; words in area `scene`, `origin.…`. */
export const ORIGINS: readonly SceneNode['origin'][] = ['input', 'operator', 'cluster', 'outside', 'missing', 'absent'];

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
