import { expect, test } from 'vitest';
import { ingest, type RawObject } from '../../src/engine/ingest/index.ts';
import { contentsOf, type ValidationWorld, validate, validatePrometheus } from '../../src/engine/scrape/validate/index.ts';
import type { Verdict } from '../../src/engine/scrape/verdict.ts';
import { manifest } from '../objects/read.ts';

const HELD = `apiVersion: v1
kind: Secret
metadata: {name: login, namespace: shop}
stringData: {user: a, password: b, token: c}
---
apiVersion: v1
kind: ConfigMap
metadata: {name: trust, namespace: shop}
data:
  ca: "-----BEGIN CERTIFICATE-----\\nTUlJ\\n-----END CERTIFICATE-----"
  text: not a certificate
  empty: ""
`;

export interface Given {
  /** Fields of the Prometheus' spec in flow style. */
  prometheus?: string;
  release?: number;
  closed?: boolean;
  promql?: ValidationWorld['promql'];
}

export const objectsOf = (text: string): RawObject[] =>
  ingest([{ path: 'a.yaml', text }], { defaultNamespace: 'shop', eager: () => true }).objects;

/** An object with a spec in flow style, in the namespace `shop`. */
export function object(kind: string, spec: string): RawObject {
  const [found] = objectsOf(manifest(kind, `spec: ${spec}`));
  if (!found) throw new Error(`nothing was read from ${spec}`);
  return found;
}

export const world = ({ release = 93, closed = false, promql }: Given = {}, more = ''): ValidationWorld => ({
  release,
  closed,
  value: contentsOf(objectsOf(more === '' ? HELD : `${HELD}---\n${more}`)),
  ...(promql ? { promql } : {}),
});

/** What the operator makes of a spec: Secret `login` has user, password and token, ConfigMap `trust` has ca, text and empty. */
export const verdict = (kind: string, spec: string, given: Given = {}): Verdict =>
  validate(object('Prometheus', given.prometheus ?? '{}'), object(kind, spec), world(given));

export const ofPrometheus = (spec: string, given: Given = {}): Verdict => validatePrometheus(object('Prometheus', spec), world(given));

/** `code field` of a rejection, otherwise the state. */
export const short = (v: Verdict): string => (v.state === 'rejected' ? `${v.code} ${v.field}` : v.state);

export type Line = [what: string, spec: string, expected: string, given?: Given];
/** One line a case: what it is, the part of the spec, and what it comes to, with the field below `at`. */
export const table = (kind: string, wrap: (part: string) => string, at: string, lines: readonly Line[]) =>
  test.each(lines)(`${kind}: %s`, (_, part, expected, given) => {
    const got = short(verdict(kind, wrap(part), given)).replace(at, '');
    expect(got).toBe(expected);
  });

/** With a Prometheus of a version. */
export const prom = (version: string): Given => ({ prometheus: `{version: ${version}}` });
