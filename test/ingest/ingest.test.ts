import { describe, expect, it } from 'vitest';
import { object, problems, service, take } from './take.ts';

const ids = (text: string) => take(text).objects.map((o) => o.id);

describe('objects', () => {
  it.each([
    ['one', service('a'), ['Service/default/a']],
    ['several', `${service('a')}---\n${service('b')}`, ['Service/default/a', 'Service/default/b']],
    ['a namespace of its own', object('Service', 'a, namespace: m'), ['Service/m/a']],
    ['a namespace that reads as a number', object('Service', 'a, namespace: 7'), ['Service/7/a']],
    [
      'cluster-scoped, whatever namespace it names',
      object('ClusterRole', 'a, namespace: m', '', 'rbac.authorization.k8s.io/v1'),
      ['ClusterRole/a'],
    ],
    [
      'a kind of ours in a foreign group',
      object('ServiceMonitor', 'a', '', 'azmonitoring.coreos.com/v1'),
      ['ServiceMonitor.azmonitoring.coreos.com/default/a'],
    ],
    ['a foreign kind', object('Certificate', 'a', '', 'cert-manager.io/v1'), ['Certificate/default/a']],
    ['generateName', 'apiVersion: batch/v1\nkind: Job\nmetadata: {generateName: run-}\n', ['Job/default/run-']],
    [
      'JSON, one after another',
      '{"apiVersion":"v1","kind":"Pod","metadata":{"name":"a"}}\n{"apiVersion":"v1","kind":"Pod","metadata":{"name":"b"}}',
      ['Pod/default/a', 'Pod/default/b'],
    ],
    [
      'a List',
      `apiVersion: v1\nkind: List\nitems:\n- ${JSON.stringify({ apiVersion: 'v1', kind: 'Pod', metadata: { name: 'a' } })}\n`,
      ['Pod/default/a'],
    ],
    [
      'a List in a List',
      '{"apiVersion":"v1","kind":"List","items":[{"apiVersion":"v1","kind":"List","items":[{"apiVersion":"v1","kind":"Pod","metadata":{"name":"a"}}]}]}',
      ['Pod/default/a'],
    ],
    [
      'a typed list, its items without kind',
      'apiVersion: rbac.authorization.k8s.io/v1\nkind: RoleList\nitems:\n- metadata:\n    name: a\n    namespace: m\n',
      ['Role/m/a'],
    ],
    ['an empty List', 'apiVersion: v1\nkind: List\nitems: []\n', []],
  ])('%s', (_, text, expected) => {
    expect(ids(text)).toEqual(expected);
    expect(problems(text)).toEqual([]);
  });

  it('know their document and their place in it', () => {
    const text =
      'apiVersion: v1\nkind: List\nitems:\n- {apiVersion: v1, kind: Pod, metadata: {name: a}}\n- {apiVersion: v1, kind: Pod, metadata: {name: b}}\n';
    const { objects } = take(`${service('x')}---\n${text}`);
    expect(objects.map((o) => [o.doc, ...o.path])).toEqual([['a.yaml#0'], ['a.yaml#1', 'items', 0], ['a.yaml#1', 'items', 1]]);
    expect(objects[2]?.body()).toEqual({ apiVersion: 'v1', kind: 'Pod', metadata: { name: 'b' } });
  });

  it('take the default namespace that was set', () => {
    expect(take(service('a'), { defaultNamespace: 'shop' }).objects[0]?.id).toBe('Service/shop/a');
  });
});

describe('bodies that play no part', () => {
  const broken = 'apiVersion: apiextensions.k8s.io/v1\nkind: CustomResourceDefinition\nmetadata:\n  name: a\nspec: "never closed\n';
  it('stay unread, so not even their errors are seen, until they are asked for', () => {
    const { docs, objects, problems: found } = take(broken);
    expect(docs.get('a.yaml#0')?.status).toBe('unread');
    expect(found).toEqual([]);
    expect(objects[0]).toMatchObject({ id: 'CustomResourceDefinition/a', namespace: '' });
    expect(objects[0]?.body()).toEqual({});
  });

  it('in a typed list are counted by its head', () => {
    const { docs, objects, objectCount } = take(
      'apiVersion: v1\nkind: ConfigMapList\nitems:\n- metadata:\n    name: a\n- metadata:\n    name: b\n',
    );
    expect([docs.get('a.yaml#0')?.status, objects.length, objectCount]).toEqual(['unread', 0, 2]);
  });

  it('are read where the head does not tell enough', () => {
    const { docs, objects } = take('apiVersion: v1\nkind: ConfigMap\nmetadata: {name: a}\ndata: {k: v}\n');
    expect(docs.get('a.yaml#0')?.status).toBe('read');
    expect(objects[0]?.id).toBe('ConfigMap/default/a');
  });
});

