import type { SourceFile } from '../../src/engine/ingest/index.ts';
import { type Json, readValue, splitDocuments } from '../../src/engine/yaml/index.ts';

const documents = (files: readonly SourceFile[]): string[] => files.flatMap((f) => splitDocuments(f.text).map((d) => d.text));
const value = (text: string): Json => readValue(text).value ?? null;

/** A document as an item of a block list: its first key behind the dash, everything else indented. */
function item(text: string): string {
  let dashed = false;
  const lines = text.trimEnd().split('\n');
  return lines
    .map((line) => {
      const isFirst = !dashed && line.trim() !== '' && !line.trimStart().startsWith('#');
      dashed ||= isFirst;
      return line === '' ? '' : `${isFirst ? '- ' : '  '}${line}`;
    })
    .join('\n');
}

/** The same objects as people keep them: in files of their own, in one, in Lists, from Windows, as JSON. */
export const FORMS: Readonly<Record<string, (files: readonly SourceFile[]) => SourceFile[]>> = {
  'as they are': (files) => [...files],
  'with CRLF': (files) => files.map((f) => ({ ...f, text: f.text.replaceAll('\n', '\r\n') })),
  'in one file': (files) => [{ path: 'all.yaml', text: documents(files).join('---\n') }],
  'in a List': (files) => [{ path: 'list.yaml', text: `apiVersion: v1\nkind: List\nitems:\n${documents(files).map(item).join('\n')}\n` }],
  'without a last line break': (files) => files.map((f) => ({ ...f, text: f.text.trimEnd() })),
  'as JSON': (files) => documents(files).map((text, i) => ({ path: `${i}.json`, text: `${JSON.stringify(value(text), null, 2)}\n` })),
  'as a JSON List': (files) => [
    { path: 'list.json', text: JSON.stringify({ apiVersion: 'v1', kind: 'List', items: documents(files).map(value) }) },
  ],
};
