import { type ChildProcess, spawn } from 'node:child_process';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

interface ApiTarget {
  discoveredLabels: Record<string, string>;
  labels: Record<string, string>;
  scrapePool?: string;
  scrapeUrl: string;
}
/** `/api/v1/targets` of Prometheus. */
export interface ApiTargets {
  activeTargets: ApiTarget[];
  droppedTargets: Pick<ApiTarget, 'discoveredLabels' | 'scrapePool'>[];
}

/** Discovery and scraping each take note of news every five seconds, and a busy machine is slower. */
const PATIENCE = 60_000;
/** Targets that do not become more for so long are all there will be. */
const SETTLED = 15_000;

/** What a Prometheus with this configuration says of its targets; it is gone afterwards, whatever happens. */
export async function targetsOf(prometheus: string, config: string, folder: string, expected: number): Promise<ApiTargets> {
  const port = await freePort();
  const address = `127.0.0.1:${port}`;
  const flags = [`--config.file=${config}`, `--storage.tsdb.path=${join(folder, 'data')}`, `--web.listen-address=${address}`];
  const child = spawn(prometheus, [...flags, '--log.level=error'], { stdio: ['ignore', 'ignore', 'pipe'] });
  const end = () => child.kill('SIGKILL');
  process.prependOnceListener('exit', end);
  let said = '';
  child.stderr.on('data', (data) => {
    said = `${said}${data}`.slice(-4000);
  });
  child.on('error', (error) => {
    said += error.message;
  });
  try {
    return await settled(child, `http://${address}/api/v1/targets?state=any`, expected, () => said);
  } finally {
    await ended(child);
    process.off('exit', end);
  }
}

async function settled(child: ChildProcess, url: string, expected: number, said: () => string): Promise<ApiTargets> {
  const started = Date.now();
  let changed = started;
  let last: ApiTargets | null = null;
  while (Date.now() - started < PATIENCE) {
    if (child.exitCode !== null || child.pid === undefined) throw new Error(`Prometheus ended: ${said().trim()}`);
    const now = await ask(url);
    if (now && (last === null || countOf(now) !== countOf(last))) changed = Date.now();
    last = now ?? last;
    if (last && countOf(last) >= expected) return last;
    if (last && Date.now() - changed > SETTLED) return last;
    await sleep(200);
  }
  if (last) return last;
  throw new Error(`Prometheus did not answer: ${said().trim()}`);
}

const countOf = ({ activeTargets, droppedTargets }: ApiTargets): number => activeTargets.length + droppedTargets.length;

async function ask(url: string): Promise<ApiTargets | null> {
  try {
    const answer = (await (await fetch(url)).json()) as { data: ApiTargets };
    return { activeTargets: answer.data.activeTargets ?? [], droppedTargets: answer.data.droppedTargets ?? [] };
  } catch {
    // Not listening yet.
    return null;
  }
}

/** Waits until the process is gone: its folder is removed next. */
async function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null || child.pid === undefined) return;
  const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  child.kill('SIGTERM');
  const timer = setTimeout(() => child.kill('SIGKILL'), 5000);
  await gone;
  clearTimeout(timer);
}

const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => (typeof address === 'object' && address ? resolve(address.port) : reject(new Error('no free port'))));
    });
  });
