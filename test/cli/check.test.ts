import { describe, expect, it } from 'vitest';
import { edit, SHOP } from '../fixtures/shop.ts';
import { folder, linkchain } from './world.ts';

const WRONG: [string, string] = ['  - port: http-metrics', '  - port: metric'];
const broken = () => folder({ 'shop/all.yaml': edit(SHOP, WRONG) });

describe('linkchain check', () => {
  it('prints like a compiler: file, line, column, severity, sentence, code', async () => {
    const { exit, out, err } = await linkchain(['check', broken()]);
    expect(exit).toBe(1);
    expect(out.split('\n')[0]).toBe(
      'shop/all.yaml:44:11: error: Service cart has port “http-metrics”, and “metric” is asked for. [port-not-found]  ServiceMonitor/shop/cart#0',
    );
    expect(out.split('\n')[1]).toBe('    shop/all.yaml:36:12: http-metrics');
    expect(err).toBe('1 error\n');
  });

  it('is silent and content where nothing is wrong', async () => {
    expect(await linkchain(['check', folder({ 'all.yaml': SHOP })])).toEqual({
      exit: 0,
      out: '',
      err: 'Nothing is to be said of this input.\n',
    });
  });

  it('counts what is silenced, and lets it pass', async () => {
    const settings = 'silence:\n- {code: port-not-found, reason: known}\n';
    const dir = folder({ 'shop/all.yaml': edit(SHOP, WRONG), '.linkchain.yaml': settings });
    expect(await linkchain(['check', dir])).toEqual({ exit: 0, out: '', err: '1 silenced\n' });
    const { findings } = JSON.parse((await linkchain(['check', '--format', 'json', dir])).out);
    expect(findings[0].silenced).toEqual({ reason: 'known', file: '.linkchain.yaml', line: 2 });
  });

  it('reads bodies of kinds that play no part with --all', async () => {
    const dir = folder({ 'all.yaml': `${SHOP}---\napiVersion: example.org/v1\nkind: Thing\nmetadata:\n  name: t\nspec: {a: [}\n` });
    expect((await linkchain(['check', dir])).out).toBe('');
    expect((await linkchain(['check', '--all', dir])).out).toMatch(/all\.yaml:\d+:\d+: error: .*\[yaml-/);
    expect((await linkchain(['report', '--all', dir])).exit).toBe(2);
  });

  it('speaks Chinese', async () => {
    expect((await linkchain(['check', '--lang', 'zh-CN', broken()])).out).toContain('错误: Service cart 的端口叫“http-metrics”');
  });

  it('writes a comment for a pull request in which names stay text', async () => {
    const hostile = SHOP.replaceAll('name: cart,', 'name: "cart`|<b>",');
    const dir = folder({ 'a`|<img>.yaml': edit(hostile, WRONG) });
    const { out } = await linkchain(['check', '--format', 'markdown', dir]);
    expect(out).toMatch(/^### linkchain: 1 error/);
    expect(out).toContain('<details><summary>port-not-found</summary>');
    const text = out.replace(/(`+)[^\n]*?\1(?!`)/g, '');
    expect(text).not.toMatch(/<(?!\/?(?:details|summary|sub|br)>)/);
  });
});

describe('SARIF', () => {
  const log = async (files: Record<string, string>) => JSON.parse((await linkchain(['check', '--format', 'sarif', folder(files)])).out);
  /** Properties of the objects we write, as SARIF 2.1.0 section 3 names them. */
  const KNOWN: Record<string, string[]> = {
    log: ['$schema', 'version', 'runs'],
    run: ['tool', 'columnKind', 'originalUriBaseIds', 'invocations', 'results'],
    driver: ['name', 'rules'],
    rule: ['id', 'name', 'shortDescription', 'fullDescription', 'help', 'defaultConfiguration'],
    result: ['ruleId', 'ruleIndex', 'level', 'message', 'locations', 'relatedLocations', 'partialFingerprints', 'suppressions'],
    location: ['id', 'physicalLocation', 'logicalLocations'],
    region: ['startLine', 'startColumn', 'endLine', 'endColumn'],
    notification: ['descriptor', 'level', 'message', 'locations'],
  };
  const only = (what: keyof typeof KNOWN, value: object) =>
    expect(
      Object.keys(value).filter((key) => !KNOWN[what]?.includes(key)),
      String(what),
    ).toEqual([]);

  it('has the fields of a code-scanning viewer, and no others', async () => {
    const sarif = await log({ 'shop/a b.yaml': edit(SHOP, WRONG), 'bad.yaml': 'kind: [' });
    expect(sarif.version).toBe('2.1.0');
    only('log', sarif);
    const [run] = sarif.runs;
    only('run', run);
    only('driver', run.tool.driver);
    for (const rule of run.tool.driver.rules) {
      only('rule', rule);
      expect(rule.shortDescription.text).toMatch(/./);
      expect(rule.help.text).toMatch(/./);
      expect(rule.help.markdown).toContain('**');
      expect(['error', 'warning', 'note', 'none']).toContain(rule.defaultConfiguration.level);
    }
    expect(new Set(run.tool.driver.rules.map((r: { id: string }) => r.id)).size).toBe(run.tool.driver.rules.length);
    for (const result of run.results) {
      only('result', result);
      expect(run.tool.driver.rules[result.ruleIndex].id).toBe(result.ruleId);
      expect(result.partialFingerprints['linkchain/v1']).toMatch(/^[0-9a-f]{16}:\d+$/);
      for (const location of [...result.locations, ...(result.relatedLocations ?? [])]) {
        only('location', location);
        only('region', location.physicalLocation.region);
      }
    }
    for (const notification of run.invocations[0].toolExecutionNotifications) only('notification', notification);
    const [first] = run.results[0].locations;
    expect(first.physicalLocation).toEqual({
      artifactLocation: { uri: 'shop/a%20b.yaml', uriBaseId: 'INPUT' },
      region: { startLine: 44, startColumn: 11, endLine: 44, endColumn: 17 },
    });
    expect(first.logicalLocations).toEqual([{ fullyQualifiedName: 'ServiceMonitor/shop/cart#0' }]);
  });

  it('keeps a fingerprint where lines move, and changes it with what is found', async () => {
    const print = async (text: string) => (await log({ 'a.yaml': text })).runs[0].results[0].partialFingerprints['linkchain/v1'];
    const here = await print(edit(SHOP, WRONG));
    expect(await print(`# moved\n\n${edit(SHOP, WRONG)}`)).toBe(here);
    expect(await print(edit(SHOP, ['  - port: http-metrics', '  - port: other']))).not.toBe(here);
  });

  it('carries what is silenced as suppressed', async () => {
    const comment = edit(SHOP, WRONG, ['- port: metric', '- port: metric # linkchain: silence port-not-found: known']);
    expect((await log({ 'a.yaml': comment })).runs[0].results[0].suppressions).toEqual([{ kind: 'inSource', justification: 'known' }]);
  });
});
