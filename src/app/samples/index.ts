import type { SourceFile } from '../../engine/ingest/index.ts';

/** A built-in installation to look at without having one's own. `titleKey` and `aboutKey` are keys of words/samples.ts. */
export interface Sample {
  id: string;
  titleKey: 'shipped.title' | 'obvious-edit.title' | 'repaired.title';
  aboutKey: 'shipped.about' | 'obvious-edit.about' | 'repaired.about';
  load(): Promise<SourceFile[]>;
}

export const SAMPLES: readonly Sample[] = [
  {
    id: 'shipped',
    titleKey: 'shipped.title',
    aboutKey: 'shipped.about',
    load: async () => files('shipped', (await import('./shipped.ts')).texts),
  },
  {
    id: 'obvious-edit',
    titleKey: 'obvious-edit.title',
    aboutKey: 'obvious-edit.about',
    load: async () => files('obvious-edit', (await import('./obviousEdit.ts')).texts),
  },
  {
    id: 'repaired',
    titleKey: 'repaired.title',
    aboutKey: 'repaired.about',
    load: async () => files('repaired', (await import('./repaired.ts')).texts),
  },
];

/** Paths as a user would drop them: the folder that only sorts the samples is cut off. */
function files(sample: string, texts: Record<string, string>): SourceFile[] {
  return Object.entries(texts)
    .map(([path, text]): SourceFile => ({ path: path.replace(/^\.\/[^/]+\//, ''), text, origin: { kind: 'sample', sample } }))
    .sort((a, b) => (a.path < b.path ? -1 : 1));
}
