import fc from 'fast-check';
import { applyPatch, type Operation, Pointer } from 'rfc6902';
import { describe, expect, it } from 'vitest';
import { jsonPatch } from '../../../src/engine/export/index.ts';
import type { JsonMap } from '../../../src/engine/yaml/index.ts';
import { served } from './served.ts';

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
      ['test /containers/0/name', 'test /containers/1/name', 'remove /containers/1'],
    ],
    [
      'a port of the second container',
      { containers: [{ name: 'x' }, { name: 'y', port: 1 }] },
      { containers: [{ name: 'x' }, { name: 'y', port: 2 }] },
      ['test /containers/0/name', 'test /containers/1/name', 'test /containers/1/port', 'replace /containers/1/port'],
    ],
    ['items that nothing tells apart', { l: [{ a: 1 }, { a: 1 }] }, { l: [{ a: 1 }] }, ['test /l/0/a', 'test /l/1/a', 'remove /l/1']],
  ])('%s', (_what, before, after, ops) => {
    const made = jsonPatch(before, after);
    expect(made.map((o) => `${o.op} ${o.path}`)).toEqual(ops);
    expect(applied(before, made)).toEqual(after);
  });

  it('holds on an object as the API server gives it back, and leaves what the server added with its item', () => {
    const port = (name: string, containerPort: number) => ({ name, containerPort });
    const exporter = { name: 'exporter', args: ['--listen=127.0.0.1:9101'], resources: { limits: { cpu: '1000m' } } };
    const proxy = { name: 'proxy', args: ['--secure'], ports: [port('https', 9100)], resources: { limits: { cpu: '1000m' } } };
    const pod = (containers: JsonMap[]): JsonMap => ({
      kind: 'DaemonSet',
      metadata: { name: 'x' },
      spec: { template: { spec: { hostNetwork: true, tolerations: [], containers } } },
    });
    const probe = { livenessProbe: { httpGet: { port: 'http', scheme: 'HTTP' } } };
    const before = pod([proxy, { ...exporter, livenessProbe: { httpGet: { port: 'https' } } }]);
    const after = pod([{ ...exporter, ...probe, args: ['--listen=:9100'], ports: [port('http', 9100)] }]);
    for (const [from, to] of [[before, after] as const, [after, before] as const]) {
      const made = applied(served(from), jsonPatch(from, to));
      expect(made).toBeTypeOf('object');
      expect(served(made as JsonMap)).toEqual(served(to));
    }
  });

  it('takes a container port as a whole, so that no hostPort of the server stays behind', () => {
    const of = (name: string, containerPort: number): JsonMap => ({
      kind: 'DaemonSet',
      metadata: { name: 'x' },
      spec: { template: { spec: { containers: [{ name: 'x', ports: [{ name, containerPort }] }] } } },
    });
    for (const to of [of('http', 9200), of('metrics', 9100), of('metrics', 9200)]) {
      expect(served(applied(served(of('http', 9100)), jsonPatch(of('http', 9100), to)) as JsonMap)).toEqual(served(to));
    }
  });

  it.each<[what: string, before: JsonMap, after: JsonMap, live: JsonMap, refused: boolean]>([
    [
      'what the server fills in',
      { spec: { a: { httpGet: { port: 1 } } } },
      { spec: { a: { httpGet: { port: 1, scheme: 'HTTPS' } } } },
      { spec: { a: { httpGet: { port: 1, scheme: 'HTTP' } } } },
      false,
    ],
    [
      'what somebody set',
      { spec: { endpoints: [{ port: 'x' }] } },
      { spec: { endpoints: [{ port: 'x', scheme: 'http' }] } },
      { spec: { endpoints: [{ port: 'x', scheme: 'https' }] } },
      true,
    ],
    [
      'a targetPort of an endpoint',
      { spec: { endpoints: [{ path: '/' }] } },
      { spec: { endpoints: [{ path: '/', targetPort: 1 }] } },
      { spec: { endpoints: [{ path: '/', targetPort: 2 }] } },
      true,
    ],
    [
      'the type of a Service',
      { spec: { ports: [] } },
      { spec: { ports: [], type: 'NodePort' } },
      { spec: { ports: [], type: 'ClusterIP' } },
      false,
    ],
  ])('a key that comes, over %s', (_what, before, after, live, refused) => {
    expect(typeof applied(live, jsonPatch(before, after)) === 'string').toBe(refused);
  });

  it('renames a Service port where it stands, so that its nodePort stays', () => {
    const of = (name: string): JsonMap => ({ spec: { ports: [{ name, port: 1, targetPort: name }] } });
    const live: JsonMap = { spec: { ports: [{ name: 'https', port: 1, targetPort: 'https', nodePort: 30_001 }] } };
    expect(applied(live, jsonPatch(of('https'), of('http')))).toEqual({
      spec: { ports: [{ name: 'http', port: 1, targetPort: 'http', nodePort: 30_001 }] },
    });
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
