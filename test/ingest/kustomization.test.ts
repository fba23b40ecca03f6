import { expect, it } from 'vitest';
import { type Files, service, take } from './take.ts';

const at = (dir: string, text: string): Files => ({ [`${dir}/kustomization.yaml`]: text });
const base = { 'base/a.yaml': service('a'), ...at('base', 'resources: [a.yaml]\n') };
const labelled = service('a').replace('name: a', 'name: a, namespace: here, labels: {team: x}');

it.each<[what: string, files: Files, said: string[]]>([
  ['a list of files', base, []],
  ['lists of lists', { ...base, ...at('all', 'resources: [../base]\n') }, []],
  [
    'settings of the build alone',
    { ...base, ...at('base', 'resources: [a.yaml]\nconfigurations: [c.yaml]\nbuildMetadata: [originAnnotations]\n') },
    [],
  ],
  ['empty fields', { ...base, ...at('base', 'resources: [a.yaml]\npatches: []\nnamePrefix: ""\nlabels:\n') }, []],
  [
    'patches',
    { ...base, ...at('over', 'resources: [../base]\npatches: [{path: p.yaml}]\n') },
    ['over/kustomization.yaml:2 kubectl kustomize over (patches)'],
  ],
  [
    'a prefix beside the files',
    { 'a.yaml': service('a'), 'kustomization.yml': 'namePrefix: x-\nresources: [a.yaml]\n' },
    ['kustomization.yml:1 kubectl kustomize . (namePrefix)'],
  ],
  [
    'what an included one changes, by the one that includes it',
    { ...base, ...at('base', 'resources: [a.yaml]\nreplicas: [{name: a, count: 3}]\n'), ...at('all/over', 'resources: [./../../base/]\n') },
    ['all/over/kustomization.yaml:1 kubectl kustomize all/over (replicas)'],
  ],
  [
    'a component, by the one that uses it',
    {
      ...base,
      ...at('part', 'apiVersion: kustomize.config.k8s.io/v1alpha1\nkind: Component\npatches: [{path: p.yaml}]\n'),
      ...at('over', 'resources: [../base]\ncomponents: [../part]\n'),
    },
    ['over/kustomization.yaml:2 kubectl kustomize over (components, patches)'],
  ],
  [
    'a component that nobody uses',
    {
      ...base,
      ...at('base', 'kind: Component\napiVersion: kustomize.config.k8s.io/v1alpha1\nresources: [a.yaml]\npatches: [{path: p.yaml}]\n'),
    },
    [],
  ],
  [
    'charts',
    { ...base, ...at('base', 'resources: [a.yaml]\nhelmCharts: [{name: c}]\n') },
    ['base/kustomization.yaml:2 kubectl kustomize --enable-helm base (helmCharts)'],
  ],
  ['images that stay', { ...base, ...at('base', 'resources: [a.yaml]\nimages: [{name: x}]\n') }, []],
  [
    'images',
    { ...base, ...at('base', 'resources: [a.yaml]\nimages: [{name: x, newTag: "1"}]\n') },
    ['base/kustomization.yaml:2 kubectl kustomize base (images)'],
  ],
  [
    'another namespace',
    { ...base, ...at('base', 'resources: [a.yaml]\nnamespace: here\n') },
    ['base/kustomization.yaml:2 kubectl kustomize base (namespace)'],
  ],
  [
    'the namespace and labels they have',
    {
      'base/a.yaml': labelled,
      ...at('base', 'resources: [a.yaml]\nnamespace: here\ncommonLabels: {team: x}\nlabels: [{pairs: {team: x}}]\n'),
    },
    [],
  ],
  [
    'other labels',
    { 'base/a.yaml': labelled, ...at('base', 'resources: [a.yaml]\ncommonLabels: {team: y}\n') },
    ['base/kustomization.yaml:2 kubectl kustomize base (commonLabels)'],
  ],
  ['files that are not in the input', at('base', 'resources: [a.yaml, "https://example.org/x.yaml", ../../up]\nnamePrefix: x-\n'), []],
  [
    'another tool of that name',
    {
      ...base,
      ...at(
        'base',
        'apiVersion: kustomize.toolkit.fluxcd.io/v1\nkind: Kustomization\nmetadata: {name: a}\nspec: {path: ./a, patches: [{}]}\n',
      ),
    },
    [],
  ],
  [
    'a directory with a space',
    { 'my base/a.yaml': service('a'), ...at('my base', 'resources: [a.yaml]\nnameSuffix: -x\n') },
    ["my base/kustomization.yaml:2 kubectl kustomize 'my base' (nameSuffix)"],
  ],
  ['rings', { ...base, ...at('base', 'resources: [a.yaml, ../over]\n'), ...at('over', 'resources: [../base]\nnamePrefix: x-\n') }, []],
])('%s', (_what, files, said) => {
  const found = take(files).problems.filter((p) => p.code === 'unbuilt-kustomization');
  expect(found.map((p) => `${p.file}:${p.line} ${p.params['command']} (${p.params['fields']})`)).toEqual(said);
});
