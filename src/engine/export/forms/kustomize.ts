import { type JsonMap, printYaml } from '../../yaml/index.ts';
import { addedFiles, type FormFile, json6902Files, patchedOf, removedOf } from './json6902.ts';
import type { ObjectChange } from './objects.ts';

const NAME = 'kustomization.yaml';

/**
 * A kustomization over the user's own files, for the folder they lie in: `resources` are all of theirs and what is new,
 * patches name their target exactly (one that matches nothing is passed over in silence), what goes is `$patch: delete`.
 * Where the folder has a kustomization already, only what has to be added to it is written.
 */
export function kustomizeFiles(changes: readonly ObjectChange[], resources: readonly string[], taken: readonly string[]): FormFile[] {
  const own = taken.find((path) => /^kustomization\.ya?ml$/i.test(path));
  const patches = json6902Files(changes);
  const added = addedFiles(changes);
  const gone = new Set(
    removedOf(changes)
      .filter((c) => c.before !== null)
      .map((c) => c.id),
  );
  const targets = patchedOf(changes).map((c, i) => ({ path: patches[i]?.path ?? '', target: targetOf(c) }));
  const deletions = [...gone].map((id) => {
    const metadata = { name: id.name, ...(id.namespace === null ? {} : { namespace: id.namespace }) };
    return { patch: printYaml({ $patch: 'delete', apiVersion: id.apiVersion, kind: id.kind, metadata }) };
  });
  const listed = [...(own === undefined ? resources : []), ...added.map((f) => f.path)];
  const value: JsonMap = {
    apiVersion: 'kustomize.config.k8s.io/v1beta1',
    kind: 'Kustomization',
    ...(listed.length > 0 ? { resources: listed } : {}),
    ...(targets.length + deletions.length > 0 ? { patches: [...targets, ...deletions] } : {}),
  };
  const head = own === undefined ? '' : `# Add these entries to ${own}.\n`;
  return [{ path: own === undefined ? NAME : 'kustomization.linkchain.yaml', text: head + printYaml(value) }, ...patches, ...added];
}

function targetOf({ id }: ObjectChange): JsonMap {
  const group = id.group === '' ? {} : { group: id.group };
  return { ...group, version: id.version, kind: id.kind, name: id.name, ...(id.namespace === null ? {} : { namespace: id.namespace }) };
}
