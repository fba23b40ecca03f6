import { reversed, unifiedDiff } from '../diff.ts';
import type { ChangedFile } from '../types.ts';
import { addedFiles, type FormFile, json6902Files, removedOf } from './json6902.ts';
import { kubectlScript } from './kubectl.ts';
import { kustomizeFiles } from './kustomize.ts';
import { inverted, type ObjectChange, objectChanges } from './objects.ts';
import { jsonnetOverlay, valuesSnippet } from './origin.ts';

export const FORMS = ['diff', 'json6902', 'kustomize', 'kubectl', 'rollback', 'values', 'jsonnet'] as const;
export type Form = (typeof FORMS)[number];

/** The user's files beside those that changed: `resources` hold objects, `paths` are all of them. */
export interface Beside {
  resources: readonly string[];
  paths: readonly string[];
}

/** A change in the form that a user applies: files with relative paths, none where nothing changes. */
export function formFiles(form: Form, changes: readonly ChangedFile[], beside: Beside): FormFile[] {
  if (changes.length === 0) return [];
  const objects = objectChanges(changes);
  switch (form) {
    case 'diff':
      return [{ path: 'linkchain.diff', text: unifiedDiff(changes) }];
    case 'json6902':
      return [...json6902Files(objects), ...addedFiles(objects), ...goneList(objects)];
    case 'kustomize':
      return kustomizeFiles(objects, beside.resources, beside.paths);
    case 'kubectl':
      return [{ path: 'linkchain.sh', text: kubectlScript(objects) }];
    // Only where the origin is known.
    case 'values':
      return [valuesSnippet(objects)].filter((f) => f !== null);
    case 'jsonnet':
      return [jsonnetOverlay(objects)].filter((f) => f !== null);
    case 'rollback': {
      const back = objectChanges(inverted(changes));
      return [
        { path: 'rollback.diff', text: unifiedDiff(changes.map(reversed)) },
        { path: 'rollback.sh', text: kubectlScript(back) },
        ...json6902Files(back, 'rollback'),
        ...addedFiles(back, 'rollback/added'),
      ];
    }
  }
}

/** A JSON 6902 patch cannot delete an object: those are named for `kubectl delete -f`. */
function goneList(changes: readonly ObjectChange[]): FormFile[] {
  const gone = removedOf(changes);
  if (gone.length === 0) return [];
  const items = gone.map(({ id: { apiVersion, kind, namespace, name } }) => ({
    ...{ apiVersion, kind },
    metadata: { name, ...(namespace === null ? {} : { namespace }) },
  }));
  return [{ path: 'removed.json', text: `${JSON.stringify({ apiVersion: 'v1', kind: 'List', items }, null, 2)}\n` }];
}
