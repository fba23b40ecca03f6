import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

export interface Binaries {
  prometheus: string;
  /** The one beside it, else whichever is installed; null: none. */
  promtool: string | null;
  /** `2.42.0` */
  version: string;
}

/** null: there is no Prometheus under that name. */
export function binariesOf(prometheus: string): Binaries | null {
  const version = versionOf(prometheus);
  if (version === null) return null;
  const beside = join(dirname(prometheus), 'promtool');
  const promtool = prometheus.includes('/') && existsSync(beside) ? beside : 'promtool';
  return { prometheus, promtool: versionOf(promtool) === null ? null : promtool, version };
}

function versionOf(program: string): string | null {
  const { stdout, stderr, status } = spawnSync(program, ['--version'], { encoding: 'utf8' });
  return status === 0 ? (/version (\d+\.\d+\.\d+(?:-[\w.]+)?)/.exec(`${stdout}${stderr}`)?.[1] ?? null) : null;
}
