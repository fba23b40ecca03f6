import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { type Json, type JsonMap, printYaml } from '../../src/engine/yaml/index.ts';
import { unknownFields, without } from './config.ts';
import type { OurJob } from './ours.ts';

interface Checked {
  /** What promtool has against the configuration; null: nothing. */
  refused: string | null;
  /** Fields this build or version does not know, left out for the check. */
  unknown: string[];
}

/** `promtool check config --syntax-only` on a configuration, without the fields its Prometheus does not know. */
function check(promtool: string, config: Json, file: string): Checked {
  const unknown = new Set<string>();
  for (;;) {
    writeFileSync(file, printYaml(without(config, unknown)));
    const { status, stdout, stderr } = spawnSync(promtool, ['check', 'config', '--syntax-only', file], { encoding: 'utf8' });
    const said = `${stdout}${stderr}`;
    const more = unknownFields(said).filter((name) => !unknown.has(name));
    if (status === 0 || more.length === 0) return { refused: status === 0 ? null : said.trim(), unknown: [...unknown] };
    for (const name of more) unknown.add(name);
  }
}

/** promtool gives up on a target for which a running Prometheus only reports an error. */
const ONE_TARGET = /FAILED: instance \d+ in group /;

export interface Judged extends Checked {
  lines: string[];
}

/** What promtool makes of a generated configuration, in lines to print; a target that we reject as well is no surprise. */
export function judge(promtool: string, config: JsonMap, jobs: readonly OurJob[], file: string): Judged {
  let checked = check(promtool, config, file);
  const lines: string[] = [];
  const rejecting = new Set(jobs.filter((job) => job.rejected.length > 0).map((job) => job.name));
  if (checked.refused !== null && ONE_TARGET.test(checked.refused) && rejecting.size > 0) {
    lines.push(`promtool refuses a target that is rejected here too; checked again without those of ${[...rejecting].join(', ')}`);
    checked = check(promtool, withoutTargets(config, rejecting), file);
  }
  const left = checked.unknown.length > 0 ? ` (without ${checked.unknown.join(', ')}, which it does not know)` : '';
  lines.push(`promtool check config --syntax-only: ${checked.refused === null ? 'SUCCESS' : 'FAILED'}${left}`);
  return { ...checked, lines };
}

function withoutTargets(config: JsonMap, names: ReadonlySet<string>): JsonMap {
  const jobs = Array.isArray(config['scrape_configs']) ? config['scrape_configs'] : [];
  const fields = new Set(['static_configs']);
  const isNamed = (job: Json) => typeof job === 'object' && job !== null && !Array.isArray(job) && names.has(String(job['job_name']));
  return { ...config, scrape_configs: jobs.map((job) => (isNamed(job) ? without(job, fields) : job)) };
}
