import type { Words } from '../../words/index.ts';

/** Kubernetes kinds are names; a process has none of Kubernetes. */
export const kindName = (words: Words, kind: string): string => (kind === 'process' ? words('scene', 'kind.process') : kind);
