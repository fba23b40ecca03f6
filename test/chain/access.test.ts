import { expect, test } from 'vitest';
import { accessOf } from '../../src/engine/chain/index.ts';
import { english } from '../../src/words/index.ts';
import { analyzeText, edit, SHOP } from '../fixtures/shop.ts';

const said = (...changes: [from: string, to: string][]): string[] => {
  const { cluster, chains } = analyzeText(edit(SHOP, ...changes));
  return chains.flatMap((chain) => accessOf(cluster, chain)).map(({ code, params }) => english.code('chain', code, params));
};

const PORTS = `        ports:
        - {name: metrics, containerPort: 8080}
`;
const proxied = (exporter: string): [string, string][] => [
  [
    `args: ["--web.listen-address=:8080"]\n${PORTS}`,
    `args: ["--web.listen-address=${exporter}"]
      - name: guard
        image: example.org/kube-rbac-proxy:v1
        args: ["--secure-listen-address=:8080", "--upstream=http://127.0.0.1:8081/"]
${PORTS}`,
  ],
];
const hostNetwork: [string, string] = ['    spec:\n      containers:', '    spec:\n      hostNetwork: true\n      containers:'];

test('a proxy before an exporter that listens on the loopback address', () => {
  expect(said(...proxied('127.0.0.1:8081'))).toEqual([
    'guard answers on 8080 over https and asks for a token; cart behind it listens on 127.0.0.1:8081 only. So from outside, plain http gets 400, and https without a token 401.',
  ]);
});

test('a proxy before an exporter that listens everywhere claims nothing of the exporter', () => {
  expect(said(...proxied(':8081'))).toEqual([
    'guard answers on 8080 over https and asks for a token: plain http gets 400, and https without a token 401.',
  ]);
});

test('plain http on the host network', () => {
  expect(said(hostNetwork)).toEqual([
    'cart answers on port 8080 of the node itself: whoever reaches the node’s address can read it, without a token.',
  ]);
});

test.each<[string, [string, string][]]>([
  ['plain http in a pod network', []],
  ['on the loopback address, also of a node', [hostNetwork, ['=:8080', '=127.0.0.1:8080']]],
  [
    'a program that is not known',
    [
      ['example.org/node-exporter:v1', 'example.org/cart:v1'],
      ['"--web.listen-address=:8080"', '"--cart"'],
    ],
  ],
  ['a proxy that fights for its port', proxied(':8080')],
])('nothing is said of %s', (_, changes) => {
  expect(said(...changes)).toEqual([]);
});
