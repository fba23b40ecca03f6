import type { Chain, Side } from '../../../engine/chain/index.ts';
import { verdictText } from '../../../words/findings.ts';
import { readable } from '../../../words/index.ts';
import { useWords } from '../../state/hooks.ts';
import { StatusMark, SymptomMark } from '../../ui/Mark.tsx';
import { EvidenceList } from './EvidenceList.tsx';
import css from './Inspector.module.css';

/** The first broken hop in one sentence, how it shows in Prometheus, and the two values that disagree, with their lines. */
export function Verdict({ chain, moment }: { chain: Chain; moment: 'before' | 'after' }) {
  const words = useWords();
  const { verdict, status } = chain;
  const [fact] = verdict.facts;
  return (
    <section className={css['section']} aria-label={words('app', 'verdict.label')}>
      <p className={css['verdict']}>
        <StatusMark status={status} /> {verdict.symptom && <SymptomMark symptom={verdict.symptom} />}
      </p>
      <p>{verdictText(words, status, verdict)}</p>
      {verdict.symptom && <p className={css['quiet']}>{words('chain', `symptom.${verdict.symptom}.why`)}</p>}
      {verdict.symptom && fact && (
        <dl className={css['pair']}>
          <Half title={words('chain', 'verdict.asks')} name={fact.name} side={fact.left} />
          <Half title={words('chain', 'verdict.has')} name={fact.name} side={fact.right} />
        </dl>
      )}
      {verdict.symptom && verdict.at.length > 0 && (
        <details className={css['lines']}>
          <summary>{words('app', 'verdict.lines')}</summary>
          <EvidenceList ats={verdict.at} moment={moment} />
        </details>
      )}
    </section>
  );
}

function Half({ title, name, side }: { title: string; name: string; side: Side | null }) {
  const words = useWords();
  return (
    <div>
      <dt>
        {title} <code>{readable(name)}</code>
      </dt>
      <dd>{side ? <code>{readable(side.value)}</code> : <em>{words('chain', 'verdict.nothing')}</em>}</dd>
    </div>
  );
}
