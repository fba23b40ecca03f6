import { NativeSelect, Skeleton, TextInput } from '@mantine/core';
import { useDeferredValue, useMemo, useState } from 'react';
import type { QueryFinding, RuleRow } from '../../../engine/queries/index.ts';
import { useWords } from '../../state/hooks.ts';
import { useAsk } from '../../state/useAsk.ts';
import { SeverityIcon } from '../../ui/Mark.tsx';
import { VirtualList } from '../../ui/VirtualList.tsx';
import { RuleEntry } from './RuleEntry.tsx';
import css from './Rules.module.css';
import { advice, sentence } from './say.ts';

/** What can never have a result stands on top. */
const ORDER = ['no-chain', 'always', 'dropped', 'unknown', 'fed', 'constant'] as const;
const NONE: readonly QueryFinding[] = [];

/** All rules and dashboards of the input: which chains feed them, and which nobody can. */
export default function RulesPane() {
  const words = useWords();
  const answer = useAsk('rules');
  const [text, setText] = useState('');
  const [verdict, setVerdict] = useState<RuleRow['verdict'] | ''>('');
  const wanted = useDeferredValue(text.toLowerCase());
  const rows = useMemo(
    () =>
      (answer?.rows ?? [])
        .filter(
          (r) => (verdict === '' || r.verdict === verdict) && `${r.name} ${r.group} ${r.object} ${r.expr}`.toLowerCase().includes(wanted),
        )
        .sort((a, b) => ORDER.indexOf(a.verdict) - ORDER.indexOf(b.verdict)),
    [answer, verdict, wanted],
  );
  const byItem = useMemo(() => grouped(answer?.findings ?? []), [answer]);
  if (answer === undefined) return <Skeleton height={240} m={16} width="auto" aria-label={words('queries', 'loading')} />;
  const whole = answer.findings.filter((f) => f.item === null);
  return (
    <section className={css['pane']} aria-labelledby="rules-title">
      <div className={css['head']}>
        <div>
          <h2 id="rules-title" className={css['title']}>
            {words('queries', 'title')}
          </h2>
          <p className={css['quiet']}>{answer.rows.length === 0 ? words('queries', 'none') : counts(answer.rows, words)}</p>
        </div>
        <TextInput
          type="search"
          aria-label={words('queries', 'filter')}
          placeholder={words('queries', 'filter')}
          value={text}
          onChange={(e) => setText(e.currentTarget.value)}
        />
        <NativeSelect
          aria-label={words('queries', 'verdict.label')}
          value={verdict}
          onChange={(e) => setVerdict(e.currentTarget.value as typeof verdict)}
          data={[
            { value: '', label: words('queries', 'verdict.any') },
            ...ORDER.map((v) => ({ value: v, label: words('queries', `short.${v}`) })),
          ]}
        />
      </div>
      {whole.length > 0 && (
        <ul className={css['whole']} aria-label={words('queries', 'objects')}>
          {whole.map((f) => (
            <li key={f.code + f.object}>
              <SeverityIcon severity={f.severity} /> {sentence(words, f)} <span className={css['quiet']}>{advice(words, f)}</span>
            </li>
          ))}
        </ul>
      )}
      <VirtualList
        items={rows}
        keyOf={(r) => r.id}
        label={words('queries', 'title')}
        rowHeight={44}
        render={(row) => <RuleEntry row={row} findings={byItem.get(row.id) ?? NONE} />}
      />
    </section>
  );
}

function grouped(findings: readonly QueryFinding[]): Map<string, QueryFinding[]> {
  const out = new Map<string, QueryFinding[]>();
  for (const f of findings) out.set(f.item ?? '', [...(out.get(f.item ?? '') ?? []), f]);
  return out;
}

const counts = (rows: readonly RuleRow[], words: ReturnType<typeof useWords>): string =>
  ORDER.flatMap((v) => {
    const count = rows.filter((r) => r.verdict === v).length;
    return count === 0 ? [] : [`${count} ${words('queries', `short.${v}`)}`];
  }).join(' · ');
