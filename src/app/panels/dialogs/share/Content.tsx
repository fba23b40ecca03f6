import { MASKS, type ShareContent } from '../../../../engine/share/index.ts';
import { readable } from '../../../../words/index.ts';
import { useWords } from '../../../state/hooks.ts';
import css from '../Dialogs.module.css';

/** Objects that are listed by name; more are counted. */
const MOST = 300;

/** Exactly what leaves, and what stays. */
export function Content({ sent: { state, objects, withheld, masked } }: { sent: ShareContent }) {
  const words = useWords();
  const counts = masked
    ? MASKS.filter((m) => masked.counts[m] > 0).map((m) => words('app', `share.masked.${m}`, { count: masked.counts[m] }))
    : [];
  return (
    <section aria-labelledby="share-holds">
      <h3 id="share-holds" className={css['quiet']}>
        {words('app', 'share.holds', { count: objects.length })}
        {counts.length > 0 && ` · ${words('app', 'share.masked', { what: counts.join(', ') })}`}
      </h3>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keys */}
      <ul className={css['list']} tabIndex={0} aria-labelledby="share-holds">
        {objects.slice(0, MOST).map((id) => (
          <li key={id}>
            <code>{readable(id)}</code>
          </li>
        ))}
        {objects.length > MOST && <li>{words('app', 'file.more', { count: objects.length - MOST })}</li>}
        {state.goals.map((g) => (
          <li key={g.chain + g.goal}>
            <code>{readable(`${g.chain} → ${g.goal}`)}</code>
          </li>
        ))}
      </ul>
      {withheld.length > 0 && <p className={css['quiet']}>{words('share', 'withheld', { count: withheld.length })}</p>}
      {masked && masked.kept.length > 0 && <p className={css['quiet']}>{words('app', 'share.kept', { names: masked.kept.join(', ') })}</p>}
    </section>
  );
}
