import type { FileInfo } from './types.ts';

const MANIFEST = /\.(ya?ml|json|txt)$/i;
const EXTENSION = /\.[a-z0-9]{1,12}$/i;

/** Text that is not meant to be a manifest: why, or null when it should be read as one. */
export function notManifest(path: string, text: string): 'markdown' | FileInfo['reason'] | null {
  const name = path.split('/').at(-1) ?? path;
  const looksRight = /^\s*(apiVersion|kind)\s*:/m.test(text) || /"apiVersion"/.test(text);
  if (/\.(md|markdown)$/i.test(name) || /^```/m.test(text)) return looksRight ? 'markdown' : 'not-yaml';
  if (MANIFEST.test(name) || looksRight) return null;
  return EXTENSION.test(name) || /^(LICENSE|NOTICE|OWNERS|Makefile|Dockerfile|README|CODEOWNERS)$/i.test(name) ? 'not-yaml' : null;
}
