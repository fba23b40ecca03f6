import { type Ingested, type IngestOptions, ingest } from '../../src/engine/ingest/index.ts';
import { isEager } from '../../src/engine/objects/index.ts';

export type Files = Record<string, string>;
export const take = (files: string | Files, options: Partial<IngestOptions> = {}): Ingested =>
  ingest(
    Object.entries(typeof files === 'string' ? { 'a.yaml': files } : files).map(([path, text]) => ({ path, text })),
    { defaultNamespace: 'default', eager: isEager, ...options },
  );
/** `a.yaml:1:1 code` */
export const problems = (files: string | Files): string[] => take(files).problems.map((p) => `${p.file}:${p.line}:${p.column} ${p.code}`);

export const object = (kind: string, name: string, rest = '', apiVersion = 'v1'): string =>
  `apiVersion: ${apiVersion}\nkind: ${kind}\nmetadata: {name: ${name}}\n${rest}`;
export const service = (name: string, port = 80): string => object('Service', name, `spec: {ports: [{port: ${port}}]}\n`);
