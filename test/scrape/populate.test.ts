import { expect, test } from 'vitest';
import { buildCluster } from '../../src/engine/cluster/index.ts';
import { ingest, type RawObject } from '../../src/engine/ingest/index.ts';
import { simulate } from '../../src/engine/scrape/index.ts';
import { durationText } from '../../src/engine/scrape/simulate/duration.ts';
import { settingsOf } from '../../src/engine/scrape/simulate/settings.ts';
import { urlOf } from '../../src/engine/scrape/simulate/url.ts';
import type { JsonMap } from '../../src/engine/yaml/index.ts';
import { made, objectsOf } from './operator.ts';

// Every expectation here is what a real Prometheus answers (`npm run oracle`).

const nobody = buildCluster(ingest([], { defaultNamespace: 'shop', eager: () => true }));
const prometheus = (spec: string) => objectsOf(made('Prometheus', spec, 'monitoring/k8s'))[0] as RawObject;
/** Targets of a job with these addresses, under a Prometheus with this spec. */
const run = (targets: readonly string[], config: JsonMap = {}, spec = '{}', labels: JsonMap = {}) =>
  simulate(
    nobody,
    { job_name: 'j', static_configs: [{ targets: [...targets], labels }], ...config },
    { shard: 0, ownNamespace: 'monitoring', settings: settingsOf(prometheus(spec)) },
  );
const set = (label: string, replacement: string, address = '.*'): JsonMap => ({
  source_labels: ['__address__'],
  regex: address,
  target_label: label,
  replacement,
});

test.each([
  ['v3.0.0', 'a', 'http', 'a'],
  ['v2.54.1', 'a', 'http', 'a:80'],
  ['v2.54.1', 'a', 'https', 'a:443'],
  ['v2.54.1', 'a:9100', 'http', 'a:9100'],
  ['v2.54.1', '[2001:db8::1]', 'http', '[2001:db8::1]:80'],
  ['v2.54.1', '2001:db8::1', 'http', '2001:db8::1'],
])('Prometheus %s asks %s by %s at %s', (version, address, scheme, expected) => {
  const [target] = run([address], { scheme }, `{version: ${version}}`).kept;
  expect(target?.url).toBe(`${scheme}://${expected}/metrics`);
  expect(target?.final.get('instance')).toBe(expected);
});

test.each([
  ['{}', {}, '30s/10s'],
  ['{scrapeInterval: 90s, scrapeTimeout: 20s}', {}, '1m30s/20s'],
  ['{scrapeInterval: 60s}', { scrape_timeout: '60s' }, '1m/1m'],
  ['{}', { scrape_interval: '5s' }, '5s/5s'],
  ['{scrapeInterval: 4s}', {}, '4s/4s'],
])('intervals of a Prometheus %s and a job %o: %s', (spec, config, expected) => {
  const [target] = run(['a:1'], config, spec).kept;
  expect([target?.labels.get('__scrape_interval__'), target?.labels.get('__scrape_timeout__')].join('/')).toBe(expected);
});

test.each([
  ['late:1', set('__scrape_timeout__', '1h'), 'bad-interval'],
  ['odd:1', set('__scrape_interval__', 'soon'), 'bad-interval'],
  ['none:1', set('__scrape_interval__', '0'), 'bad-interval'],
  ['gone:1', set('__address__', ''), 'no-address'],
  ['a:1', set('__address__', 'a:1/metrics'), 'bad-address'],
  ['ftp.example.org', set('__scheme__', 'ftp'), 'bad-scheme'],
])('Prometheus rejects %s with %o: %s', (address, rule, error) => {
  const { kept, droppedStories, dropped } = run([address], { relabel_configs: [rule] }, '{version: v2.54.1}');
  expect([kept.length, dropped, droppedStories[0]?.error]).toEqual([0, 0, error]);
});

test('a label replaces the first value of its parameter and leaves the others', () => {
  const params = { one: ['a', 'b'], two: ['c'] };
  const rules = [set('__param_one', 'changed', '.*'), { action: 'labeldrop', regex: '__param_two' }];
  const { kept } = run(['h:1'], { params, relabel_configs: rules }, '{}', { __param_three: 'd&e' });
  expect(kept.map((t) => t.url)).toEqual(['http://h:1/metrics?one=changed&one=b&three=d%26e&two=c']);
  expect(kept[0]?.params).toEqual({ one: 'changed', two: 'c', three: 'd&e' });
});

