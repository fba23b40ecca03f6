import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { SAMPLES } from '../../src/app/samples/index.ts';
import { analyze } from '../../src/engine/analyze.ts';
import { contains } from '../../src/engine/reach/cidr.ts';
import { MASKS, type Mask, shareContent } from '../../src/engine/share/index.ts';
import { maskFiles } from '../../src/engine/share/mask/index.ts';
import { SHOP } from '../fixtures/shop.ts';

const KEY = 'a key';
const masked = (text: string, ...masks: Mask[]) => maskFiles([{ path: 'a.yaml', text }], new Set(masks), KEY);
const pod = (lines: string): string =>
  `apiVersion: v1\nkind: Pod\nmetadata: {name: a, namespace: b}\nspec:\n  containers:\n  - name: c\n${lines}`;

describe('env values', () => {
  it('are masked, the same for the same; comments and the rest stay', () => {
    const { files, counts } = masked(
      pod(
        '    env:\n    - {name: USER, value: bob}   # who\n    - name: OWNER\n      value: "bob"\n    - name: PASS\n      value: s3same\n',
      ),
      'env',
    );
    expect(files[0]?.text).toBe(
      pod(
        '    env:\n    - {name: USER, value: masked-1}   # who\n    - name: OWNER\n      value: "masked-1"\n    - name: PASS\n      value: masked-2\n',
      ),
    );
    expect(counts.env).toBe(2);
  });

  it('stay where they decide how a process listens and name nobody', () => {
    const text = pod(
      '    env:\n    - {name: PORT, value: "9100"}\n    - {name: LISTEN, value: ":9100"}\n    - {name: TLS, value: "true"}\n',
    );
    expect(masked(text, 'env')).toMatchObject({ files: [{ text }], kept: ['PORT', 'LISTEN', 'TLS'] });
  });

  it('are masked behind anchors and in folded text as well', () => {
    const { files } = masked(
      pod(
        '    env:\n    - {name: A, value: &v hidden}\n    - {name: B, value: *v}\n    - name: C\n      value: >-\n        hid\n        den\n',
      ),
      'env',
    );
    expect(files[0]?.text).not.toContain('hid');
  });
});

describe('image registries', () => {
  it.each([
    ['quay.io/prometheus/node-exporter:v1', 'registry-1.example/prometheus/node-exporter:v1'],
    ['registry.corp.example.com:5000/team/app@sha256:abc', 'registry-1.example/team/app@sha256:abc'],
    ['localhost:5000/app', 'registry-1.example/app'],
    ['prom/node-exporter', 'prom/node-exporter'],
    ['busybox:1', 'busybox:1'],
  ])('%s', (image, other) => {
    expect(masked(pod(`    image: ${image}\n`), 'registries').files[0]?.text).toBe(pod(`    image: ${other}\n`));
  });

  it('wherever an image is named', () => {
    const text = pod('    image: quay.io/a/b\n    args: ["--reloader=quay.io/a/c:v1"] # from quay.io\n');
    expect(masked(text, 'registries').files[0]?.text).not.toContain('quay.io');
  });
});

describe('host names', () => {
  const ingress = (host: string, more = ''): string =>
    `apiVersion: networking.k8s.io/v1\nkind: Ingress\nmetadata: {name: a, namespace: b${more}}\nspec:\n  rules:\n  - host: ${host}\n`;
  it.each([
    ['a host', ingress('metrics.corp.com'), ingress('h3.h2.h1.example')],
    ['a wildcard over it', ingress('"*.corp.com"'), ingress('"*.h2.h1.example"')],
    [
      'in a URL',
      ingress('x', ', annotations: {see: "https://wiki.corp.com/a"}'),
      ingress('x', ', annotations: {see: "https://h3.h2.h1.example/a"}'),
    ],
    [
      'with a port, in an argument',
      pod('    args: ["--kafka=kafka.corp.com:9092"]\n'),
      pod('    args: ["--kafka=h3.h2.h1.example:9092"]\n'),
    ],
    [
      'given to a flag',
      pod('    args: ["--db-host=db.corp.com,b.corp.com"]\n'),
      pod('    args: ["--db-host=h4.h3.h2.example,h1.h3.h2.example"]\n'),
    ],
    [
      'a Service by name and namespace stays',
      pod('    args: ["--url=http://web.b:80/x"]\n'),
      pod('    args: ["--url=http://web.b:80/x"]\n'),
    ],
    ['inside the cluster it stays', ingress('web.shop.svc.cluster.local'), ingress('web.shop.svc.cluster.local')],
    ['a group of kinds stays', ingress('a', ', labels: {networking.k8s.io/x: "y"}'), ingress('a', ', labels: {networking.k8s.io/x: "y"}')],
  ])('%s', (_, text, other) => {
    expect(masked(text, 'hosts').files[0]?.text).toBe(other);
  });

  it('and what ends with one, in comments too', () => {
    const { files } = masked(`# ask root@mail.corp.com\n${ingress('corp.com')}`, 'hosts');
    expect(files[0]?.text).not.toMatch(/corp/);
  });
});

