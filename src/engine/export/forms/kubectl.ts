import { shellQuoted } from '../../chain/index.ts';
import { printYaml } from '../../yaml/index.ts';
import { addedOf, patchedOf, removedOf } from './json6902.ts';
import { asServed, jsonPatch } from './jsonPatch.ts';
import type { ObjectChange } from './objects.ts';

/**
 * A shell script that does the same in a cluster, object by object: what is new first, what goes last. It goes through
 * everything twice, at first for trial, so that nothing is changed where the API server refuses a part or a guard fails.
 */
export function kubectlScript(changes: readonly ObjectChange[]): string {
  const steps = [
    ...addedOf(changes).flatMap(({ after }) => [
      'kubectl apply --dry-run="$dry" -f - <<\'LINKCHAIN\'',
      printYaml(after).trimEnd(),
      'LINKCHAIN',
    ]),
    ...patchedOf(changes).map(({ id, before, after }) => {
      const patch = JSON.stringify(jsonPatch(asServed(before ?? {}), asServed(after ?? {})));
      return `kubectl patch ${typeOf(id)} ${named(id)} --dry-run="$dry" --type=json -p ${quoted(patch)}`;
    }),
    ...removedOf(changes).map(({ id }) => `kubectl delete ${typeOf(id)} ${named(id)} --dry-run="$dry"`),
  ];
  return `${['#!/bin/sh', 'set -eu', '# A trial first: if any step is refused, nothing is changed.', 'for dry in server none; do', ...steps, 'done'].join('\n')}\n`;
}

/** `TYPE.VERSION.GROUP` leaves no doubt which kind is meant. */
const typeOf = ({ kind, version, group }: ObjectChange['id']): string =>
  shellQuoted(group === '' ? kind.toLowerCase() : `${kind.toLowerCase()}.${version}.${group}`);

const named = ({ name, namespace }: ObjectChange['id']): string =>
  namespace === null ? shellQuoted(name) : `-n ${shellQuoted(namespace)} ${shellQuoted(name)}`;

const quoted = (text: string): string => `'${text.replaceAll("'", "'\\''")}'`;
