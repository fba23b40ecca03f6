// `npm run oracle [-- --prometheus BIN] [PATH...]`: our targets against those a real Prometheus makes of the same configuration.
import { parseArgs } from 'node:util';
import { readPaths } from '../../src/cli/input.ts';
import { loadParts } from '../../src/engine/scrape/index.ts';
import { binariesOf } from './binaries.ts';
import { ourView } from './ours.ts';
import { askAbout } from './run.ts';

const OWN = [...['base', 'proxy-rights', 'shipped'].map((folder) => `src/app/samples/${folder}`), 'scripts/oracle/examples'];

const { values, positionals } = parseArgs({
  options: { prometheus: { type: 'string', default: process.env['PROMETHEUS'] ?? 'prometheus' } },
  allowPositionals: true,
});
// Whatever ends this program ends the Prometheus it started.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => process.exit(130));
process.exitCode = await main(positionals.length > 0 ? positionals : OWN);

async function main(paths: readonly string[]): Promise<number> {
  const binaries = binariesOf(values.prometheus);
  if (binaries === null) {
    console.error(`${values.prometheus} is no Prometheus. Install one (Debian and Ubuntu: apt install prometheus), or unpack a release of`);
    console.error('Prometheus and name its program with --prometheus BIN.');
    return 2;
  }
  const input = await readPaths(paths, { stdin: async () => new Uint8Array() });
  for (const { path, detail } of input.unreadable) console.error(`${path}: ${detail}`);
  await loadParts();
  const views = ourView(input.files, binaries.version);
  if (views.length === 0) {
    console.error('The input holds no Prometheus object, so there is nothing to ask about.');
    return 2;
  }
  console.log(`Prometheus ${binaries.version}`);
  const total = { jobs: 0, active: 0, dropped: 0, differing: 0 };
  for (const view of views) {
    const result = await askAbout(view, binaries, console.log);
    for (const key of Object.keys(total) as (keyof typeof total)[]) total[key] += result[key];
  }
  const { jobs, active, dropped, differing } = total;
  console.log(`\n${jobs} jobs, ${active} active and ${dropped} dropped targets, ${differing} ${differing === 1 ? 'difference' : 'differ'}`);
  return differing === 0 ? 0 : 1;
}
