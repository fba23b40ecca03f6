import { Button } from '@mantine/core';
import { useState } from 'react';
import type { Finding } from '../../../engine/checks/index.ts';
import { findingAdvice, findingText } from '../../../words/findings.ts';
import { want } from '../../state/actions.ts';
import { useAnswers, useSession, useWords } from '../../state/hooks.ts';
import { SeverityIcon } from '../../ui/Mark.tsx';
import { EvidenceList } from './EvidenceList.tsx';
import css from './Inspector.module.css';

const ORDER = { error: 0, warning: 1, info: 2 } as const;

/** What is to be said of a chain, the worst first; each opens to the lines that say so. */
export function Findings({ findings, moment }: { findings: readonly Finding[]; moment: 'before' | 'after' }) {
  const words = useWords();
  if (findings.length === 0) return null;
  const sorted = [...findings].sort((a, b) => ORDER[a.severity] - ORDER[b.severity]);
  return (
    <section aria-labelledby="findings-title" className={css['section']}>
      <h3 id="findings-title" className={css['sub']}>
        {words('app', 'findings.title', { count: findings.length })}
      </h3>
      <ul className={css['findings']}>
        {sorted.map((finding, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a code may occur twice
          <li key={`${finding.code}-${i}`}>
            <OneFinding finding={finding} moment={moment} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function OneFinding({ finding, moment }: { finding: Finding; moment: 'before' | 'after' }) {
  const words = useWords();
  const session = useSession();
  const [open, setOpen] = useState(false);
  const fixable = useAnswers((a) => moment === 'before' && a.chain?.chain.id === finding.chain && a.chain.fixes.includes(finding.code));
  const advice = findingAdvice(words, finding.code, finding.params);
  return (
    <details className={css['finding']} onToggle={(e) => setOpen(e.currentTarget.open)}>
      <summary>
        <SeverityIcon severity={finding.severity} />
        <span>
          {findingText(words, finding.code, finding.params)} <code className={css['code']}>{finding.code}</code>
        </span>
      </summary>
      {open && advice && (
        <p className={css['advice']}>
          <strong>{words('app', 'findings.do')}</strong> {advice}
        </p>
      )}
      {open && fixable && (
        <Button size="compact-xs" variant="default" onClick={() => want(session, finding.chain ?? '', `fix:${finding.code}`)}>
          {words('app', 'wish.fix', { code: finding.code })}
        </Button>
      )}
      {open && <EvidenceList ats={finding.evidence} moment={moment} />}
    </details>
  );
}
