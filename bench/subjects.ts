import { parseAllDocuments } from 'yaml';
import { analyze } from '../src/engine/analyze.ts';
import type { SourceFile } from '../src/engine/ingest/index.ts';

/** What is measured: text in, something out. Every call starts from nothing. */
export const SUBJECTS = {
  'linkchain: text to chains': (files: readonly SourceFile[]) => analyze(files, { defaultNamespace: 'default' }),
  'yaml: parseAllDocuments alone': (files: readonly SourceFile[]) => files.map((file) => parseAllDocuments(file.text)),
} as const satisfies Record<string, (files: readonly SourceFile[]) => unknown>;

export type Subject = keyof typeof SUBJECTS;
export const isSubject = (name: string | undefined): name is Subject => name !== undefined && Object.hasOwn(SUBJECTS, name);
