import type { ForecastCell, Outcome } from '../../../engine/forecast/index.ts';
import { classText } from '../../../words/forecast.ts';
import type { Words } from '../../../words/index.ts';
import { useWords } from '../../state/hooks.ts';
import { Icon, type IconName } from '../../ui/Icon.tsx';
import css from './Forecast.module.css';

/** One way of asking from one place: what comes of it, in a word and a sign; opens to why. */
export function Cell({ cell, open, onToggle, label }: { cell: ForecastCell; open: boolean; onToggle: () => void; label: string }) {
  const words = useWords();
  const said = cell.outcomes.map((o) => shortOf(o, words));
  return (
    <button
      type="button"
      className={css['cell']}
      data-tone={toneOf(cell)}
      aria-expanded={open}
      aria-label={`${label}: ${said.join(words('app', 'forecast.or'))}`}
      onClick={onToggle}
    >
      <Icon name={ICONS[toneOf(cell)]} size={13} />
      <span>{said.join(' / ')}</span>
    </button>
  );
}

type Tone = 'ok' | 'broken' | 'partial' | 'unknown';
const ICONS: Record<Tone, IconName> = { ok: 'ok', broken: 'broken', partial: 'partial', unknown: 'incomplete' };

/** `200`, `400`, `(60)` for curl's exit code, otherwise the name of the class. */
function shortOf(outcome: Outcome, words: Words): string {
  if (outcome.status !== null) return String(outcome.status);
  return classText(words, outcome);
}

const reads = (o: Outcome): boolean => o.class === 'up' || o.class === 'http-200';

function toneOf({ outcomes }: ForecastCell): Tone {
  if (outcomes.every(reads)) return 'ok';
  if (outcomes.some((o) => o.class === 'unknown')) return 'unknown';
  return outcomes.some(reads) ? 'partial' : 'broken';
}
