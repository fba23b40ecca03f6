import fc from 'fast-check';
import { applyPatch, type Operation, Pointer } from 'rfc6902';
import { describe, expect, it } from 'vitest';
import { jsonPatch } from '../../../src/engine/export/index.ts';
import type { JsonMap } from '../../../src/engine/yaml/index.ts';

const copy = (value: JsonMap): JsonMap => JSON.parse(JSON.stringify(value)) as JsonMap;

/** Applies as kubectl does, where a test for null holds if nothing is there; the failure of a test, or the result. */
function applied(base: JsonMap, ops: ReturnType<typeof jsonPatch>): JsonMap | string {
  const object = copy(base);
  for (const op of ops) {
    if (op.op === 'test' && op.value === null && (Pointer.fromJSON(op.path).get(object) ?? null) === null) continue;
    const [error] = applyPatch(object, [op as Operation]);
    if (error) return `${op.op} ${op.path}`;
  }
  return object;
}

describe('jsonPatch', () => {
  it.each<[what: string, before: JsonMap, after: JsonMap, ops: string[]]>([
    ['a value', { a: 1 }, { a: 2 }, ['test /a', 'replace /a']],
    ['a key that goes', { a: 1, b: 2 }, { b: 2 }, ['test /a', 'remove /a']],
    ['a key that comes', { a: 1 }, { a: 1, b: 2 }, ['test /b', 'add /b']],
    ['arguments', { args: ['x', 'y'] }, { args: ['x', 'z'] }, ['test /args', 'replace /args/1']],
    ['a key with a slash', { 'a/b~c': 1 }, { 'a/b~c': 2 }, ['test /a~1b~0c', 'replace /a~1b~0c']],
    [
      'a container that goes',
      { containers: [{ name: 'x' }, { name: 'proxy' }] },
      { containers: [{ name: 'x' }] },
      ['test /containers/0/name', 'test /containers/1', 'remove /containers/1'],
    ],
    [
      'a port of the second container',
      { containers: [{ name: 'x' }, { name: 'y', port: 1 }] },
      { containers: [{ name: 'x' }, { name: 'y', port: 2 }] },
      ['test /containers/0/name', 'test /containers/1/name', 'test /containers/1/port', 'replace /containers/1/port'],
    ],
    ['items that nothing tells apart', { l: [{ a: 1 }, { a: 1 }] }, { l: [{ a: 1 }] }, ['test /l', 'remove /l/0']],
  ])('%s', (_what, before, after, ops) => {
    const made = jsonPatch(before, after);
    expect(made.map((o) => `${o.op} ${o.path}`)).toEqual(ops);
    expect(applied(before, made)).toEqual(after);
  });

  const item = fc.record({
    name: fc.constantFrom('a', 'b', 'c', 'd'),
    port: fc.integer({ min: 1, max: 9 }),
    args: fc.array(fc.constantFrom('x', 'y')),
  });
  const spec = fc.record(
    {
      containers: fc.uniqueArray(item, { selector: (i) => i.name }),
      labels: fc.dictionary(fc.constantFrom('a', 'b/c', 'd~e'), fc.constantFrom('1', '2')),
      args: fc.array(fc.constantFrom('x', 'y', 'z')),
      on: fc.boolean(),
    },
    { requiredKeys: [] },
  );

  it('makes the one of the other, and of nothing else that differs where it touches', () => {
    fc.assert(
      fc.property(spec, spec, spec, (a, b, c) => {
        const of = (v: object): JsonMap => ({ spec: copy(v as JsonMap) });
        const [before, after, other] = [of(a), of(b), of(c)];
        const ops = jsonPatch(before, after);
        expect(applied(before, ops)).toEqual(after);
        const tests = ops.filter((o) => o.op === 'test');
        const result = applied(other, ops);
        // Every guard that fails on the other base keeps the patch from being applied.
        const held = typeof applied(other, tests) !== 'string';
        expect(typeof result === 'string' && result.startsWith('test')).toBe(!held);
      }),
    );
  });

  it('has guards that hold on the base alone', () => {
    fc.assert(
      fc.property(spec, spec, (a, b) => {
        const [before, after] = [{ spec: copy(a as JsonMap) }, { spec: copy(b as JsonMap) }];
        const ops = jsonPatch(before, after);
        if (ops.length === 0) return;
        // The result itself is another base: to apply it twice is refused.
        expect(typeof applied(after as JsonMap, ops as never)).toBe('string');
      }),
    );
  });
});
