import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, inject } from 'vitest';
import { root } from '../../scripts/install.mjs';
import { serve } from '../../scripts/serve.mjs';
import { english as words } from '../../src/words/index.ts';
import type { App } from './app.ts';
import { CHAIN, SHIPPED } from './samples.ts';
import { test } from './visit.ts';

const FILE = pathToFileURL(join(root, 'dist', 'linkchain.html')).href;
const shipped = async (app: App): Promise<void> => {
  await app.takeSample('shipped');
  await app.status('ok').first().waitFor();
};
const save = async (app: App, what: string) => {
  const dialog = await app.openShare();
  const saved = await app.saved(() => dialog.getByRole('button', { name: words('app', 'share.save', { what }) }).click());
  await dialog.getByRole('button', { name: words('app', 'dialog.close') }).click();
  return saved;
};

describe('what is shared opens elsewhere', () => {
  test('a link, in another browser, without asking anybody for anything', async ({ visit }) => {
    const app = await visit();
    await shipped(app);
    const link = await app.shareLink();
    const stranger = await visit({ hash: link.slice(link.indexOf('#')) });
    await stranger.chainsShown();
    await stranger.status('ok').first().waitFor();
    const asked: string[] = [];
    stranger.page.on('request', (request) => asked.push(request.url()));
    await stranger.switchTo('http');
    await stranger.patchPanel().waitFor();
    // Parts of the app itself are all that is ever loaded.
    for (const url of asked) expect(url).toMatch(new RegExp(`^(?:${inject('url')}assets/[\\w.-]+\\.(?:js|css)|blob:|data:)`));
  });

  test('a picture dropped on the page opens as what it shows', async ({ visit, folder }) => {
    const app = await visit();
    await shipped(app);
    await app.switchTo('http');
    await app.patchPanel().waitFor();
    for (const what of ['SVG', 'PNG', 'JSON', 'HTML']) {
      const { name, bytes } = await save(app, what);
      const stranger = await visit();
      await stranger.drop(join(folder({ [name]: bytes }), name));
      await stranger.chainsShown();
      await expect.poll(() => stranger.scheme(), { timeout: 10_000 }).toBe('http');
      await stranger.patchPanel().waitFor();
    }
  });

  test('a page saved with a chain in it opens from a file, and saves itself again', async ({ visit, folder }) => {
    const app = await visit();
    await shipped(app);
    const { name, bytes } = await save(app, 'HTML');
    const stranger = await visit({ at: pathToFileURL(join(folder({ [name]: bytes }), name)).href });
    await stranger.chainsShown();
    await stranger.status('ok').first().waitFor();
    const again = await save(stranger, 'HTML');
    expect(Math.abs(again.bytes.length - bytes.length)).toBeLessThan(4000);
    const third = await visit({ at: pathToFileURL(join(folder({ [again.name]: again.bytes }), again.name)).href });
    await third.chainsShown();
  });
});

describe('the single file', () => {
  test('opens from disk: a sample, a switch, an export, files', async ({ visit, folder }) => {
    const manifests = folder(SHIPPED);
    const app = await visit({ at: FILE });
    await shipped(app);
    await app.switchTo('http');
    await app.patchPanel().waitFor();
    expect(new TextDecoder().decode((await app.exportAs('export.diff')).bytes)).toMatch(/^--- .*daemonset\.yaml/m);
    await app.drop(...Object.keys(SHIPPED).map((path) => join(manifests, path)));
    await app.page.getByRole('tab', { name: /^Files/ }).click();
    await app.page
      .getByText(/daemonset/i)
      .first()
      .waitFor();
  });

  test('works without a worker', async ({ visit }) => {
    const app = await visit({ at: FILE, workers: false });
    await shipped(app);
  });

  test('says that a file cannot load from elsewhere', async ({ visit }) => {
    const app = await visit({ at: FILE, hash: '#src=https://example.org/a.yaml' });
    await app.page.getByText(words('app', 'src.offline', { host: 'example.org' })).waitFor();
    expect(await app.page.getByRole('button', { name: /^Load from/ }).count()).toBe(0);
  });
});

describe('the page connects to nobody', () => {
  test('because it forbids itself to', async ({ visit }) => {
    const app = await visit({ allowed: /Content Security Policy|violates/ });
    const tried = await app.page.evaluate(async () => {
      const outcomes = await Promise.all(
        ['https://example.org/', './index.html'].map((url) =>
          fetch(url).then(
            () => 'let through',
            () => 'blocked',
          ),
        ),
      );
      const script = document.createElement('script');
      script.textContent = 'globalThis.harmed = true';
      document.head.append(script);
      return [
        ...outcomes,
        'harmed' in globalThis ? 'harmed' : 'unharmed',
        navigator.sendBeacon('https://example.org/') ? 'sent' : 'not sent',
      ];
    });
    expect(tried.slice(0, 3)).toEqual(['blocked', 'blocked', 'unharmed']);
  });
});

