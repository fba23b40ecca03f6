import { Skeleton, TextInput } from '@mantine/core';
import { lazy, Suspense, useDeferredValue, useMemo, useState } from 'react';
import type { Problem } from '../../../engine/ingest/index.ts';
import { rested } from '../../state/breathe.ts';
import { useAnswers, useInput, useSession, useView, useWords } from '../../state/hooks.ts';
import { VirtualList } from '../../ui/VirtualList.tsx';
import { FileEntry } from './FileEntry.tsx';
import css from './FilesView.module.css';
import { FolderEntry } from './FolderEntry.tsx';
import { NamespaceInput } from './NamespaceInput.tsx';
import { OperatorInput } from './OperatorInput.tsx';
import { ProblemList } from './ProblemList.tsx';
import { type TreeRow, treeOf } from './tree.ts';

const Editor = lazy(() => rested(import('./Editor.tsx')));

/** What was put in: each file with what it is for, what could not be read and why. */
export function FilesView() {
  const words = useWords();
  const session = useSession();
  const summary = useDeferredValue(
    useAnswers((a) => a.summary),
    null,
  );
  const unpackProblems = useAnswers((a) => a.unpackProblems);
  const known = useInput((i) => i.files);
  const [text, setText] = useState('');
  const problems = useMemo(() => groupByFile([...(summary?.problems ?? []), ...unpackProblems]), [summary, unpackProblems]);
  const [closed, setClosed] = useState<ReadonlySet<string>>(NOT_ONE);
  const rows = useMemo(() => {
    const wanted = text.toLowerCase();
    const found = (summary?.files ?? []).filter(
      (f) => f.path.toLowerCase().includes(wanted) || f.roles.some((r) => r.object.toLowerCase().includes(wanted)),
    );
    // What was searched for is shown wherever it lies.
    return treeOf(found, wanted === '' ? closed : NOT_ONE);
  }, [summary, text, closed]);
  const toggle = (path: string) =>
    setClosed(closed.has(path) ? new Set([...closed].filter((p) => p !== path)) : new Set([...closed, path]));
  const paths = useMemo(() => new Set(known.map((f) => f.path)), [known]);
  const lost = unpackProblems.filter((p) => !paths.has(p.file));
  const counts = summary?.counts;
  const editing = useView((v) => v.editing);
  // An editor needs the room; what is set and filtered here comes back when it is closed.
  const edited = editing !== null && paths.has(editing.path) ? editing : null;
  return (
    <section className={css['files']} aria-labelledby="files-title">
      <div className={css['head']}>
        <div>
          <h2 id="files-title" className={css['title']}>
            {words('app', 'files.title')}
          </h2>
          {counts && (
            <p className={css['quiet']}>
              {words('app', 'files.count', { count: counts.files })} · {words('app', 'files.documents', { count: counts.documents })} ·{' '}
              {words('app', 'files.objects', { count: counts.objects })}
            </p>
          )}
        </div>
        {!edited && (
          <>
            <TextInput
              type="search"
              aria-label={words('app', 'files.filter')}
              placeholder={words('app', 'files.filter')}
              value={text}
              onChange={(e) => setText(e.currentTarget.value)}
            />
            <NamespaceInput />
            <OperatorInput />
          </>
        )}
      </div>
      {lost.length > 0 && (
        <div className={css['lost']}>
          <h3 className={css['sub']}>{words('app', 'files.lost')}</h3>
          <ProblemList problems={lost} withFile />
        </div>
      )}
      {edited ? (
        <Suspense fallback={<Skeleton height={200} m={12} width="auto" />}>
          <Editor editing={edited} onGo={(to) => session.look({ editing: to })} onClose={() => session.look({ editing: null })} />
        </Suspense>
      ) : (
        <VirtualList
          items={rows}
          keyOf={keyOf}
          label={words('app', 'files.title')}
          rowHeight={72}
          render={(row) => (
            <div style={{ paddingInlineStart: row.depth * 18 }}>
              {row.kind === 'folder' ? (
                <FolderEntry folder={row} onToggle={toggle} />
              ) : (
                <FileEntry file={row.file} problems={problems.get(row.file.path) ?? NONE} />
              )}
            </div>
          )}
        />
      )}
    </section>
  );
}

const NONE: readonly Problem[] = [];
const NOT_ONE: ReadonlySet<string> = new Set();
const keyOf = (row: TreeRow): string => (row.kind === 'folder' ? `folder ${row.path}` : row.file.path);

function groupByFile(problems: readonly Problem[]): Map<string, Problem[]> {
  const out = new Map<string, Problem[]>();
  for (const p of problems) {
    const list = out.get(p.file);
    if (list) list.push(p);
    else out.set(p.file, [p]);
  }
  return out;
}
