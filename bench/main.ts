// `npm run bench [-- --root DIR]`: linkchain against named competitors, all in one run; ratios hold better than times.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { readPaths } from '../src/cli/input.ts';
import { loadParts } from '../src/engine/scrape/index.ts';
import { growth } from './growth.ts';
import { median, ms, timed } from './statistics.ts';
import { isSubject, SUBJECTS, type Subject } from './subjects.ts';
import { toggle } from './toggle.ts';

const OURS: Subject = 'linkchain: text to chains';
const THEIRS: Subject = 'yaml: parseAllDocuments alone';
/** Shares of the time of `yaml` in the same run. A toggle may take 50 ms where it takes 723 (the quiet machine of the baselines). */
const BUDGETS = { warm: 1 / 10, cold: 1 / 5, toggle: 50 / 723, growth: 12 };
const COLD_RUNS = 7;
const WARM_ROUNDS = 7;

const { values } = parseArgs({
  options: {
    root: { type: 'string', default: process.env['LINKCHAIN_SHARED'] ?? '../shared' },
    /** Used by the bench itself: one first call in a fresh process. */
    once: { type: 'string' },
  },
});
const set = join(values.root, 'corpus', 'sets', 'kube-prometheus-main');
if (!existsSync(set)) {
  console.error(`${set} does not exist. Name the folder that holds corpus/ with --root DIR.`);
  process.exit(2);
}
await loadParts();
const { files } = await readPaths([set], { stdin: async () => new Uint8Array() });

if (isSubject(values.once)) {
  const subject = SUBJECTS[values.once];
  console.log(timed(() => subject(files)));
} else {
  process.exitCode = (await report()) ? 0 : 1;
}

async function report(): Promise<boolean> {
  const characters = files.reduce((sum, file) => sum + file.text.length, 0);
  console.log(`kube-prometheus main: ${files.length} files, ${(characters / 1e6).toFixed(2)} MB. Node ${process.version}, medians.\n`);
  const verdicts: boolean[] = [];
  const judge = (what: string, measured: string, holds: boolean) => {
    verdicts.push(holds);
    console.log(`${holds ? 'pass' : 'FAIL'}  ${what}: ${measured}`);
  };

  const cold = { ours: coldly(OURS), theirs: coldly(THEIRS) };
  const warm = warmly();
  const json = JSON.stringify(files.map((file) => file.text));
  line('', 'cold', 'warm');
  line(OURS, ms(cold.ours), ms(warm.ours));
  line(THEIRS, ms(cold.theirs), ms(warm.theirs));
  line('JSON.parse of the same characters', '', ms(median(Array.from({ length: WARM_ROUNDS }, () => timed(() => JSON.parse(json))))));
  const peer = monokle();
  if (peer) line('@monokle/parser + @monokle/validation', ms(peer.milliseconds), '');
  const clicks = toggle([...files]);
  line('toggle node-exporter to http', ms(clicks.first), ms(clicks.later));
  console.log('');

  judge('warm, at most 1/10 of yaml', ratio(warm.ours, warm.theirs), warm.ours <= warm.theirs * BUDGETS.warm);
  judge('cold, at most 1/5 of yaml', ratio(cold.ours, cold.theirs), cold.ours <= cold.theirs * BUDGETS.cold);
  judge(
    'toggle, at most 1/14 of yaml, ends ok',
    `${ratio(clicks.later, warm.theirs)}, ${clicks.status}`,
    withinToggle(clicks, warm.theirs),
  );
  const sizes = await growth(values.root);
  const each = ({ apps, milliseconds }: (typeof sizes)[number]) => `${apps} apps ${ms(milliseconds)}`;
  const [, thousand, tenThousand] = sizes.map((s) => s.milliseconds);
  const factor = (tenThousand ?? 0) / (thousand ?? 1);
  judge('10,000 apps, at most 12 times 1,000', `${factor.toFixed(1)} times (${sizes.map(each).join(', ')})`, factor <= BUDGETS.growth);
  const shown = page();
  if (shown) {
    const { panning, answers } = shown;
    const slowest = Math.max(...Object.values(answers));
    console.log(
      `      page, cold cache, CPU throttled 4 times: shown after ${ms(shown.shown)}, interactive after ${ms(shown.interactive)}`,
    );
    judge(
      '5 s of panning and zooming, at most 2 tasks over 50 ms',
      `${panning.length} (${panning.map(ms).join(', ') || 'none'})`,
      panning.length <= 2,
    );
    const each = Object.entries(answers).map(([what, time]) => `${what} ${ms(time)}`);
    judge('filter, select, toggle answered within 100 ms', each.join(', '), slowest <= 100);
  }
  if (peer) {
    console.log(
      `      Monokle cold: ${(peer.milliseconds / cold.ours).toFixed(0)} times linkchain, ${peer.monitorEdges} edges from ServiceMonitors`,
    );
  }
  return verdicts.every(Boolean);
}