describe('the same object again', () => {
  const patch = object('Service', 'a', 'spec: {type: ClusterIP}\n');
  const monitor = (spec: string) => object('ServiceMonitor', 'a', `spec: ${spec}\n`, 'monitoring.coreos.com/v1');
  it.each([
    ['replaces the one before it', [service('a', 1), service('a', 2)], ['b.yaml'], ['a.yaml:1:1 duplicate-object']],
    ['is nothing when identical', [service('a'), service('a')], ['b.yaml'], []],
    ['is nothing when only written differently', [service('a'), service('a').replace('{port: 80}', '{ "port": 80 }')], ['b.yaml'], []],
    ['as a fragment changes nothing', [service('a'), patch], ['a.yaml'], ['b.yaml:1:1 fragment-ignored']],
    ['as a fragment changes nothing, even when it comes first', [patch, service('a')], ['b.yaml'], ['a.yaml:1:1 fragment-ignored']],
    [
      'as a fragment of a monitor',
      [monitor('{selector: {}, endpoints: [{port: a}]}'), monitor('{endpoints: [{port: b}]}')],
      ['a.yaml'],
      ['b.yaml:1:1 fragment-ignored'],
    ],
    [
      'of a foreign group is another object',
      [object('Service', 'a', 'spec: {ports: []}'), object('Service', 'a', '', 'serving.knative.dev/v1')],
      ['a.yaml', 'b.yaml'],
      [],
    ],
  ])('%s', (_, [a, b], survivors, said) => {
    const files = { 'a.yaml': a as string, 'b.yaml': b as string };
    expect(take(files).objects.map((o) => o.file)).toEqual(survivors);
    expect(problems(files)).toEqual(said);
    expect(take(files).objectCount).toBe(2);
  });

  it('as a fragment alone stays an object', () => expect(ids(patch)).toEqual(['Service/default/a']));

  const deployment = (pod: string, more = '') => object('Deployment', 'a', `spec: {${more}template: ${pod}}\n`, 'apps/v1');
  it.each([
    ['containers without image', deployment('{spec: {containers: [{name: c, args: [--x]}]}}')],
    ['an image, but neither selector nor labels', deployment('{spec: {containers: [{name: c, image: i}]}}')],
    ['only replicas', object('Deployment', 'a', 'spec: {replicas: 3}\n', 'apps/v1')],
  ])('is a fragment of a Deployment with %s', (_, text) => {
    const whole = deployment(
      '{metadata: {labels: {a: b}}, spec: {containers: [{name: c, image: i}]}}',
      'selector: {matchLabels: {a: b}}, ',
    );
    expect(problems({ 'a.yaml': whole, 'b.yaml': text })).toEqual(['b.yaml:1:1 fragment-ignored']);
  });
});

describe('what cannot be used', () => {
  it.each([
    ['a text', `just text\n---\n${service('a')}`, ['a.yaml:1:1 not-a-mapping']],
    ['a list', `${service('a')}---\n- a\n`, ['a.yaml:6:1 not-a-mapping']],
    ['no kind', `apiVersion: v1\nmetadata: {name: a}\n`, ['a.yaml:1:1 no-kind']],
    ['no apiVersion', `kind: Service\nmetadata: {name: a}\n`, ['a.yaml:1:1 no-api-version']],
    ['a kind that is no text', 'apiVersion: v1\nkind: {a: b}\n', ['a.yaml:1:1 bad-kind']],
    ['no name', 'apiVersion: v1\nkind: Service\nspec: {}\n', ['a.yaml:1:1 no-name']],
    ['items that are no list', 'apiVersion: v1\nkind: List\nitems: {a: b}\n', ['a.yaml:3:8 bad-list']],
    ['an item that is no object', 'apiVersion: v1\nkind: List\nitems:\n- 1\n', ['a.yaml:4:3 bad-list-item']],
    [
      'a quote that is never closed',
      `apiVersion: v1\nkind: Service\nmetadata: {name: a}\nspec: "x\n---\n${service('b')}`,
      ['a.yaml:4:7 yaml-unterminated'],
    ],
    ['a template', 'apiVersion: v1\nkind: Service\nmetadata:\n  name: {{ .Release.Name }}\n', ['a.yaml:4:9 helm-template']],
    ['an excerpt', '    - name: a\n      args:\n  - x\n', ['a.yaml:3:1 looks-like-excerpt']],
    ['what kubectl describe prints', 'Name:       a\nNamespace:  m\nPort:       web  80/TCP\n', ['a.yaml:1:1 looks-like-describe']],
  ])('%s', (_, text, expected) => expect(problems(text)).toEqual(expected));

  it('does not keep the rest of a file from being used', () => {
    expect(take(`${service('a')}---\n"\n---\n${service('b')}`).files).toEqual([
      { path: 'a.yaml', documents: 3, objects: 2, status: 'partly' },
    ]);
  });

  it('leaves mustache in annotations alone', () => {
    expect(
      problems(object('Service', 'a', 'spec: {ports: []}\n').replace('{name: a}', '{name: a, annotations: {d: "{{ $labels.pod }}"}}')),
    ).toEqual([]);
  });
});

describe('configuration that is never applied', () => {
  it.each(['kustomize.config.k8s.io/v1beta1', 'kind.x-k8s.io/v1alpha4', 'kubelet.config.k8s.io/v1beta1', 'audit.k8s.io/v1'])(
    '%s needs no name',
    (apiVersion) => {
      expect(problems(`# a comment\n---\napiVersion: ${apiVersion}\nkind: Thing\n`)).toEqual([]);
    },
  );
  it('but objects do, and the place is where they begin', () => {
    expect(problems('# a comment\n\napiVersion: v1\nkind: Service\n')).toEqual(['a.yaml:3:1 no-name']);
  });
});

describe('words that kubectl reads as true or false', () => {
  it('are reported with their place when they are not in quotes', () => {
    const text = 'apiVersion: v1\nkind: Service\nmetadata:\n  name: on\n  labels: {app: yes, y: "no", ok: "yes"}\nspec:\n  ports: []\n';
    const { problems: found } = take(text);
    expect(found.map((p) => [p.code, p.severity, p.line, p.column, p.params['text']])).toEqual([
      ['yaml11-bool', 'warning', 4, 9, 'on'],
      ['yaml11-bool', 'warning', 5, 17, 'yes'],
      ['yaml11-bool', 'warning', 5, 22, 'y'],
    ]);
  });
});
