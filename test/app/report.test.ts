import { expect, it } from 'vitest';
import { createHost } from '../../src/app/worker/host.ts';
import type { Args, Method } from '../../src/app/worker/protocol.ts';
import { analyze } from '../../src/engine/analyze.ts';
import { buildReport } from '../../src/engine/export/index.ts';
import { english, loadWords } from '../../src/words/index.ts';
import { sayIn } from '../../src/words/say.ts';
import { edit, SHOP } from '../fixtures/shop.ts';

const broken = edit(SHOP, ['- {name: http-metrics,', '- {name: web,']);
const files = [
  { path: 'shop.yaml', text: broken },
  { path: 'torn.yaml', text: 'kind: [Service\n' },
];

const host = createHost();
const ask = <M extends Method>(method: M, ...args: Args<M>) => host(method, args, () => undefined);
async function exported(lang: 'en' | 'zh-CN', before: Args<'report'>[2] = []) {
  await ask('setFiles', { clear: true, put: files });
  const out = await ask('report', [], lang, before);
  return 'refused' in out ? out.refused : new TextDecoder().decode(out.bytes);
}

it('is the document the command line prints, byte for byte', async () => {
  const printed = buildReport(analyze(files, { defaultNamespace: 'default' }), sayIn(english));
  expect(printed.findings.map((f) => f.code)).toContain('port-not-found');
  expect(printed.problems).not.toEqual([]);
  expect(await exported('en')).toBe(`${JSON.stringify(printed, null, 2)}\n`);
});

it('speaks the language of the page', async () => {
  const say = sayIn(await loadWords('zh-CN'));
  const { findings } = JSON.parse(await exported('zh-CN'));
  expect(findings[0].message).toBe(say.finding(findings[0].code, findings[0].params));
  expect(findings[0].message).not.toBe(findings[0].code);
});

it('begins with what was wrong before there was any text', async () => {
  const lost = {
    code: 'archive-unreadable',
    params: { detail: 'rar' },
    severity: 'error',
    file: 'all.rar',
    line: 1,
    column: 1,
  } as const;
  const { problems } = JSON.parse(await exported('en', [lost]));
  expect(problems[0]).toEqual({ ...lost, message: sayIn(english).problem(lost.code, lost.params) });
});
