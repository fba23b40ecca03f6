import { describe, expect, it } from 'vitest';
import { analyze } from '../../src/engine/analyze.ts';
import { parseRelease, releaseText } from '../../src/engine/cluster/index.ts';

const operator = (image: string) =>
  `apiVersion: apps/v1\nkind: Deployment\nmetadata: {name: o}\nspec: {selector: {matchLabels: {a: b}}, template: {metadata: {labels: {a: b}}, spec: {containers: [{name: o, image: "${image}"}]}}}\n`;
const definition = (version: string) =>
  `apiVersion: apiextensions.k8s.io/v1\nkind: CustomResourceDefinition\nmetadata:\n  name: probes.monitoring.coreos.com\n  annotations: {operator.prometheus.io/version: ${version}}\nspec: {}\n`;
const followed = (text: string, operatorVersion: string | null = null) => {
  const { release, from } = analyze([{ path: 'a.yaml', text }], { defaultNamespace: 'default', operatorVersion }).cluster.operator;
  return `${releaseText(release)} ${from}`;
};

describe('the operator that is followed', () => {
  it.each([
    ['', null, 'v0.93 newest'],
    [operator('quay.io/prometheus-operator/prometheus-operator:v0.62.0'), null, 'v0.62 input'],
    [operator('mirror.example.org/x/prometheus-operator:0.80.1@sha256:ab'), null, 'v0.80 input'],
    [operator('quay.io/prometheus-operator/prometheus-operator:latest'), null, 'v0.93 newest'],
    [operator('quay.io/prometheus-operator/admission-webhook:v0.62.0'), null, 'v0.93 newest'],
    [definition('0.71.2'), null, 'v0.71 input'],
    [definition('0.71.2'), 'v0.90', 'v0.90 option'],
    [definition('0.71.2'), 'nonsense', 'v0.71 input'],
  ] as const)('%#', (text, option, expected) => expect(followed(text, option)).toBe(expected));
});

it.each([
  ['v0.80.1', 80],
  ['0.93', 93],
  [' v1.2 ', 1002],
  ['80', null],
  ['latest', null],
  ['v0.80x', null],
])('reads %s', (text, release) => expect(parseRelease(text)).toBe(release));
