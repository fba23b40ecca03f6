import { describe, expect, it } from 'vitest';
import { formFiles, objectChanges } from '../../../src/engine/export/index.ts';
import type { ChangedFile } from '../../../src/engine/export/types.ts';

const change = (path: string, before: string, after: string | null): ChangedFile => ({ path, before, after, hunks: [] });
const service = (name: string, port: number): string =>
  `apiVersion: v1\nkind: Service\nmetadata: {name: "${name}", namespace: shop}\nspec: {ports: [{port: ${port}}]}\n`;
const role = (name: string): string =>
  `apiVersion: rbac.authorization.k8s.io/v1\nkind: ClusterRole\nmetadata: {name: ${name}}\nrules: []\n`;
const CHANGES: ChangedFile[] = [
  change('a.yaml', `${service('cart', 1)}---\n${service('till', 1)}`, `${service('cart', 2)}---\n${service('till', 1)}`),
  change('b.yaml', '', role('new')),
  change('c.yaml', role('old'), null),
];
const BESIDE = { resources: ['a.yaml', 'c.yaml'], paths: ['a.yaml', 'c.yaml'] };
const made = (form: Parameters<typeof formFiles>[0], beside = BESIDE) => formFiles(form, CHANGES, beside);

describe('the objects of changed files', () => {
  it('are those that changed, came or went, Lists expanded', () => {
    const list = (port: number): string =>
      JSON.stringify({
        apiVersion: 'v1',
        kind: 'List',
        items: [{ apiVersion: 'v1', kind: 'Pod', metadata: { name: 'p' }, spec: { port } }],
      });
    const seen = objectChanges([...CHANGES, change('l.json', list(1), list(2))]).map((c) => [
      c.id.kind,
      c.id.name,
      c.before !== null,
      c.after !== null,
    ]);
    expect(seen).toEqual([
      ['Service', 'cart', true, true],
      ['ClusterRole', 'new', false, true],
      ['ClusterRole', 'old', true, false],
      ['Pod', 'p', true, true],
    ]);
  });
});

describe('forms', () => {
  it('json6902: a patch for what stays, a manifest for what comes, a list of what goes', () => {
    expect(made('json6902').map((f) => f.path)).toEqual(['patches/service-shop-cart.json', 'added/clusterrole-new.yaml', 'removed.json']);
    expect(JSON.parse(made('json6902').at(-1)?.text ?? '').items[0].metadata.name).toBe('old');
  });

  it('kustomize: all files, exact targets, deletions', () => {
    const [head] = made('kustomize');
    expect(head?.path).toBe('kustomization.yaml');
    expect(head?.text).toMatch(/resources:\n- a\.yaml\n- c\.yaml\n- added\/clusterrole-new\.yaml/);
    expect(head?.text).toMatch(/target:\n {4}version: v1\n {4}kind: Service\n {4}name: cart\n {4}namespace: shop/);
    expect(head?.text).toContain('$patch: delete');
  });

  it('kustomize: only what has to be added where the folder has one', () => {
    const [head] = made('kustomize', { resources: ['a.yaml'], paths: ['a.yaml', 'kustomization.yaml'] });
    expect(head?.path).toBe('kustomization.linkchain.yaml');
    expect(head?.text).toMatch(/^# Add these entries to kustomization\.yaml\./);
    expect(head?.text).not.toContain('- a.yaml');
  });

  it('kubectl: what is new first, what goes last', () => {
    const [script] = made('kubectl');
    const lines = script?.text.split('\n').filter((l) => l.startsWith('kubectl')) ?? [];
    expect(lines.map((l) => l.split(' ')[1])).toEqual(['apply', 'patch', 'delete']);
    expect(lines[1]).toMatch(/^kubectl patch service -n shop cart --dry-run="\$dry" --type=json -p '\[\{"op":"test"/);
    expect(lines[2]).toBe('kubectl delete clusterrole.v1.rbac.authorization.k8s.io old --dry-run="$dry"');
  });

  it('names stay text in a shell and in a path', () => {
    const evil = "x'; rm -rf /; '../../y";
    const hostile = [change('a.yaml', service(evil, 1), service(evil, 2))];
    const [script] = formFiles('kubectl', hostile, BESIDE);
    expect(script?.text).toContain(`-n shop 'x'\\''; rm -rf /; '\\''../../y' --dry-run`);
    for (const { path } of formFiles('json6902', hostile, BESIDE)) expect(path).toMatch(/^patches\/[\w.-]+\.json$/);
  });

  it('rollback is the way back, and nothing where nothing changes', () => {
    const back = made('rollback');
    expect(back.map((f) => f.path)).toEqual([
      'rollback.diff',
      'rollback.sh',
      'rollback/service-shop-cart.json',
      'rollback/added/clusterrole-old.yaml',
    ]);
    expect(back[1]?.text).toContain('kubectl delete clusterrole.v1.rbac.authorization.k8s.io new');
    expect(formFiles('rollback', [], BESIDE)).toEqual([]);
    for (const form of ['values', 'jsonnet'] as const) expect(formFiles(form, CHANGES, BESIDE)).toEqual([]);
  });
});
