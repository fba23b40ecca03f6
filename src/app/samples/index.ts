import type { SourceFile } from '../../engine/ingest/index.ts';

/** A built-in installation to look at without having one's own. `titleKey` and `aboutKey` are keys of words/samples.ts. */
export interface Sample {
  id: 'shipped' | 'obvious-edit' | 'repaired';
  titleKey: `${Sample['id']}.title`;
  aboutKey: `${Sample['id']}.about`;
  files: SourceFile[];
}

// This module is itself loaded on demand, so the texts can be part of it.
const texts = import.meta.glob<string>('./*/**/*.yaml', { query: '?raw', import: 'default', eager: true });

/** Folders that make up a sample: its own, the rights of a token-checking proxy, and what all of them share. */
function sample(id: Sample['id'], ...folders: string[]): Sample {
  const files = [id, ...folders].flatMap((folder) =>
    Object.entries(texts)
      .filter(([path]) => path.startsWith(`./${folder}/`))
      // Paths as a user would drop them: the folder that only sorts the samples is cut off.
      .map(([path, text]): SourceFile => ({ path: path.slice(folder.length + 3), text, origin: { kind: 'sample', sample: id } })),
  );
  return { id, titleKey: `${id}.title`, aboutKey: `${id}.about`, files: files.sort((a, b) => (a.path < b.path ? -1 : 1)) };
}

export const SAMPLES: readonly Sample[] = [
  sample('shipped', 'proxy-rights', 'base'),
  sample('obvious-edit', 'proxy-rights', 'base'),
  sample('repaired', 'base'),
];
