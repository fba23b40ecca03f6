import type { Analysis } from './analyze.ts';
import type { Exported, ExportFormat } from './api.ts';
import { type Beside, buildReport, type Form, formFiles, multiDocument, type Say, zipFiles } from './export/index.ts';
import type { SourceFile } from './ingest/index.ts';
import { allFindings } from './lint/index.ts';
import { type Goal, previewGoals } from './patch/index.ts';
import { scrapeConfigs } from './targets.ts';

/** The engine knows no language: who saves the report words its messages from codes and params. */
const CODES: Say = { finding: (code) => code, problem: (code) => code };

const reportOf = (analysis: Analysis) => buildReport(analysis, CODES, allFindings(analysis));

const MIME: Readonly<Record<Form, string>> = {
  diff: 'text/x-diff',
  json6902: 'application/json',
  kustomize: 'application/yaml',
  kubectl: 'application/x-sh',
  rollback: 'application/zip',
  values: 'application/yaml',
  jsonnet: 'text/plain',
};

/** Files that a kustomization may list: fragments and settings are none of them. */
export function besideOf({ files, ingested }: Pick<Analysis, 'files' | 'ingested'>): Beside {
  const fragments = new Set(ingested.problems.filter((p) => p.code === 'fragment-ignored').map((p) => p.file));
  const holding = ingested.files.filter((f) => f.objects > 0 && (f.status === 'used' || f.status === 'partly') && !fragments.has(f.path));
  return { resources: holding.map((f) => f.path), paths: files.map((f) => f.path) };
}

/** What is saved: the sources, the texts the goals make of them, and how to look into those. */
export interface Work {
  current: Analysis;
  after: readonly SourceFile[];
  goals: Goal[];
  run: (files: readonly SourceFile[]) => Analysis;
}

/** The sources as the goals leave them, in one of the formats a user saves; `file`: the path wanted by the format of that name. */
export function exported({ current, after, goals, run }: Work, format: ExportFormat, file?: string): Exported | { refused: string } {
  const text = (name: string, mime: string, content: string): Exported => ({ name, mime, bytes: new TextEncoder().encode(content) });
  const before = new Map(current.files.map((f) => [f.path, f.text]));
  const changed = after.filter((f) => before.get(f.path) !== f.text);
  switch (format) {
    case 'file': {
      const wanted = after.find((f) => f.path === file);
      return wanted ? text(wanted.path.split('/').at(-1) ?? wanted.path, 'application/yaml', wanted.text) : { refused: 'no-such-file' };
    }
    case 'files-changed':
      return changed.length > 0
        ? { name: 'linkchain-patched.zip', mime: 'application/zip', bytes: zipFiles(changed) }
        : { refused: 'nothing-changed' };
    case 'multidoc':
      return text('linkchain.yaml', 'application/yaml', multiDocument(after));
    case 'diff':
    case 'json6902':
    case 'kustomize':
    case 'kubectl':
    case 'rollback':
    case 'values':
    case 'jsonnet': {
      const made = formFiles(format, previewGoals(current.files, goals, run).changes, besideOf(current));
      const [only] = made;
      if (!only) return { refused: 'nothing-changed' };
      if (made.length === 1) return text(only.path, MIME[format], only.text);
      return { name: `linkchain-${format}.zip`, mime: 'application/zip', bytes: zipFiles(made) };
    }
    case 'scrape-config':
      return text('scrape-configs.yaml', 'application/yaml', scrapeConfigs(run(after)));
    case 'report':
      return text('linkchain-report.json', 'application/json', `${JSON.stringify(reportOf(run(after)), null, 2)}\n`);
  }
}
