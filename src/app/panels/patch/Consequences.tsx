import type { Preview } from '../../../engine/patch/index.ts';
import { useWords } from '../../state/hooks.ts';
import { SeverityIcon } from '../../ui/Mark.tsx';
import css from './PatchPanel.module.css';

/** What no diff shows: who can read the metrics now, what restarts. */
export function Consequences({ preview }: { preview: Preview }) {
  const words = useWords();
  if (preview.consequences.length === 0) return null;
  return (
    <section aria-labelledby="consequences-title">
      <h3 id="consequences-title" className={css['sub']}>
        {words('app', 'patch.consequences')}
      </h3>
      <ul className={css['lines']}>
        {preview.consequences.map((c, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a code may occur twice
          <li key={`${c.code}-${i}`} className={css['line']}>
            <SeverityIcon severity={c.severity} />
            <span>{words.code('patch', c.code, c.params)}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