test('targets are told apart by labels nobody sees, and not by meta labels', () => {
  const groups = (label: string): JsonMap => ({ static_configs: ['1', '2'].map((v) => ({ targets: ['a:1'], labels: { [label]: v } })) });
  expect(run([], groups('__tmp_x'))).toMatchObject({ duplicates: 0, kept: [{}, {}] });
  expect(run([], groups('__meta_x'))).toMatchObject({ duplicates: 1, kept: [{}] });
});

test.each([
  ['lowercase', 'Straße ΟΔΟΣ İI ﬁ ǅ', 'straße οδοσ ii ﬁ ǆ'],
  ['uppercase', 'Straße ΟΔΟΣ İI ﬁ ŉ ǅ ꭰ', 'STRAßE ΟΔΟΣ İI ﬁ ŉ Ǆ Ꭰ'],
])('%s changes letters one for one: %s', (action, text, expected) => {
  const rule = { action, source_labels: ['text'], target_label: 'text' };
  expect(run(['a:1'], { relabel_configs: [rule] }, '{}', { text }).kept[0]?.final.get('text')).toBe(expected);
});

test.each([
  ['{version: v2.54.1}', {}, false],
  ['{version: v3.1.0}', {}, true],
  ['{version: v3.1.0, nameValidationScheme: Legacy}', {}, false],
  ['{version: v3.1.0, nameValidationScheme: Legacy}', { metric_name_validation_scheme: 'utf8' }, true],
  ['{version: v3.1.0}', { metric_name_validation_scheme: 'legacy' }, false],
])('under %s with %o a rule makes a label of any name: %s', (spec, config, possible) => {
  const rule = { source_labels: ['text'], target_label: 'n_${1}', replacement: 'x' };
  const [target] = run(['a:1'], { ...config, relabel_configs: [rule] }, spec, { text: 'ß' }).kept;
  expect(target?.final.has('n_ß')).toBe(possible);
});

test('an empty label is no label', () => {
  expect([...(run(['a:1'], {}, '{}', { empty: '' }).kept[0]?.final.keys() ?? [])].sort()).toEqual(['instance', 'job']);
});

test('whoever listens hears of every raw target, equal and dropped ones too', () => {
  const heard: string[] = [];
  const addresses = [...Array.from({ length: 400 }, (_, i) => `drop:${i}`), 'a:1', 'a:1'];
  const config = {
    job_name: 'j',
    static_configs: [{ targets: addresses }],
    relabel_configs: [{ source_labels: ['__address__'], regex: 'drop.*', action: 'drop' }],
  };
  const found = simulate(nobody, config, { shard: 0, ownNamespace: 'x', each: (story) => heard.push(story.address) });
  expect(heard).toEqual(addresses);
  expect([found.dropped, found.droppedStories.length, found.duplicates]).toEqual([400, 300, 1]);
});

test.each([
  ['/metrics', 'http://a:1/metrics'],
  ['metrics', 'http://a:1/metrics'],
  ['/a b/ü;x=1', 'http://a:1/a%20b/%C3%BC;x=1'],
  ['stats?all=1', 'http://a:1/stats%3Fall=1'],
])('the path %s in a URL: %s', (path, expected) => {
  expect(urlOf({ scheme: 'http', address: 'a:1', path, params: new Map() })).toBe(expected);
});

test('parameters in a URL as Go writes them', () => {
  const params = new Map([
    ['z', ["!'()*~"]],
    ['match', ['{job="a b"}', 'up']],
  ]);
  expect(urlOf({ scheme: 'http', address: 'a:1', path: '/', params })).toBe(
    'http://a:1/?match=%7Bjob%3D%22a+b%22%7D&match=up&z=%21%27%28%29%2A~',
  );
  // Half a character is no reason to fail.
  expect(urlOf({ scheme: 'http', address: 'a:1', path: '/\ud800', params: new Map() })).toBe('http://a:1/%EF%BF%BD');
});

test.each([
  [0, '0s'],
  [90_000, '1m30s'],
  [86_400_000, '1d'],
  [604_800_000, '1w'],
  [691_200_000, '8d'],
  [31_536_000_000, '1y'],
  [1500, '1s500ms'],
])('%i ms as a duration: %s', (milliseconds, expected) => {
  expect(durationText(milliseconds)).toBe(expected);
});
