import { type Analysis, analyze } from '../../src/engine/analyze.ts';
import type { Chain } from '../../src/engine/chain/index.ts';
import { buildReport } from '../../src/engine/export/index.ts';
import { createReadCache, type SourceFile } from '../../src/engine/ingest/index.ts';

const SAY = { finding: (code: string) => code, problem: (code: string) => code };
const cache = createReadCache();

/** One cache for all proofs: they change a line at a time, and the rest is read once. */
export const analysed = (files: readonly SourceFile[], defaultNamespace = 'default'): Analysis =>
  analyze(files, { defaultNamespace }, cache);

/** One change: in this file, this text, which must stand there, becomes that. */
export type Edit = [path: string, from: string, to: string];

export function edited(files: readonly SourceFile[], ...edits: Edit[]): SourceFile[] {
  return edits.reduce<SourceFile[]>(
    (before, [path, from, to]) => {
      if (!before.some((f) => f.path === path && f.text.includes(from))) throw new Error(`${path} has no ${JSON.stringify(from)}`);
      return before.map((f) => (f.path === path ? { ...f, text: f.text.replace(from, () => to) } : f));
    },
    [...files],
  );
}

/** The findings as a compiler would print them: `error port-not-found exporter-monitor.yaml:16 - port: http`. */
export function said(analysis: Analysis, chain?: string): string[] {
  const line = (file: string, at: number) =>
    analysis.files
      .find((f) => f.path === file)
      ?.text.split('\n')
      [at - 1]?.trim();
  return buildReport(analysis, SAY)
    .findings.filter((f) => chain === undefined || f.chain === chain)
    .map(({ severity, code, evidence: [first] }) =>
      [severity, code, first ? `${first.file}:${first.line} ${line(first.file, first.line)}` : '-'].join(' '),
    );
}

export function chainOf(analysis: Analysis, id: string): Chain {
  const found = analysis.chains.find((c) => c.id === id);
  if (!found) throw new Error(`no chain ${id}; there are ${analysis.chains.map((c) => c.id).join(', ')}`);
  return found;
}
