import { useState } from 'react';
import type { Place } from '../../../engine/api.ts';
import type { Finding } from '../../../engine/checks/index.ts';
import { findingAdvice } from '../../../words/findings.ts';
import { shortened } from '../../../words/index.ts';
import { useSession, useWords } from '../../state/hooks.ts';
import { SeverityIcon } from '../../ui/Mark.tsx';
import { EvidenceList } from '../inspector/EvidenceList.tsx';
import css from './Findings.module.css';
import { HelpText } from './HelpText.tsx';

/** One finding: what it says and where; opened, what to do, its lines, and the way to its chain. */
export function FindingEntry({ finding, text, place }: { finding: Finding; text: string; place: Place | null }) {
  const words = useWords();
  const session = useSession();
  const [open, setOpen] = useState(false);
  const { chain, object, code } = finding;
  const advice = findingAdvice(words, code, finding.params);
  return (
    <details
      className={css['entry']}
      data-severity={finding.silenced ? 'info' : finding.severity}
      open={open}
      onToggle={(e) => setOpen(e.currentTarget.open)}
    >
      <summary className={css['summary']}>
        <SeverityIcon severity={finding.severity} />
        <span className={css['text']}>
          {text} <code className={css['code']}>{code}</code>
        </span>
        <span className={css['quiet']}>
          {finding.silenced && <em>{words('app', 'findings.silenced', { reason: finding.silenced.reason })} · </em>}
          {[shortened(object ?? chain ?? ''), place && `${place.file}:${place.line}`].filter(Boolean).join(' · ')}
        </span>
      </summary>
      {open && (
        <div className={css['opened']}>
          {advice && (
            <p>
              <strong>{words('app', 'findings.do')}</strong> {advice}
            </p>
          )}
          {chain !== null && (
            <p>
              <button
                type="button"
                className={css['chain']}
                onClick={() => session.look({ chain, tab: 'chain', pane: 'main', selection: null })}
              >
                {words('app', 'findings.open', { chain })}
              </button>
            </p>
          )}
          <HelpText code={code} />
          <EvidenceList ats={finding.evidence} moment="before" />
        </div>
      )}
    </details>
  );
}
