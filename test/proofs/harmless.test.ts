import { describe, expect, it } from 'vitest';
import type { SourceFile } from '../../src/engine/ingest/index.ts';
import { type Json, type JsonMap, printYaml, readValue, splitDocuments } from '../../src/engine/yaml/index.ts';
import { HEALTHY } from './healthySets.ts';
import { newIn, saidOf } from './resolution.ts';
import { analysed } from './said.ts';

type Harmless = (files: readonly SourceFile[]) => SourceFile[];

const isMap = (value: Json | undefined): value is JsonMap => typeof value === 'object' && value !== null && !Array.isArray(value);
const inTexts =
  (change: (text: string) => string): Harmless =>
  (files) =>
    files.map((f) => ({ ...f, text: change(f.text) }));
/** Every document as data, changed and printed anew. */
const inObjects = (change: (object: JsonMap) => Json): Harmless =>
  inTexts((text) =>
    splitDocuments(text)
      .map((doc) => readValue(doc.text).value)
      .map((value) => printYaml(isMap(value) ? change(value) : (value ?? null)))
      .join('\n---\n'),
  );
const inLists =
  (list: (value: Json[], key: string, parent: JsonMap) => Json[]) =>
  (object: JsonMap): JsonMap => {
    const walk = (value: Json): Json => {
      if (Array.isArray(value)) return value.map(walk);
      if (!isMap(value)) return value;
      return Object.fromEntries(Object.entries(value).map(([key, v]) => [key, Array.isArray(v) ? list(v.map(walk), key, value) : walk(v)]));
    };
    return walk(object) as JsonMap;
  };
const reversed = (value: Json): Json => {
  if (Array.isArray(value)) return value.map(reversed);
  return isMap(value)
    ? Object.fromEntries(
        Object.entries(value)
          .reverse()
          .map(([key, v]) => [key, reversed(v)]),
      )
    : value;
};
const MORE = { note: 'nothing to do with it' };
const withLabel = (value: Json): Json => {
  if (Array.isArray(value)) return value.map(withLabel);
  if (!isMap(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, v]) => [key, key === 'labels' && isMap(v) ? { ...v, ...MORE } : withLabel(v)]),
  );
};
const also =
  (text: string): Harmless =>
  (files) => [...files, { path: 'also.yaml', text }];

const HARMLESS: Record<string, Harmless> = {
  'keys in another order': inObjects(reversed),
  'printed as JSON': inTexts((text) =>
    splitDocuments(text)
      .map((doc) => JSON.stringify(readValue(doc.text).value ?? null))
      .join('\n---\n'),
  ),
  'a comment at every line': inTexts((text) => text.replace(/^(\s*)(?=(- )?[\w./]+:)/gm, '$1# why\n$1')),
  'names in quotes': inTexts((text) =>
    text.replace(/^(\s*(?:- )?(?:name|app|port|targetPort|kind|namespace): )([a-z][\w.-]*)$/gm, '$1"$2"'),
  ),
  'line feeds of Windows': inTexts((text) => text.replaceAll('\n', '\r\n')),
  'a label more on everything': inObjects(withLabel),
  annotations: inObjects((object) => ({ ...object, metadata: { ...(object['metadata'] as JsonMap), annotations: MORE } })),
  'a Service port more': inObjects((object) =>
    object['kind'] === 'Service'
      ? inLists((ports, key) => (key === 'ports' ? [...ports, { name: 'other', port: 7777, targetPort: 7777 }] : ports))(object)
      : object,
  ),
  'a container more, with a port of its own': inObjects(
    inLists((list, key) =>
      key === 'containers'
        ? [...list, { name: 'other', image: 'example.org/other:v1', ports: [{ name: 'other', containerPort: 7777 }] }]
        : list,
    ),
  ),
  'an init container': inObjects((object) => {
    const spec = JSON.parse(JSON.stringify(object)) as { spec?: { template?: { spec?: JsonMap } } };
    const pod = spec.spec?.template?.spec;
    if (pod) pod['initContainers'] = [{ name: 'prepare', image: 'example.org/prepare:v1', command: ['true'] }];
    return spec as unknown as Json;
  }),
  'objects that have nothing to do with it': also(
    `apiVersion: v1\nkind: Service\nmetadata: {name: elsewhere, namespace: elsewhere, labels: {is: elsewhere}}\nspec: {selector: {is: elsewhere}, ports: [{name: web, port: 1}]}\n---\napiVersion: networking.k8s.io/v1\nkind: NetworkPolicy\nmetadata: {name: shut, namespace: elsewhere}\nspec: {podSelector: {}}\n---\napiVersion: v1\nkind: ConfigMap\nmetadata: {name: text, namespace: watch}\ndata: {a: "b"}\n`,
  ),
  'one file less for each: all in one': (files) => [{ path: 'all.yaml', text: files.map((f) => f.text).join('\n---\n') }],
  'a port renamed wherever it is named': inTexts((text) =>
    text.replace(/\b(name|port|targetPort): (https?|metrics|http-metrics|main|self)(-\w+)?(?=[,}\n])/g, '$1: renamed-$2$3'),
  ),
  'a label renamed wherever it is written': inTexts((text) =>
    text.replaceAll(/app\.kubernetes\.io\/name\b/g, 'example.org/part').replaceAll(/\bapp:/g, 'part:'),
  ),
};

describe.each(HEALTHY)('%s', (_name, files) => {
  const before = analysed(files);
  it.each(Object.entries(HARMLESS))('%s', (_what, change) => {
    const changed = change(files);
    expect(changed).not.toEqual(files);
    const after = analysed(changed);
    expect(after.chains.map((c) => [c.id, c.status]).sort()).toEqual(before.chains.map((c) => [c.id, c.status]).sort());
    expect(newIn(saidOf(before), saidOf(after))).toEqual([]);
  });
});