describe('addresses', () => {
  it('keep lying where they lay', () => {
    const octet = fc.integer({ min: 0, max: 255 });
    const v4 = fc.tuple(
      fc.integer({ min: 1, max: 223 }).filter((n) => n !== 127 && n !== 169),
      octet,
      octet,
      fc.integer({ min: 1, max: 254 }),
    );
    fc.assert(
      fc.property(v4, v4, fc.integer({ min: 0, max: 32 }), fc.string({ maxLength: 8 }), (a, b, bits, key) => {
        const [one, two] = [a.join('.'), b.join('.')];
        const other = maskFiles([{ path: 'a', text: `${one} ${two}` }], new Set(['addresses']), key).files[0]?.text.split(' ') ?? [];
        expect(contains(`${other[0]}/${bits}`, other[1] ?? '')).toBe(contains(`${one}/${bits}`, two));
      }),
    );
  });

  it('are never masked by themselves or by each other, whatever the key', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 8 }), (key) => {
        const all = ['10.0.0.0/8', '10.1.2.3', '192.168.0.0/16'];
        const other = maskFiles([{ path: 'a', text: all.join(' ') }], new Set(['addresses']), key).files[0]?.text.split(' ') ?? [];
        for (const mask of other) expect(all).not.toContain(mask);
      }),
      { numRuns: 500 },
    );
  });

  it.each(['127.0.0.1', '0.0.0.0/0', '::', '::1', '169.254.169.254', '[$(IP)]:9100', 'v1.2.3.4', '10:20:30', 'a::b.c'])(
    '%s stays',
    (text) => {
      expect(masked(`# ${text}\n`, 'addresses').files[0]?.text).toBe(`# ${text}\n`);
    },
  );

  it.each(['10.1.2.3', '192.168.0.0/16', '2001:db8::1', 'fd00:1:2::/48', '[2001:db8::7]:9100'])('%s does not', (text) => {
    const other = masked(`# ${text}\n`, 'addresses').files[0]?.text;
    expect(other).not.toBe(`# ${text}\n`);
    expect(other?.replace(/[0-9a-f]+/g, 'n').length).toBeGreaterThan(3);
  });
});

/** What leaves, and what must not: unlikely words in every place that can hold one. */
const SECRETS = `apiVersion: v1
kind: Secret
metadata: {name: token, namespace: shop}
data: {a: U0VDUkVUMQ==}
stringData: {b: plainSECRET2}
---
`;
const APPLIED = '    kubectl.kubernetes.io/last-applied-configuration: |\n      {"was":"APPLIED3"}\n';
const GRIM = SHOP.replace(
  'metadata: {name: cart, namespace: shop}\nspec:\n  selector: {matchLabels',
  `metadata:\n  name: cart\n  namespace: shop\n  annotations:\n${APPLIED}  managedFields: [{manager: MANAGER4}]\nstatus: {note: STATUS5}\nspec:\n  selector: {matchLabels`,
).replace(
  '        image: example.org/node-exporter:v1\n',
  '        image: images.GRIMHOST6.com/node-exporter:v1\n        env: [{name: A, value: ENVVALUE7}, {name: DB, value: "https://u:p@db.GRIMHOST8.com:5432/x?h=10.77.66.55"}]\n',
);

describe('what is shared', () => {
  const analysis = (text: string) => analyze([{ path: 'all.yaml', text }], { defaultNamespace: 'default' });
  const input = analysis(SECRETS + GRIM);
  const [chain] = input.chains;

  it('never holds Secrets, nor what servers and kubectl wrote', () => {
    for (const all of [false, true])
      for (const configMaps of [false, true]) {
        const { state } = shareContent(input, { chain: chain?.id ?? '', goals: [], selection: null, all, configMaps });
        expect(JSON.stringify(state)).not.toMatch(/U0VDUkVUMQ|SECRET2|APPLIED3|MANAGER4|STATUS5/);
        expect(JSON.stringify(state)).toMatch(/ENVVALUE7/);
      }
  });

  it('nothing that was to be masked, alone or together', () => {
    const MASKED: Record<Mask, RegExp> = {
      env: /ENVVALUE7|GRIMHOST8/,
      registries: /GRIMHOST6/,
      hosts: /GRIMHOST8/,
      addresses: /10\.77\.66\.55/,
    };
    fc.assert(
      fc.property(fc.subarray([...MASKS]), fc.boolean(), (masks, all) => {
        const { state } = shareContent(input, {
          chain: chain?.id ?? '',
          goals: [],
          selection: 'at db.GRIMHOST8.com',
          masks,
          all,
          key: KEY,
        });
        for (const mask of masks) expect(JSON.stringify(state.files), mask).not.toMatch(MASKED[mask]);
        if (masks.includes('hosts')) expect(state.selection).not.toMatch(/GRIMHOST8/);
      }),
    );
  });

  it('resolves as it did, whatever is masked', () => {
    for (const sample of SAMPLES) {
      const before = analyze(sample.files, { defaultNamespace: 'default' });
      for (const masks of [[], [...MASKS]] as Mask[][]) {
        for (const one of before.chains) {
          const { state } = shareContent(before, { chain: one.id, goals: [], selection: null, masks, key: KEY });
          const after = analyze(state.files, { defaultNamespace: state.defaultNamespace }).chains.find((c) => c.id === one.id);
          expect(after?.status, `${sample.id} ${one.id}`).toBe(one.status);
          expect(after?.links.map((l) => [l.kind, l.state, l.codes])).toEqual(one.links.map((l) => [l.kind, l.state, l.codes]));
        }
      }
    }
  });
});
