import { describe, expect, it } from 'vitest';
import type { RawObject } from '../../src/engine/ingest/index.ts';
import { KINDS, readObject } from '../../src/engine/objects/index.ts';
import { analyzeText, edit, SHOP } from '../fixtures/shop.ts';

const raw: Omit<RawObject, 'group' | 'kind'> = {
  ...{ id: 'x', apiVersion: 'v1', namespace: 'shop', name: 'x', doc: '', file: '', path: [] },
  body: () => ({}),
};
const hasPods = (group: string, kind: string): boolean => 'podPath' in (readObject({ ...raw, group, kind }) ?? {});
const kinds = KINDS.flatMap(({ group, kinds: names }) => names.filter((kind) => hasPods(group, kind)).map((kind) => ({ group, kind })));

const DEPLOYMENT = /apiVersion: apps\/v1\nkind: Deployment\n[\s\S]*?\n---\n/.exec(SHOP)?.[0] ?? '';
const LABELS = 'labels: {app: cart, tier: web}';
const CONTAINERS =
  'containers: [{name: cart, image: "example.org/node-exporter:v1", args: ["--web.listen-address=:8080"], ports: [{name: metrics, containerPort: 8080}]}]';
const TEMPLATE = `template: {metadata: {${LABELS}}, spec: {${CONTAINERS}}}`;

/** Where the pod stands, where that is not `spec.template`. */
const SPEC: Record<string, string> = { Pod: CONTAINERS, CronJob: `jobTemplate: {spec: {${TEMPLATE}}}` };

const shopOf = (group: string, kind: string): string =>
  edit(SHOP, [
    DEPLOYMENT,
    `apiVersion: ${group === '' ? '' : `${group}/`}v1\nkind: ${kind}\nmetadata: {name: cart, namespace: shop, ${LABELS}}\nspec: {${SPEC[kind] ?? TEMPLATE}}\n---\n`,
  ]);

it('finds the kinds that have pods', () => {
  expect(kinds.map((k) => k.kind)).toContain('DaemonSet');
});

describe.each(kinds)('$group/$kind', ({ group, kind }) => {
  it('stands at the end of a chain like any other', () => {
    const { chains } = analyzeText(shopOf(group, kind));
    expect(chains.map((c) => [c.status, ...c.reasons])).toEqual([['ok']]);
    expect(chains[0]?.targets).toMatchObject([{ workload: `${kind}/shop/cart`, number: 8080, container: 'cart', serves: 'http' }]);
  });
});
