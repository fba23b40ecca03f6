import { NativeSelect, Skeleton, TextInput } from '@mantine/core';
import { useDeferredValue, useMemo } from 'react';
import type { Finding, Severity } from '../../../engine/checks/index.ts';
import { findingText } from '../../../words/findings.ts';
import type { Words } from '../../../words/index.ts';
import { useSession, useView, useWords } from '../../state/hooks.ts';
import { useAsk } from '../../state/useAsk.ts';
import { VirtualList } from '../../ui/VirtualList.tsx';
import { FindingEntry } from './FindingEntry.tsx';
import css from './Findings.module.css';

const SEVERITIES: readonly Severity[] = ['error', 'warning', 'info'];
/** Findings whose first line is looked up at once; filters lead to the rest. */
const PLACED = 400;

interface Row {
  id: string;
  finding: Finding;
  text: string;
  haystack: string;
}

/** Everything that is to be said of the input, the worst first: by severity, by code, by text. */
export default function FindingsPane() {
  const words = useWords();
  const session = useSession();
  const filter = useView((v) => v.findings);
  const wanted = useDeferredValue(filter);
  const findings = useAsk('findings');
  const rows = useMemo(() => rowsOf(findings ?? [], words), [findings, words]);
  const shown = useMemo(
    () =>
      rows.filter(
        ({ finding, haystack }) =>
          (wanted.severity === '' || finding.severity === wanted.severity) &&
          (wanted.code === '' || finding.code === wanted.code) &&
          haystack.includes(wanted.text.toLowerCase()),
      ),
    [rows, wanted],
  );
  const firsts = useMemo(() => shown.slice(0, PLACED).flatMap(({ finding }) => finding.evidence.slice(0, 1)), [shown]);
  const places = useAsk('locate', firsts);
  const placeOf = useMemo(() => new Map(firsts.map((at, i) => [at, places?.[i] ?? null])), [firsts, places]);
  const set = (change: Partial<typeof filter>) => session.look({ findings: { ...filter, ...change } });
  if (findings === undefined) return <Skeleton height={240} m={16} width="auto" aria-label={words('app', 'findings.loading')} />;

  return (
    <section className={css['pane']} aria-labelledby="all-findings">
      <div className={css['head']}>
        <div className={css['heading']}>
          <h2 id="all-findings" className={css['title']}>
            {words('app', 'findings.all')}
          </h2>
          <p className={css['quiet']} role="status">
            {rows.length === 0 ? words('app', 'findings.none') : summary(rows, shown.length, words)}
          </p>
        </div>
        <TextInput
          type="search"
          aria-label={words('app', 'findings.filter')}
          placeholder={words('app', 'findings.filter')}
          value={filter.text}
          onChange={(e) => set({ text: e.currentTarget.value })}
        />
        <NativeSelect
          aria-label={words('app', 'findings.severity')}
          value={filter.severity}
          onChange={(e) => set({ severity: e.currentTarget.value as Severity | '' })}
          data={[
            { value: '', label: words('app', 'findings.anySeverity') },
            ...SEVERITIES.map((s) => ({ value: s, label: words('app', `findings.pick.${s}`) })),
          ]}
        />
        <NativeSelect
          aria-label={words('app', 'findings.code')}
          value={filter.code}
          onChange={(e) => set({ code: e.currentTarget.value })}
          data={[{ value: '', label: words('app', 'findings.anyCode') }, ...codes(rows)]}
        />
      </div>
      {rows.length > 0 && shown.length === 0 && <p className={css['empty']}>{words('app', 'findings.noneFits')}</p>}
      <VirtualList
        items={shown}
        keyOf={(row) => row.id}
        label={words('app', 'findings.all')}
        rowHeight={58}
        render={({ finding, text }) => (
          <FindingEntry finding={finding} text={text} place={placeOf.get(finding.evidence[0] as never) ?? null} />
        )}
      />
    </section>
  );
}

const RANK: Record<Severity, number> = { error: 0, warning: 1, info: 2 };
/** What is silenced stands last. */
const rank = ({ severity, silenced }: Finding): number => (silenced ? 3 : RANK[severity]);

function rowsOf(findings: readonly Finding[], words: Words): Row[] {
  return findings
    .map((finding, i) => {
      const text = findingText(words, finding.code, finding.params);
      const haystack = `${finding.code} ${finding.chain ?? ''} ${finding.object ?? ''} ${text}`.toLowerCase();
      return { id: `${i}-${finding.code}`, finding, text, haystack };
    })
    .sort((a, b) => rank(a.finding) - rank(b.finding));
}

/** `3 errors · 1 warning`, and how many of them the filter leaves. */
function summary(rows: readonly Row[], shown: number, words: Words): string {
  const counts = SEVERITIES.flatMap((severity) => {
    const count = rows.filter((r) => r.finding.severity === severity && !r.finding.silenced).length;
    return count === 0 ? [] : [words('app', `findings.count.${severity}`, { count })];
  });
  const silenced = rows.filter((r) => r.finding.silenced).length;
  if (silenced > 0) counts.push(words('app', 'findings.count.silenced', { count: silenced }));
  return [...counts, ...(shown < rows.length ? [words('app', 'findings.shown', { count: shown })] : [])].join(' · ');
}

/** The codes that occur, with how often. */
function codes(rows: readonly Row[]) {
  const counts = new Map<string, number>();
  for (const { finding } of rows) counts.set(finding.code, (counts.get(finding.code) ?? 0) + 1);
  return [...counts].sort(([a], [b]) => (a < b ? -1 : 1)).map(([value, n]) => ({ value, label: `${value} (${n})` }));
}