function line(what: string, coldTime: string, warmTime: string): void {
  console.log(`${what.padEnd(40)} ${coldTime.padStart(10)} ${warmTime.padStart(10)}`);
}

function ratio(ours: number, theirs: number): string {
  return `1/${(theirs / ours).toFixed(1)}`;
}

function withinToggle({ later, status }: ReturnType<typeof toggle>, theirs: number): boolean {
  return status === 'ok' && later <= theirs * BUDGETS.toggle;
}

/** First call in a process, which is what somebody who drops files sees. */
function coldly(subject: Subject): number {
  const self = fileURLToPath(import.meta.url);
  const runs = Array.from({ length: COLD_RUNS }, () => {
    const { stdout } = spawnSync(process.execPath, ['--expose-gc', self, '--root', values.root, '--once', subject], { encoding: 'utf8' });
    return Number(stdout);
  });
  return median(runs);
}

/** Both in the same process, taking turns, so that what slows the machine slows both. */
function warmly(): { ours: number; theirs: number } {
  const times = { ours: [] as number[], theirs: [] as number[] };
  for (let round = 0; round <= WARM_ROUNDS; round++) {
    const theirs = timed(() => SUBJECTS[THEIRS](files));
    const ours = [1, 2, 3].map(() => timed(() => SUBJECTS[OURS](files)));
    // The first round warms up.
    if (round > 0) {
      times.theirs.push(theirs);
      times.ours.push(...ours);
    }
  }
  return { ours: median(times.ours), theirs: median(times.theirs) };
}

interface Shown {
  shown: number;
  interactive: number;
  /** Durations of tasks over 50 ms. */
  panning: number[];
  answers: Record<string, number>;
}

/** The built app in a browser; null, with the reason printed, where there is none. */
function page(): Shown | null {
  const script = join(process.cwd(), 'bench', 'page.mjs');
  const { status, stdout, stderr } = spawnSync(process.execPath, [script, resolve(set)], { encoding: 'utf8' });
  if (status === 0) return JSON.parse(stdout.trim().split('\n').at(-1) ?? '') as Shown;
  console.log(`      page: not measured. ${stderr.trim()}`);
  return null;
}

/** The peer, installed on first use; null (and said so) when it cannot be. */
function monokle(): { milliseconds: number; monitorEdges: number } | null {
  const dir = join(process.cwd(), 'bench');
  if (!existsSync(join(dir, 'node_modules', '@monokle', 'validation'))) {
    console.log('Installing the competitors of bench/package.json ...');
    const npm = process.env['npm_execpath'];
    const args = ['ci', '--no-audit', '--no-fund'];
    spawnSync(npm ? process.execPath : 'npm', npm ? [npm, ...args] : args, { cwd: dir, stdio: ['ignore', 'inherit', 'inherit'] });
  }
  const texts = join(mkdtempSync(join(tmpdir(), 'linkchain-bench-')), 'texts.json');
  writeFileSync(texts, JSON.stringify(files.map(({ path, text }) => ({ path, text }))));
  const run = spawnSync(process.execPath, [join(dir, 'monokle.mjs'), texts], { encoding: 'utf8', timeout: 120_000 });
  rmSync(dirname(texts), { recursive: true });
  if (run.status === 0) return JSON.parse(run.stdout.trim().split('\n').at(-1) ?? '{}');
  console.log(`Monokle could not be measured: ${run.error?.message ?? run.stderr.trim().split('\n').at(-1) ?? 'no message'}`);
  return null;
}
