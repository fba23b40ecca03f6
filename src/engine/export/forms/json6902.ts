import { printYaml } from '../../yaml/index.ts';
import { uniquePaths } from '../paths.ts';
import { jsonPatch } from './jsonPatch.ts';
import type { ObjectChange } from './objects.ts';

export interface FormFile {
  path: string;
  text: string;
}

/** Objects that stay, by what is done to them. */
export const patchedOf = (changes: readonly ObjectChange[]): ObjectChange[] => changes.filter((c) => c.before !== null && c.after !== null);
export const addedOf = (changes: readonly ObjectChange[]): ObjectChange[] => changes.filter((c) => c.before === null && c.after !== null);
export const removedOf = (changes: readonly ObjectChange[]): ObjectChange[] => changes.filter((c) => c.after === null && c.before !== null);

/** One guarded patch an object, as kubectl (`--type=json --patch-file`) and kustomize take it; what comes or goes is no patch's to say. */
export function json6902Files(changes: readonly ObjectChange[], folder = 'patches'): FormFile[] {
  const patched = patchedOf(changes);
  const paths = uniquePaths(patched.map((c) => `${folder}/${fileName(c)}.json`));
  return patched.map((c, i) => ({
    path: paths[i] as string,
    text: `${JSON.stringify(jsonPatch(c.before ?? {}, c.after ?? {}), null, 2)}\n`,
  }));
}

/** Manifests of what is new, one a file. */
export function addedFiles(changes: readonly ObjectChange[], folder = 'added'): FormFile[] {
  const added = addedOf(changes);
  const paths = uniquePaths(added.map((c) => `${folder}/${fileName(c)}.yaml`));
  return added.map((c, i) => ({ path: paths[i] as string, text: printYaml(c.after) }));
}

const fileName = ({ id }: ObjectChange): string =>
  [id.kind.toLowerCase(), id.namespace, id.name]
    .filter((part) => part !== null)
    .map(cut)
    .join('-');
const cut = (part: string): string => part.replace(/[^\w.-]/g, '_').slice(0, 100);