/** A server of somebody else: with CORS, without, and where there is nothing. */
async function elsewhere() {
  const yaml = Object.entries(SHIPPED)
    .map(([, text]) => text)
    .join('---\n');
  const asked: string[] = [];
  const server = createServer((request, response) => {
    asked.push(request.url ?? '');
    const open = request.url?.startsWith('/open');
    response.writeHead(request.url === '/open/none' ? 404 : 200, open ? { 'access-control-allow-origin': '*' } : {});
    response.end(yaml);
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  return { url: `http://127.0.0.1:${port}`, asked, close: () => server.close() };
}

describe('loading from an address', () => {
  test('asks first and names the host, then adds what comes; the page itself stays without connections', async ({ visit }) => {
    const other = await elsewhere();
    const app = await visit({ hash: `#src=${encodeURIComponent(`${other.url}/open/all.yaml`)}`, allowed: /^request to http:\/\/127/ });
    const { page } = app;
    await page.getByText(words('app', 'src.ask', { host: new URL(other.url).host })).waitFor();
    await page.waitForTimeout(500);
    expect(other.asked).toEqual([]);
    await page.getByRole('button', { name: words('app', 'src.load', { host: new URL(other.url).host }) }).click();
    await app.chainsShown();
    await app.status('ok').first().waitFor();
    expect(other.asked).toEqual(['/open/all.yaml']);
    expect(page.url()).not.toContain('load.html');
    expect(await page.evaluate(() => document.querySelector('meta[http-equiv]')?.getAttribute('content'))).toContain("connect-src 'none'");
    // Nobody is sent there by a link alone.
    await page.goto(`${inject('url')}load.html#src=${encodeURIComponent(`${other.url}/open/again.yaml`)}`);
    await page.getByRole('dialog').waitFor();
    expect(other.asked).toEqual(['/open/all.yaml']);
    other.close();
  });

  test('says why nothing came, and what to do', async ({ visit }) => {
    const other = await elsewhere();
    for (const [path, code] of [
      ['/closed.yaml', 'src-unreachable'],
      ['/open/none', 'src-not-found'],
    ] as const) {
      const url = `${other.url}${path}`;
      const app = await visit({ hash: `#src=${url}`, allowed: /^request to http:\/\/127|^console: / });
      await app.page.getByRole('button', { name: /^Load from/ }).click();
      const detail = code === 'src-unreachable' ? new URL(url).host : url;
      await app.page.getByText(words('share', code, { url, detail })).waitFor();
      // What there was goes on.
      await shipped(app);
    }
    other.close();
  });

  test('by its menu as well', async ({ visit }) => {
    const app = await visit();
    await shipped(app);
    await app.openUrlDialog();
    const field = app.page.getByLabel(words('app', 'src.url'), { exact: true });
    await field.fill('file:///etc/passwd');
    await app.page.getByText(words('app', 'src.bad')).waitFor();
    await field.fill('https://github.com/o/r/tree/main/manifests');
    await field.press('Enter');
    await app.page.getByText(words('app', 'src.ask', { host: 'api.github.com, raw.githubusercontent.com' })).waitFor();
    await app.page.getByRole('button', { name: words('app', 'dialog.cancel') }).click();
    await app.status('ok').first().waitFor();
  });
});

describe('hosted anywhere', () => {
  test('below another path', async ({ visit }) => {
    const server = await serve(join(root, 'dist', 'app'), { base: '/some/base/' });
    const app = await visit({ at: `${server.url}some/base/` });
    await shipped(app);
    await app.switchTo('http');
    await app.patchPanel().waitFor();
    const link = await app.shareLink();
    expect(link).toMatch(/^http:\/\/localhost:\d+\/some\/base\/#v1\./);
    await server.close();
  });
});

test('the chain as SVG says the same as the page', async ({ visit }) => {
  const app = await visit();
  await shipped(app);
  const svg = new TextDecoder().decode((await save(app, 'SVG')).bytes);
  expect(svg).toContain(`<title id="lc-title">${CHAIN}</title>`);
  expect(readFileSync(join(root, 'dist', 'app', 'index.html'), 'utf8')).not.toMatch(/<script>|<script [^>]*>[^<]/);
});
