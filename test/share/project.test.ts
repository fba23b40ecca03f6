import { describe, expect, it } from 'vitest';
import { ingest } from '../../src/engine/ingest/index.ts';
import { projectChain } from '../../src/engine/share/index.ts';

const SECRET = 'c2VzYW1l';
const service = '# the till\nkind: Service\napiVersion: v1\nmetadata: {name: till, namespace: shop}   # as is\nspec: {}\n';
const secret = `apiVersion: v1\nkind: Secret\nmetadata: {name: key, namespace: shop}\ndata: {password: ${SECRET}}\n`;
const configMap = 'apiVersion: v1\nkind: ConfigMap\nmetadata: {name: settings, namespace: shop}\ndata: {a: b}\n';
const EVERYTHING = ['Service/shop/till', 'Service/shop/other', 'Secret/shop/key', 'ConfigMap/shop/settings', 'Role/shop/a', 'Role/shop/b'];

function project(texts: Record<string, string>, objects: string[] = EVERYTHING, configMaps = false) {
  const files = Object.entries(texts).map(([path, text]) => ({ path, text }));
  return projectChain({
    files,
    ingested: ingest(files, { defaultNamespace: 'default', eager: () => true }),
    objects: new Set(objects),
    configMaps,
  });
}
const idsIn = (files: { path: string; text: string }[]): string[] =>
  ingest(files, { defaultNamespace: 'default', eager: () => true }).objects.map((o) => o.id);

describe('projectChain', () => {
  it('keeps whole documents as they are written, under their paths', () => {
    expect(project({ 'a/till.yaml': service, 'b.yaml': configMap }).files).toEqual([{ path: 'a/till.yaml', text: service }]);
  });

  it('takes only the documents that hold an object of the chain', () => {
    const other = service.replaceAll('till', 'other');
    const { files } = project({ 'all.yaml': [other, service, configMap].join('---\n') }, ['Service/shop/till']);
    expect(files).toEqual([{ path: 'all.yaml', text: service }]);
  });

  it('keeps several documents of a file apart', () => {
    const other = service.replaceAll('till', 'other').trimEnd();
    const { files } = project({ 'all.yaml': [other, configMap, service].join('\n---\n') });
    expect(idsIn(files)).toEqual(['Service/shop/other', 'Service/shop/till']);
  });

  it('never takes a Secret, and says so', () => {
    expect(project({ 'a.yaml': `${service}---\n${secret}` })).toEqual({
      files: [{ path: 'a.yaml', text: service }],
      withheld: ['Secret/shop/key'],
    });
  });

  it('takes ConfigMaps when asked to', () => {
    expect(project({ 'a.yaml': configMap }).withheld).toEqual(['ConfigMap/shop/settings']);
    expect(project({ 'a.yaml': configMap }, EVERYTHING, true).files).toEqual([{ path: 'a.yaml', text: configMap }]);
  });

  it('gives the later of two documents of one object', () => {
    const later = service.replace('spec: {}', 'spec: {type: NodePort}');
    expect(project({ 'a.yaml': service, 'b.yaml': later }).files).toEqual([{ path: 'b.yaml', text: later }]);
  });
});

describe('projectChain on Lists', () => {
  const item = (text: string): string => text.replace(/^/gm, '    ').replace(/^ {4}/, '  - ').trimEnd();
  const list = (...items: string[]): string => `apiVersion: v1\nkind: List\nitems:\n${items.map(item).join('\n')}\n`;
  const bare = (text: string): string => text.replace(/^#.*\n/, '');

  it('takes the needed items only', () => {
    const { files, withheld } = project({ 'dump.yaml': list(bare(service), secret, configMap) });
    expect(idsIn(files)).toEqual(['Service/shop/till']);
    expect(files[0]?.text).not.toContain(SECRET);
    expect(withheld).toEqual(['Secret/shop/key', 'ConfigMap/shop/settings']);
  });

  it('takes a List as written where all of it is needed', () => {
    const text = list(bare(service), bare(service).replaceAll('till', 'other'));
    expect(project({ 'list.yaml': text }).files).toEqual([{ path: 'list.yaml', text }]);
  });

  it('gives items of a typed list their kind', () => {
    const roles =
      'apiVersion: rbac.authorization.k8s.io/v1\nkind: RoleList\nitems:\n- metadata: {name: a, namespace: shop}\n- metadata: {name: b, namespace: shop}\n';
    expect(idsIn(project({ 'roles.yaml': roles }, ['Role/shop/b']).files)).toEqual(['Role/shop/b']);
  });

  it('stays JSON in a JSON file', () => {
    const items = ['till', 'other'].map((name) => ({ apiVersion: 'v1', kind: 'Service', metadata: { name, namespace: 'shop' } }));
    const { files } = project({ 'dump.json': JSON.stringify({ apiVersion: 'v1', kind: 'List', items }) }, ['Service/shop/till']);
    expect(JSON.parse(files[0]?.text ?? '')).toEqual({ apiVersion: 'v1', kind: 'List', items: items.slice(0, 1) });
  });

  it.each<[string, string, Record<string, string>]>([
    ['a later document replaces', secret, { 'z.yaml': secret.replace(SECRET, 'bmV3') }],
    ['has no name', secret.replace('name: key, ', ''), {}],
    ['is written as JSON', JSON.stringify({ apiVersion: 'v1', kind: 'Secret', metadata: { name: 'key' }, data: { password: SECRET } }), {}],
    [
      'carries itself in an annotation',
      secret.replace('namespace: shop', `namespace: shop, annotations: {last: '{"kind":"Secret","data":"${SECRET}"}'}`),
      {},
    ],
  ])('leaves a Secret behind that %s', (_, hidden, more) => {
    const { files } = project({ 'dump.yaml': list(bare(service), hidden), ...more });
    expect(idsIn(files)).toEqual(['Service/shop/till']);
    expect(JSON.stringify(files)).not.toContain(SECRET);
  });

  it('leaves other items behind that a later document replaces', () => {
    const { files } = project({ 'dump.yaml': list(bare(service), configMap.replace('b}', 'old}')), 'z.yaml': configMap });
    expect(JSON.stringify(files)).not.toContain('old');
  });

  it('leaves a Secret behind even where the items were miscounted', () => {
    const files = [
      { path: 'dump.yaml', text: list(bare(service), secret) },
      { path: 'later.yaml', text: secret.replace(SECRET, 'bmV3') },
    ];
    const ingested = ingest(files, { defaultNamespace: 'default', eager: () => true });
    for (const doc of ingested.docs.values()) doc.head = { ...doc.head, items: 1 };
    expect(JSON.stringify(projectChain({ files, ingested, objects: new Set(EVERYTHING) }))).not.toContain(SECRET);
  });
});
