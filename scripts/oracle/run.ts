import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { defaultsOf } from '../../src/engine/scrape/simulate/populate.ts';
import { settingsOf } from '../../src/engine/scrape/simulate/settings.ts';
import type { Json, JsonMap } from '../../src/engine/yaml/index.ts';
import { printYaml } from '../../src/engine/yaml/index.ts';
import type { Binaries } from './binaries.ts';
import { differencesOf } from './compare.ts';
import { fileOf, fillShard, offline, without } from './config.ts';
import type { OurJob, OurPrometheus } from './ours.ts';
import { judge } from './promtool.ts';
import { targetsOf } from './server.ts';
import { mixesUp, sidesOf, withMetaOnly } from './theirs.ts';
import { nothing } from './types.ts';

export interface Result {
  jobs: number;
  active: number;
  dropped: number;
  differing: number;
}

/** Asks a real Prometheus about all jobs of one Prometheus object and prints every difference. */
export async function askAbout(ours: OurPrometheus, binaries: Binaries, print: (line: string) => void): Promise<Result> {
  const folder = mkdtempSync(join(tmpdir(), 'linkchain-oracle-'));
  const remove = () => rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  // A signal ends the program without coming back here.
  process.once('exit', remove);
  try {
    return await ask(ours, binaries, folder, print);
  } finally {
    process.off('exit', remove);
    remove();
  }
}

async function ask(ours: OurPrometheus, { prometheus, promtool, version }: Binaries, folder: string, print: (line: string) => void) {
  const result: Result = { jobs: ours.jobs.length, active: 0, dropped: 0, differing: 0 };
  print(`\n${ours.id}${ours.written === null ? '' : ` (asked as v${version}, written ${ours.written})`}`);
  if (ours.jobs.length === 0) print('  takes up nothing');
  if (ours.jobs.length === 0) return result;

  const whole = fillShard({ global: ours.global, scrape_configs: ours.jobs.map((j) => j.config) }, 0) as JsonMap;
  const unknown = new Set<string>();
  if (promtool === null) print('  promtool is not installed: the configuration is not checked');
  else {
    const verdict = judge(promtool, whole, ours.jobs, join(folder, 'generated.yml'));
    for (const field of verdict.unknown) unknown.add(field);
    for (const line of verdict.lines) print(`  ${line}`);
    if (verdict.refused !== null) {
      result.differing++;
      print(indented(verdict.refused));
    }
  }

  const files = new Map(ours.jobs.map((job, i) => [join(folder, `job-${i}.json`), job]));
  for (const [file, job] of files) writeFileSync(file, JSON.stringify(fileOf(job.raw, addedTo(job, ours.global))));
  const configs = [...files].map(([file, job]) => offline(fillShard(without(job.config, unknown), 0) as JsonMap, file));
  const config = join(folder, 'prometheus.yml');
  writeFileSync(config, printYaml({ global: ours.global, scrape_configs: configs as Json[] }));

  const expected = ours.jobs.reduce((sum, { side }) => sum + side.active.length + side.dropped.length, 0);
  const answer = await targetsOf(prometheus, config, folder, expected);
  const sides = sidesOf(answer, [...files.keys()]);
  const mixed = mixesUp(
    answer,
    ours.jobs.flatMap((job) => job.raw),
  );
  if (mixed) print('  this Prometheus shows discovered labels after its rules have run over them: of those only meta labels are compared');
  const width = Math.max(...ours.jobs.map((j) => j.name.length));
  print(`  ${'job'.padEnd(width)}  active ours/theirs  dropped ours/theirs`);
  for (const [file, job] of files) {
    const theirs = sides.get(file) ?? nothing();
    const differences = mixed ? differencesOf(withMetaOnly(job.side), withMetaOnly(theirs)) : differencesOf(job.side, theirs);
    result.active += theirs.active.length;
    result.dropped += theirs.dropped.length;
    if (differences.length > 0) result.differing++;
    const active = `${job.side.active.length}/${theirs.active.length}`.padStart(18);
    const dropped = `${job.side.dropped.length}/${theirs.dropped.length}`.padStart(19);
    print(`  ${job.name.padEnd(width)}  ${active}  ${dropped}  ${differences.length === 0 ? 'ok' : 'DIFFERS'}${notesOf(job)}`);
    for (const line of differences.slice(0, SHOWN)) print(`    ${line}`);
    if (differences.length > SHOWN) print(`    and ${differences.length - SHOWN} more`);
    for (const { labels, error } of job.rejected)
      print(`    rejected by Prometheus (${error}): ${labels.get('__address__') || 'without an address'}`);
  }
  return result;
}

/** Differences of one job beyond these are only counted. */
const SHOWN = 20;

const indented = (text: string): string => text.replace(/^/gm, '    ');

/** Labels that Prometheus puts on by itself, and that the file of raw targets therefore leaves out. */
function addedTo(job: OurJob, global: JsonMap): Map<string, string> {
  const settings = { ...settingsOf(null), interval: String(global['scrape_interval']), timeout: String(global['scrape_timeout']) };
  return new Map(defaultsOf(job.config, settings).labels);
}

function notesOf({ duplicates, undecided, elsewhere }: OurJob): string {
  const notes = [
    ...(duplicates > 0 ? [`${duplicates} equal another and are scraped once`] : []),
    ...(undecided > 0 ? [`${undecided} not asked: a rule decides over what only a running cluster knows`] : []),
    ...(elsewhere.length > 0 ? [`not asked: ${elsewhere.join(', ')} discovery`] : []),
  ];
  return notes.length > 0 ? `  (${notes.join('; ')})` : '';
}
