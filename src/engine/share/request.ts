import type { Analysis } from '../analyze.ts';
import { type Chain, clientsOf, objectsOf } from '../chain/index.ts';
import type { Goal } from '../patch/index.ts';
import { type Masked, maskFiles } from './mask/index.ts';
import { MASKS, type Mask } from './mask/masks.ts';
import { projectChain } from './project.ts';
import type { ShareState } from './types.ts';

/** What somebody wants to send. */
export interface ShareRequest {
  chain: string | null;
  /** Pending changes; those of other chains go along only with everything. */
  goals: Goal[];
  selection: string | null;
  view?: string;
  /** Everything that was read for the chains, not the objects of the chosen one alone. */
  all?: boolean;
  /** ConfigMaps as well: they may hold passwords. Secrets never. */
  configMaps?: boolean;
  masks?: Mask[];
  /** Decides the masks of addresses; a random word, kept by the sender for as long as masks shall stay the same. */
  key?: string;
}

/** What would be sent, said before it is. */
export interface ShareContent {
  state: ShareState;
  /** Ids of the objects in it. */
  objects: string[];
  /** Ids of objects that belong to it but stay here. */
  withheld: string[];
  masked: Pick<Masked, 'counts' | 'kept'> | null;
}

/** The least that shows what the sender sees, without what must not leave and with masks over what shall not. Derived from nothing but the input. */
export function shareContent(analysis: Analysis, request: ShareRequest): ShareContent {
  const chain = analysis.chains.find((c) => c.id === request.chain) ?? null;
  const wanted = request.all ? everything(analysis) : chain ? around(analysis, chain) : new Set<string>();
  const { files, withheld } = projectChain({
    files: analysis.files,
    ingested: analysis.ingested,
    objects: wanted,
    configMaps: request.configMaps === true,
  });
  const masks = new Set(MASKS.filter((m) => request.masks?.includes(m)));
  const masked = masks.size > 0 ? maskFiles(files, masks, request.key ?? '') : null;
  const { defaultNamespace, operatorVersion } = analysis.options;
  const state: ShareState = {
    type: 'linkchain',
    version: 1,
    files: masked?.files ?? files,
    defaultNamespace,
    ...(operatorVersion ? { operatorVersion } : {}),
    goals: request.goals.filter((g) => request.all || g.chain === chain?.id),
    chain: chain?.id ?? null,
    // Ids of rows may name an address.
    selection: request.selection === null || masked === null ? request.selection : masked.text(request.selection),
    ...(request.view === undefined ? {} : { view: request.view }),
  };
  const held = new Set(withheld);
  const objects = analysis.ingested.objects.filter((o) => wanted.has(o.id) && !held.has(o.id)).map((o) => o.id);
  return { state, objects, withheld, masked: masked && { counts: masked.counts, kept: masked.kept } };
}

/** A chain's objects, and who else uses its port: they are part of its picture. Other monitors have pictures of their own. */
function around({ cluster }: Analysis, chain: Chain): Set<string> {
  const objects = objectsOf(cluster, chain);
  for (const { kind, object } of clientsOf(cluster, chain)) if (kind !== 'unread') objects.add(object);
  return objects;
}

/** What was read for the chains: definitions of kinds, dashboards and rules are not part of any. */
function everything({ ingested }: Analysis): Set<string> {
  return new Set(ingested.objects.filter((o) => ingested.docs.get(o.doc)?.status === 'read').map((o) => o.id));
}
