import type { Chain } from '../chain/index.ts';
import type { Finding } from '../checks/index.ts';
import type { Cluster } from '../cluster/index.ts';
import { type Ingested, type RawObject, type SourceFile, valueAt } from '../ingest/index.ts';
import type { At, Json, JsonMap, Path } from '../yaml/index.ts';
import type { Refusal } from './types.ts';

/** The part of an analysis that patches are planned on. */
export interface PatchInput {
  files: readonly SourceFile[];
  ingested: Ingested;
  cluster: Cluster;
  chains: readonly Chain[];
  findings: readonly Finding[];
}
export type Analyze<T extends PatchInput = PatchInput> = (files: readonly SourceFile[]) => T;

export const refuse = (code: string, params: Refusal['params'] = {}): Refusal => ({ code, params });

/** A map, or an empty one. */
export const mapOf = (value: Json | undefined): JsonMap =>
  value !== null && typeof value === 'object' && !Array.isArray(value) ? value : {};

export function mapAt(raw: RawObject, at: Pick<At, 'path'>): JsonMap {
  return mapOf(valueAt(raw, at));
}

export function listAt(raw: RawObject, at: Pick<At, 'path'>): Json[] {
  const value = valueAt(raw, at);
  return Array.isArray(value) ? value : [];
}

/** A place inside another. */
export const below = (at: At, ...path: Path): At => ({ doc: at.doc, path: [...at.path, ...path], part: 'value' });
export const samePlace = (a: Pick<At, 'doc' | 'path'>, b: Pick<At, 'doc' | 'path'>): boolean =>
  a.doc === b.doc && a.path.length === b.path.length && a.path.every((key, i) => key === b.path[i]);
