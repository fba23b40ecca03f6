import { useState } from 'react';
import type { QueryFinding, RuleRow } from '../../../engine/queries/index.ts';
import { useSession, useWords } from '../../state/hooks.ts';
import { Icon } from '../../ui/Icon.tsx';
import { EvidenceList } from '../inspector/EvidenceList.tsx';
import css from './Rules.module.css';
import { advice, sentence } from './say.ts';

/** What a verdict looks like: a sign beside the word, never a colour alone. */
const SIGNS = { fed: 'ok', 'no-chain': 'broken', always: 'broken', dropped: 'partial', constant: 'info', unknown: 'incomplete' } as const;

/** One alert, recording rule, panel or variable: whether anything feeds it; opened, its expression, its chains, its lines. */
export function RuleEntry({ row, findings }: { row: RuleRow; findings: readonly QueryFinding[] }) {
  const words = useWords();
  const [open, setOpen] = useState(false);
  return (
    <details className={css['entry']} open={open} onToggle={(e) => setOpen(e.currentTarget.open)}>
      <summary className={css['summary']}>
        <span className={css['verdict']} data-verdict={row.verdict}>
          <Icon name={SIGNS[row.verdict]} size={14} /> {words('queries', `short.${row.verdict}`)}
        </span>
        <span className={css['name']}>{row.name || row.expr.slice(0, 60)}</span>
        <span className={css['quiet']}>
          {words('queries', `form.${row.form}`)} · {row.group}
        </span>
      </summary>
      {open && (
        <div className={css['opened']}>
          {findings.map((f) => (
            <p key={f.code + f.item}>
              {sentence(words, f)} <span className={css['quiet']}>{advice(words, f)}</span>
            </p>
          ))}
          {row.error && <p>{words('queries', `error.${row.error}`)}</p>}
          <pre className={css['expr']}>{row.expr}</pre>
          <Chains ids={row.chains} title={words('queries', 'chains', { count: row.chains.length })} />
          {row.chains.length === 0 && <Chains ids={row.maybe} title={words('queries', 'maybe')} />}
          <EvidenceList ats={[row.at]} moment="before" />
        </div>
      )}
    </details>
  );
}

/** More than a few chains say nothing more. */
const MOST = 8;

function Chains({ ids, title }: { ids: readonly string[]; title: string }) {
  const words = useWords();
  const session = useSession();
  if (ids.length === 0) return null;
  return (
    <div>
      <p className={css['quiet']}>{title}</p>
      <ul className={css['chains']}>
        {ids.slice(0, MOST).map((chain) => (
          <li key={chain}>
            <button
              type="button"
              className={css['chain']}
              onClick={() => session.look({ chain, tab: 'chain', pane: 'main', selection: null })}
            >
              {chain}
            </button>
          </li>
        ))}
        {ids.length > MOST && <li className={css['quiet']}>{words('queries', 'more', { count: ids.length - MOST })}</li>}
      </ul>
    </div>
  );
}
