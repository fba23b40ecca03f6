import { Skeleton, TextInput } from '@mantine/core';
import { lazy, Suspense, useDeferredValue, useMemo, useState } from 'react';
import type { FileView } from '../../../engine/api.ts';
import type { Problem } from '../../../engine/ingest/index.ts';
import { useAnswers, useInput, useView, useWords } from '../../state/hooks.ts';
import { VirtualList } from '../../ui/VirtualList.tsx';
import { FileEntry } from './FileEntry.tsx';
import css from './FilesView.module.css';
import { NamespaceInput } from './NamespaceInput.tsx';
import { OperatorInput } from './OperatorInput.tsx';
import { ProblemList } from './ProblemList.tsx';

const Editor = lazy(() => import('./Editor.tsx'));

/** Trouble first, then what is used, then what is not. */
const ORDER: Record<FileView['status'], number> = { failed: 0, partly: 1, used: 2, empty: 3, ignored: 4 };

/** What was put in: each file with what it is for, what could not be read and why. */
export function FilesView() {
  const words = useWords();
  const summary = useDeferredValue(
    useAnswers((a) => a.summary),
    null,
  );
  const unpackProblems = useAnswers((a) => a.unpackProblems);
  const known = useInput((i) => i.files);
  const [text, setText] = useState('');
  const problems = useMemo(() => groupByFile([...(summary?.problems ?? []), ...unpackProblems]), [summary, unpackProblems]);
  const files = useMemo(() => {
    const wanted = text.toLowerCase();
    return (summary?.files ?? [])
      .filter((f) => f.path.toLowerCase().includes(wanted) || f.roles.some((r) => r.object.toLowerCase().includes(wanted)))
      .sort((a, b) => ORDER[a.status] - ORDER[b.status] || (a.path < b.path ? -1 : 1));
  }, [summary, text]);
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
          <Editor editing={edited} />
        </Suspense>
      ) : (
        <VirtualList
          items={files}
          keyOf={(f) => f.path}
          label={words('app', 'files.title')}
          rowHeight={72}
          render={(file) => <FileEntry file={file} problems={problems.get(file.path) ?? NONE} />}
        />
      )}
    </section>
  );
}

const NONE: readonly Problem[] = [];

function groupByFile(problems: readonly Problem[]): Map<string, Problem[]> {
  const out = new Map<string, Problem[]>();
  for (const p of problems) {
    const list = out.get(p.file);
    if (list) list.push(p);
    else out.set(p.file, [p]);
  }
  return out;
}
