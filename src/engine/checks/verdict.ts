import type { Chain, ChainVerdict, Fact, Joined, Link, LinkKind, ReasonCode, Side } from '../chain/index.ts';
import type { At } from '../yaml/index.ts';
import { settleCommands } from './settle.ts';
import { SYMPTOMS } from './symptoms.ts';
import type { Finding } from './types.ts';

/** Facts shown side by side; more than a few say the same again. */
const MOST_FACTS = 3;

/** The first broken hop of a chain: what is wrong in one sentence, the two values that disagree, and how it shows in Prometheus. */
export function verdictOf(
  joined: Joined,
  chain: Omit<Chain, 'verdict'>,
  findings: readonly Finding[],
  link: LinkKind | null,
): ChainVerdict {
  const { first, status } = chain;
  const wrong = status === 'broken' || status === 'partial';
  const settle = status === 'incomplete' ? settleCommands(joined, chain) : [];
  const said = first === null ? undefined : findings.find((f) => f.code === first);
  if (first === null || !said) return { code: null, params: {}, symptom: null, link: null, facts: [], at: [], settle };
  const hop = hopOf(chain.links, first, link);
  const facts = wrongFirst(hop?.facts ?? [], said.params['candidate']);
  if (facts.length === 0) facts.push(...asSaid(said));
  return {
    code: first,
    params: said.params,
    symptom: wrong ? SYMPTOMS[first] : null,
    link: hop?.id ?? null,
    facts,
    at: said.evidence,
    settle,
  };
}

function hopOf(links: readonly Link[], code: ReasonCode, kind: LinkKind | null): Link | null {
  const carrying = links.filter((l) => l.codes.includes(code));
  return carrying.find((l) => l.state === 'broken') ?? carrying[0] ?? links.find((l) => l.kind === kind) ?? null;
}

/** Where no hop is drawn that far: what was asked for and what was likely meant, as the sentence has them. */
function asSaid({ params, evidence }: Finding): Fact[] {
  const asked = params['port'] ?? params['target'];
  const { candidate } = params;
  if (asked === undefined || candidate === undefined) return [];
  const side = (value: string | number, at: At | undefined): Side => ({ value: String(value), at: at ?? null });
  return [{ name: 'port', left: side(asked, evidence[0]), right: side(candidate, evidence[1]), holds: false }];
}

/** What does not hold, the likely candidate on top; where all holds the hop itself is at fault, and is shown as it is. */
function wrongFirst(facts: readonly Fact[], candidate: string | number | undefined): Fact[] {
  const wrong = facts.filter((f) => f.holds === false);
  const meant = wrong.filter((f) => f.right !== null && f.right.value === candidate);
  const ordered = [...meant, ...wrong.filter((f) => !meant.includes(f))].slice(0, MOST_FACTS);
  // A name that is not there is nothing.
  return ordered.map((f) => (f.right?.value === '' ? { ...f, right: null } : f));
}
