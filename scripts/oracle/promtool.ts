import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import type { Json } from '../../src/engine/yaml/index.ts';
import { printYaml } from '../../src/engine/yaml/index.ts';
import { unknownFields, without } from './config.ts';

export interface Checked {
  /** What promtool has against the configuration; null: nothing. */
  refused: string | null;
  /** Fields this build or version does not know, left out for the check. */
  unknown: string[];
}

/** `promtool check config --syntax-only` on a configuration, without the fields its Prometheus does not know. */
export function check(promtool: string, config: Json, file: string): Checked {
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
