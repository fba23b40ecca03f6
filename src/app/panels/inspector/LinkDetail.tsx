import type { Link, Side } from '../../../engine/chain/index.ts';
import type { Finding } from '../../../engine/checks/index.ts';
import type { At } from '../../../engine/yaml/index.ts';
import type { Words } from '../../../words/index.ts';
import { useWords } from '../../state/hooks.ts';
import { SchemeMark, StateMark } from '../../ui/Mark.tsx';
import { EvidenceList } from './EvidenceList.tsx';
import { FactsTable } from './FactsTable.tsx';
import { Findings } from './Findings.tsx';
import css from './Inspector.module.css';
import { endName, kindOf } from './names.ts';

/** A hop: what binds its two ends, fact by fact, and the lines on both sides. */
export function LinkDetail({ link, findings, moment }: { link: Link; findings: readonly Finding[]; moment: 'before' | 'after' }) {
  const words = useWords();
  const about = findings.filter((f) => link.codes.some((code) => code === f.code));
  const { ats, titles } = sides(link, words);
  return (
    <div className={css['body']}>
      <p className={css['hopHead']}>
        <StateMark state={link.state} />
        <strong>{words('chain', `link.${link.kind}`)}</strong>
        <SchemeMark scheme={link.scheme} />
      </p>
      <p className={css['ends']}>
        {endName(link.from, words)} → {endName(link.to, words)}
      </p>
      <p className={css['explain']}>{words('app', `about.${link.kind}`)}</p>
      <Findings findings={about} moment={moment} />
      <FactsTable facts={link.facts} {...headings(link, words)} />
      <section className={css['section']} aria-labelledby="lines-title">
        <h3 id="lines-title" className={css['sub']}>
          {words('app', 'evidence.title')}
        </h3>
        <EvidenceList ats={ats} titles={titles} moment={moment} />
      </section>
    </div>
  );
}

/** `port: https`; a label's side already names its key. */
const titleOf = (name: string, side: Side | null) => (side?.value.startsWith(name) ? side.value : `${name}: ${side?.value ?? ''}`);

/** The places of all facts, left and right in turn, then the two ends where no fact names them. */
function sides(link: Link, words: Words): { ats: At[]; titles: string[] } {
  const ats: At[] = [];
  const titles: string[] = [];
  const add = (at: At | null | undefined, title: string) => {
    if (!at) return;
    ats.push(at);
    titles.push(title);
  };
  for (const fact of link.facts) {
    add(fact.left?.at, titleOf(fact.name, fact.left));
    add(fact.right?.at, titleOf(fact.name, fact.right));
  }
  const has = (at: At | null) => at && ats.some((a) => a.doc === at.doc);
  if (!has(link.from.at)) add(link.from.at, endName(link.from, words));
  if (!has(link.to.at)) add(link.to.at, endName(link.to, words));
  return { ats, titles };
}

/** Two kinds name the columns; two ends of one kind would say nothing. */
function headings(link: Link, words: Words): { left: string; right: string } {
  const left = kindOf(link.from.object);
  const right = kindOf(link.to.object);
  return left === right ? { left: words('app', 'fact.one'), right: words('app', 'fact.other') } : { left, right };
}
