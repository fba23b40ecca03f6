import type { Client, LinkState, Status, Symptom } from '../../engine/chain/index.ts';
import { useWords } from '../state/hooks.ts';
import { Icon, type IconName } from './Icon.tsx';
import css from './Mark.module.css';

const STATE_ICONS: Record<LinkState, IconName> = { ok: 'ok', broken: 'broken', unknown: 'incomplete', 'not-enforced': 'unenforced' };

/** A chain's status: icon and word, in its colour. */
export function StatusMark({ status }: { status: Status }) {
  const words = useWords();
  return (
    <span className={css['mark']} data-tone={status}>
      <Icon name={status} size={15} />
      {words('chain', `status.${status}`)}
    </span>
  );
}

/** How a broken chain shows in Prometheus: icon, word and frame, dashed where nothing is listed at all. */
export function SymptomMark({ symptom }: { symptom: Symptom }) {
  const words = useWords();
  return (
    <span className={css['symptom']} data-symptom={symptom}>
      <Icon name={symptom === 'absent' ? 'hidden' : 'down'} size={12} />
      {words('chain', `symptom.${symptom}`)}
    </span>
  );
}

/** One hop's state: icon and word. */
export function StateMark({ state }: { state: LinkState }) {
  const words = useWords();
  return (
    <span className={css['mark']} data-tone={state}>
      <Icon name={STATE_ICONS[state]} size={15} />
      {words('chain', `state.${state}`)}
    </span>
  );
}

/** Whether two sides of a fact agree. */
export function AgreeMark({ holds }: { holds: boolean | null }) {
  const words = useWords();
  const tone = holds === null ? 'unknown' : holds ? 'ok' : 'broken';
  return (
    <span className={css['mark']} data-tone={tone}>
      <Icon name={STATE_ICONS[tone]} size={14} />
      {words('app', holds === null ? 'fact.unknown' : holds ? 'fact.agrees' : 'fact.differs')}
    </span>
  );
}

/** Whether somebody else who uses a port speaks what is spoken there. */
export function AgreementMark({ agreement }: { agreement: Client['agreement'] }) {
  const words = useWords();
  const tone = agreement === 'mismatch' ? 'broken' : agreement;
  return (
    <span className={css['mark']} data-tone={tone}>
      <Icon name={STATE_ICONS[tone]} size={14} />
      {words('chain', `agreement.${agreement}.short`)}
    </span>
  );
}

/** What the wire speaks; nothing where it is not known. */
export function SchemeMark({ scheme }: { scheme: 'http' | 'https' | null }) {
  const words = useWords();
  if (scheme === null) return null;
  return (
    <span className={css['scheme']} title={words('app', scheme === 'https' ? 'scheme.encrypted' : 'scheme.clear')}>
      <Icon name={scheme === 'https' ? 'lock' : 'open'} size={13} />
      {scheme}
    </span>
  );
}

/** Severity of a finding, as icon and hidden word. */
export function SeverityIcon({ severity }: { severity: 'error' | 'warning' | 'info' }) {
  const words = useWords();
  const icon: IconName = severity === 'error' ? 'broken' : severity === 'warning' ? 'partial' : 'info';
  return (
    <span className={css['mark']} data-tone={severity}>
      <Icon name={icon} size={15} />
      <span className={css['hidden']}>{words('app', `severity.${severity}`)}</span>
    </span>
  );
}
