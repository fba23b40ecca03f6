import type { FileView } from '../../../engine/api.ts';

/** A line of the tree: a folder with what is under it, or a file. `depth`: folders above it. */
export type TreeRow =
  | { kind: 'folder'; path: string; name: string; depth: number; files: number; troubled: number; open: boolean }
  | { kind: 'file'; file: FileView; depth: number };

/** Trouble first, then what is used, then what is not. */
const ORDER: Record<FileView['status'], number> = { failed: 0, partly: 1, used: 2, empty: 3, ignored: 4 };
const isTroubled = (file: FileView): boolean => ORDER[file.status] < ORDER.used;

interface Folder {
  path: string;
  name: string;
  folders: Map<string, Folder>;
  files: FileView[];
  count: number;
  troubled: number;
}
const emptyFolder = (path: string, name: string): Folder => ({ path, name, folders: new Map(), files: [], count: 0, troubled: 0 });

/** Files under their folders, at every level trouble first; a folder that holds nothing but a folder is one line with it. */
export function treeOf(files: readonly FileView[], closed: ReadonlySet<string>): TreeRow[] {
  const root = emptyFolder('', '');
  for (const file of files) {
    let at = root;
    for (const name of file.path.split('/').slice(0, -1)) {
      count(at, file);
      const next = at.folders.get(name) ?? emptyFolder(at.path === '' ? name : `${at.path}/${name}`, name);
      at.folders.set(name, next);
      at = next;
    }
    count(at, file);
    at.files.push(file);
  }
  return rowsOf(root, 0, closed);
}

function count(folder: Folder, file: FileView): void {
  folder.count++;
  if (isTroubled(file)) folder.troubled++;
}

function rowsOf(folder: Folder, depth: number, closed: ReadonlySet<string>): TreeRow[] {
  const folders = [...folder.folders.values()].map(joined);
  folders.sort((a, b) => Number(b.troubled > 0) - Number(a.troubled > 0) || compare(a.name, b.name));
  const files = folder.files.toSorted((a, b) => ORDER[a.status] - ORDER[b.status] || compare(a.path, b.path));
  return [
    ...folders.flatMap((f): TreeRow[] => {
      const open = !closed.has(f.path);
      const head = { kind: 'folder', path: f.path, name: f.name, depth, files: f.count, troubled: f.troubled, open } as const;
      return [head, ...(open ? rowsOf(f, depth + 1, closed) : [])];
    }),
    ...files.map((file): TreeRow => ({ kind: 'file', file, depth })),
  ];
}

/** `manifests/setup`, where there is nothing beside it. */
function joined(folder: Folder): Folder {
  const [only, ...others] = folder.folders.values();
  if (!only || others.length > 0 || folder.files.length > 0) return folder;
  const below = joined(only);
  return { ...below, name: `${folder.name}/${below.name}` };
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
