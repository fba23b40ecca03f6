import { Skeleton } from '@mantine/core';
import type { RuleRow } from '../../../engine/queries/index.ts';
import { useWords } from '../../state/hooks.ts';
import { useAsk } from '../../state/useAsk.ts';
import { RuleEntry } from './RuleEntry.tsx';
import css from './Rules.module.css';

/** Entries drawn at once; the list of all rules has a filter. */
const MOST = 100;

/** The rules and panels that the chosen chain feeds, and those that were probably meant to be fed by it. */
export function ChainRules({ chain }: { chain: string }) {
  const words = useWords();
  const answer = useAsk('rules');
  if (answer === undefined) return <Skeleton height={240} m={12} width="auto" aria-label={words('queries', 'loading')} />;
  const fed = answer.rows.filter((r) => r.chains.includes(chain));
  const maybe = answer.rows.filter((r) => !r.chains.includes(chain) && r.maybe.includes(chain));
  return (
    <div className={css['body']}>
      {fed.length === 0 && maybe.length === 0 && <p>{words('queries', answer.rows.length === 0 ? 'none' : 'feeds.none')}</p>}
      <Group title={words('queries', 'feeds', { count: fed.length })} rows={fed} />
      <Group title={words('queries', 'feeds.maybe', { count: maybe.length })} rows={maybe} />
    </div>
  );
}

function Group({ title, rows }: { title: string; rows: readonly RuleRow[] }) {
  const words = useWords();
  if (rows.length === 0) return null;
  return (
    <section aria-label={title}>
      <h3 className={css['sub']}>{title}</h3>
      <ul className={css['entries']}>
        {rows.slice(0, MOST).map((row) => (
          <li key={row.id}>
            <RuleEntry row={row} findings={[]} />
          </li>
        ))}
      </ul>
      {rows.length > MOST && <p className={css['quiet']}>{words('queries', 'more', { count: rows.length - MOST })}</p>}
    </section>
  );
}
