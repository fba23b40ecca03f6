import { describe, expect, it, test } from 'vitest';
import { findingText } from '../../src/words/findings.ts';
import { english } from '../../src/words/index.ts';
import { analyzeText, edit, SHOP } from '../fixtures/shop.ts';

const says = (text: string, code: string): string[] =>
  analyzeText(text)
    .findings.filter((f) => f.code === code)
    .map((f) => findingText(english, f.code, f.params));

const rbac = (kind: string, name: string, rest: string) =>
  `---\napiVersion: rbac.authorization.k8s.io/v1\nkind: ${kind}\nmetadata: {name: ${name}, namespace: shop}\n${rest}\n`;
const binding = (role: string, account: string) =>
  rbac(
    'RoleBinding',
    'discover',
    `roleRef: {apiGroup: rbac.authorization.k8s.io, kind: Role, name: ${role}}\nsubjects: [{kind: ServiceAccount, name: ${account}, namespace: mon}]`,
  );
const ROLE = rbac('Role', 'discover', 'rules: [{apiGroups: [""], resources: [services, endpoints, pods], verbs: [list, watch]}]');

describe('rights that are not in the input', () => {
  it.each([
    ['no bindings at all', SHOP, []],
    ['a role that is there', SHOP + ROLE + binding('discover', 'scraper'), []],
    [
      'a role that is not',
      SHOP + ROLE + binding('discovery', 'scraper'),
      [
        'Whether service account scraper may list, watch services, pods, endpoints is open: Role discovery, which RoleBinding/shop/discover names, is not in the input.',
      ],
    ],
    [
      'another account',
      SHOP + ROLE + binding('discover', 'scrapper'),
      [
        'Whether service account scraper may list, watch services, pods, endpoints is open: no binding of the input that could grant it names the account.',
      ],
    ],
  ])('%s', (_, text, sentences) => expect(says(text, 'rights-unknown')).toEqual(sentences));
});

describe('variables that nothing sets', () => {
  const ARGS = 'args: ["--web.listen-address=:8080"]';
  const asking = (more = '') => edit(SHOP, [ARGS, `args: ["--web.listen-address=$(IP):8080"]${more}`]);
  it.each([
    ['no such variable', asking(), true],
    ['one of the container', asking('\n        env: [{name: IP, valueFrom: {fieldRef: {fieldPath: status.podIP}}}]'), false],
    ['a Secret may set it', asking('\n        envFrom: [{secretRef: {name: some}}]'), false],
    ['the kubelet sets it for a Service', asking().replace('$(IP)', '$(CART_SERVICE_HOST)'), false],
    ['escaped', asking().replace('$(IP)', () => '$$(IP)'), false],
  ])('%s', (_, text, said) => expect(says(text, 'undefined-variable').length > 0).toBe(said));

  test('are named with the argument', () => {
    expect(says(asking(), 'undefined-variable')).toEqual([
      'cart is started with --web.listen-address=$(IP):8080, and nothing sets IP: it stays as it is written, and is no address.',
    ]);
  });
});
