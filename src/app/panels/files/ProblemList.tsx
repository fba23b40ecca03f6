import type { Problem } from '../../../engine/ingest/index.ts';
import { useWords } from '../../state/hooks.ts';
import { SeverityIcon } from '../../ui/Mark.tsx';
import css from './FilesView.module.css';

const MOST = 20;

/** What could not be read: line, column and a plain sentence. A flood is cut, and says so. */
export function ProblemList({ problems, withFile = false }: { problems: readonly Problem[]; withFile?: boolean }) {
  const words = useWords();
  return (
    <ul className={css['problems']}>
      {problems.slice(0, MOST).map((p, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the same problem may stand twice on a line
        <li key={`${p.line}:${p.column}:${p.code}:${i}`} className={css['problem']}>
          <SeverityIcon severity={p.severity} />
          <span>
            <code>{withFile ? `${p.file}:${p.line}:${p.column}` : `${p.line}:${p.column}`}</code> {words.code('problems', p.code, p.params)}
          </span>
        </li>
      ))}
      {problems.length > MOST && <li className={css['quiet']}>{words('app', 'file.moreProblems', { count: problems.length - MOST })}</li>}
    </ul>
  );
}
