import { useId } from 'react';
import type { Goal, Way } from '../../../engine/patch/index.ts';
import { changeGoal } from '../../state/actions.ts';
import { useInput, useSession, useWords } from '../../state/hooks.ts';
import { sameWish } from '../../state/input.ts';
import { useAsk } from '../../state/useAsk.ts';
import css from './PatchPanel.module.css';

/** The ways to a goal, the safest first: one is taken, the others are a choice; one that would not keep its promise says why. */
export function Ways({ goal, before, taken }: { goal: Goal; before: Goal[]; taken: string | null }) {
  const words = useWords();
  const session = useSession();
  const name = useId();
  // What is chosen shows at once; the preview follows.
  const wanted = useInput((i) => i.goals.find((g) => sameWish(g, goal))?.strategy) ?? taken;
  const { strategy: _, ...open } = goal;
  const ways = useAsk('ways', open, before);
  if (!ways || ways.length === 0 || (ways.length === 1 && taken !== null)) return null;
  return (
    <fieldset className={css['ways']}>
      <legend>{words('app', 'patch.ways')}</legend>
      {ways.map((way) => (
        <label key={way.strategy} className={css['way']}>
          <input
            type="radio"
            name={name}
            checked={way.strategy === wanted}
            disabled={way.refusal !== null}
            onChange={() => changeGoal(session, { ...goal, strategy: way.strategy })}
          />
          <span>
            {words.code('patch', `strategy.${way.strategy}`)}{' '}
            <span className={css['quiet']}>{words('app', 'patch.way.files', { count: way.files.length })}</span>
            <span className={css['cost']}>{costOf(way, words)}</span>
          </span>
        </label>
      ))}
    </fieldset>
  );
}

/** What speaks most against it: why it is not to be had, or its gravest consequence. */
function costOf({ refusal, consequences }: Way, words: ReturnType<typeof useWords>): string {
  if (refusal) return words.code('patch', refusal.code, refusal.params);
  const worst = consequences.find((c) => c.severity === 'warning');
  return worst ? words.code('patch', worst.code, worst.params) : '';
}
