import type { FileInfo } from './types.ts';

const YAML_OR_JSON = /\.(ya?ml|json)$/i;
const EXTENSION = /\.[a-z0-9]{1,12}$/i;
const BARE = /^(LICENSE|NOTICE|OWNERS|Makefile|Dockerfile|README|CODEOWNERS)$/i;

/** What is silenced in a folder and below it. */
export const isSettings = (path: string): boolean => /(?:^|\/)\.linkchain\.ya?ml$/.test(path);

/** Text that is not meant to be a manifest: why, or null when it should be read as one. */
export function notManifest(path: string, text: string): 'markdown' | FileInfo['reason'] | null {
  const name = path.split('/').at(-1) ?? path;
  const looksRight = /^\s*(apiVersion|kind)\s*:/m.test(text) || /"apiVersion"/.test(text);
  if (/\.(md|markdown)$/i.test(name) || /^```/m.test(text)) return looksRight ? 'markdown' : 'not-yaml';
  if (isSettings(path)) return 'settings';
  if (/^kustomization(\.ya?ml)?$/i.test(name) && !/^apiVersion:/m.test(text)) return 'kustomization';
  // A Helm chart has an apiVersion, and is no object.
  if (name === 'Chart.yaml' && !/^kind:/m.test(text)) return 'no-manifest';
  if (looksRight || YAML_OR_JSON.test(name)) return null;
  // What `kubectl describe` prints is worth a word of its own.
  if (/^Name:[ \t]/m.test(text)) return null;
  return EXTENSION.test(name) || BARE.test(name) ? 'not-yaml' : null;
}
