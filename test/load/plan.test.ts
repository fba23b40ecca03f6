import { describe, expect, it } from 'vitest';
import { fetchPlan, LOAD_LIMITS, NotFetched } from '../../src/app/load/fetched.ts';
import { planOf, sourceOf } from '../../src/app/load/plan.ts';

describe('an address, and what is fetched for it', () => {
  it.each([
    ['https://example.org/a/manifests.zip', 'file', 'https://example.org/a/manifests.zip', 'manifests.zip', 'example.org'],
    ['http://10.0.0.1:8080/x.yaml?raw=1', 'file', 'http://10.0.0.1:8080/x.yaml?raw=1', 'x.yaml', '10.0.0.1:8080'],
    [
      'https://github.com/o/r/blob/main/a/b.yaml',
      'file',
      'https://raw.githubusercontent.com/o/r/main/a/b.yaml',
      'a/b.yaml',
      'raw.githubusercontent.com',
    ],
    [
      'https://github.com/o/r/tree/v1/a/b',
      'github-folder',
      'https://api.github.com/repos/o/r/contents/a/b?ref=v1',
      'a/b',
      'api.github.com',
    ],
    ['https://github.com/o/r', 'github-folder', 'https://api.github.com/repos/o/r/contents/', 'r', 'api.github.com'],
    [
      'https://gist.github.com/somebody/0123456789abcdef',
      'gist',
      'https://api.github.com/gists/0123456789abcdef',
      'gist-01234567',
      'api.github.com',
    ],
  ])('%s', (given, kind, from, name, host) => {
    expect(planOf(given)).toMatchObject({ kind, from, name });
    expect(planOf(given)?.hosts[0]).toBe(host);
  });

  it.each(['', 'a.yaml', 'file:///etc/passwd', 'javascript:alert(1)', 'data:text/plain,a', 'ftp://a/b', 'https://user:pass@a/b'])(
    '%s is none',
    (given) => {
      expect(planOf(given)).toBeNull();
    },
  );

  it.each([
    ['#src=https%3A%2F%2Fa.b%2Fc', 'https://a.b/c'],
    ['#src=https://a.b/c', 'https://a.b/c'],
    ['#src=%', '%'],
    ['#src=', null],
    ['#v1.d.AAAA', null],
  ])('%s names it', (hash, url) => {
    expect(sourceOf(hash)).toBe(url);
  });
});

/** Servers by address; what is not there is 404. */
const world =
  (answers: Record<string, string | number>) =>
  async (url: string): Promise<Response> => {
    const answer = answers[url];
    if (answer === 0) throw new TypeError('Failed to fetch');
    return typeof answer === 'string' ? new Response(answer) : new Response('', { status: answer ?? 404 });
  };
const load = async (given: string, answers: Record<string, string | number>, limits = LOAD_LIMITS) => {
  const plan = planOf(given);
  if (!plan) throw new Error('no plan');
  const parcels = await fetchPlan(plan, world(answers), () => {}, limits);
  return parcels.map(({ name, bytes }) => `${name}: ${new TextDecoder().decode(bytes)}`);
};
const why = async (...args: Parameters<typeof load>): Promise<string> => {
  try {
    return (await load(...args)).join();
  } catch (error) {
    return error instanceof NotFetched ? `${error.code} ${error.detail}` : String(error);
  }
};
const API = 'https://api.github.com/repos/o/r/contents/';
const RAW = 'https://raw.githubusercontent.com/o/r/main/';

describe('what comes', () => {
  it('a file', async () => {
    expect(await load('https://a.b/c.yaml', { 'https://a.b/c.yaml': 'kind: A' })).toEqual(['c.yaml: kind: A']);
  });

  it('a folder on GitHub with what is below it, manifests alone', async () => {
    const answers = {
      [`${API}?ref=main`]: JSON.stringify([
        { type: 'file', path: 'a.yaml', download_url: `${RAW}a.yaml` },
        { type: 'file', path: 'README.md', download_url: `${RAW}README.md` },
        { type: 'dir', path: 'sub', url: `${API}sub?ref=main` },
      ]),
      [`${API}sub?ref=main`]: JSON.stringify([{ type: 'file', path: 'sub/b.yml', download_url: `${RAW}sub/b.yml` }]),
      [`${RAW}a.yaml`]: 'kind: A',
      [`${RAW}sub/b.yml`]: 'kind: B',
    };
    expect(await load('https://github.com/o/r/tree/main', answers)).toEqual(['a.yaml: kind: A', 'sub/b.yml: kind: B']);
  });

  it('a gist', async () => {
    const raw = 'https://gist.githubusercontent.com/x/0123456789/raw/a.yaml';
    const answers = {
      'https://api.github.com/gists/0123456789': JSON.stringify({ files: { 'a.yaml': { filename: 'a.yaml', raw_url: raw } } }),
      [raw]: 'kind: A',
    };
    expect(await load('https://gist.github.com/x/0123456789', answers)).toEqual(['gist-01234567/a.yaml: kind: A']);
  });
});

describe('what does not, and why', () => {
  it.each<[string, Parameters<typeof load>, string]>([
    ['not there', ['https://a.b/c.yaml', {}], 'not-found https://a.b/c.yaml'],
    ['CORS, or no network', ['https://a.b/c.yaml', { 'https://a.b/c.yaml': 0 }], 'unreachable a.b'],
    ['refused', ['https://a.b/c.yaml', { 'https://a.b/c.yaml': 403 }], 'status 403 a.b'],
    ['too large', ['https://a.b/c.yaml', { 'https://a.b/c.yaml': 'x'.repeat(20) }, { bytes: 10, files: 9 }], 'too-large 64'],
    ['an empty folder', ['https://github.com/o/r/tree/main', { [`${API}?ref=main`]: '[]' }], 'nothing https://github.com/o/r/tree/main'],
    ['no JSON', ['https://github.com/o/r/tree/main', { [`${API}?ref=main`]: '<html>' }], `nothing ${API}?ref=main`],
    [
      'an answer that leads elsewhere',
      [
        'https://github.com/o/r/tree/main',
        { [`${API}?ref=main`]: JSON.stringify([{ type: 'file', path: 'a.yaml', download_url: 'https://evil.example/a.yaml' }]) },
      ],
      'refused https://evil.example/a.yaml',
    ],
    [
      'folders without end',
      [
        'https://github.com/o/r/tree/main',
        { [`${API}?ref=main`]: JSON.stringify([{ type: 'dir', path: 'again', url: `${API}?ref=main` }]) },
        { bytes: 9999, files: 5 },
      ],
      'too-many 5',
    ],
    [
      'too many',
      [
        'https://github.com/o/r/tree/main',
        {
          [`${API}?ref=main`]: JSON.stringify([1, 2, 3].map((n) => ({ type: 'file', path: `${n}.yaml`, download_url: `${RAW}${n}.yaml` }))),
        },
        { bytes: 9999, files: 2 },
      ],
      'too-many 2',
    ],
  ])('%s', async (_, args, code) => {
    expect(await why(...args)).toBe(code);
  });
});
