import type { RawObject } from '../../ingest/index.ts';
import { type Fields, fieldName, fieldsOf } from '../../objects/index.ts';
import type { Verdict } from '../verdict.ts';
import type { Version } from '../version.ts';
import type { RejectionCode } from './codes.ts';
import type { PrometheusView } from './prometheusView.ts';
import type { ValidationWorld } from './types.ts';

export type Params = Record<string, string | number>;

/**
 * Collects what stands against one object. Checks run in the operator's order and go on after a refusal, so the first
 * refusal is the one the operator would name, and everything that is missing from the input is known.
 */
export interface Judge {
  readonly prometheus: PrometheusView;
  readonly version: Version;
  readonly release: number;
  readonly world: ValidationWorld;
  /** Namespace in which references are looked up. */
  readonly namespace: string;
  /** `key` points at a field of `at`; where that field is absent the evidence is `at` itself. */
  reject(at: Fields, key: string | null, code: RejectionCode, params?: Params): void;
  missing(at: Fields, kind: 'Secret' | 'ConfigMap', name: string, key: string): void;
}

/** Runs checks over an object and says what they come to. */
export function judged(
  raw: RawObject,
  prometheus: PrometheusView,
  world: ValidationWorld,
  check: (object: Fields, judge: Judge) => void,
): Verdict {
  let rejected: Verdict | null = null;
  let incomplete: (Verdict & { state: 'incomplete' }) | null = null;
  check(fieldsOf(raw, []), {
    prometheus,
    version: prometheus.version,
    release: world.release,
    world,
    namespace: raw.namespace,
    reject(at, key, code, params = {}) {
      rejected ??= {
        state: 'rejected',
        code,
        params,
        field: fieldName(key === null ? at.path : [...at.path, key]),
        at: key !== null && at.has(key) ? at.atKey(key) : at.at,
      };
    },
    missing(at, kind, name, key) {
      incomplete ??= { state: 'incomplete', missing: [], field: fieldName(at.path), at: at.at };
      const { missing } = incomplete;
      const entry = { kind, namespace: raw.namespace, name, key };
      const known = missing.some((m) => m.kind === kind && m.name === name && m.key === key);
      if (!known && missing.length < MOST_MISSING) missing.push(entry);
    },
  });
  // Whatever is in the missing objects, the refusal stays.
  return rejected ?? incomplete ?? { state: 'accepted' };
}

const MOST_MISSING = 100;
