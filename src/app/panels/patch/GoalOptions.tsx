import { ActionIcon, Alert, SegmentedControl, Switch, TextInput } from '@mantine/core';
import { Fragment, useState } from 'react';
import type { Goal, Preview, Refusal } from '../../../engine/patch/index.ts';
import { readable } from '../../../words/index.ts';
import { goalText } from '../../../words/pullRequest.ts';
import { changeGoal, dropGoal, raiseGoal } from '../../state/actions.ts';
import { useSession, useWords } from '../../state/hooks.ts';
import { Icon } from '../../ui/Icon.tsx';
import css from './PatchPanel.module.css';
import { Ways } from './Ways.tsx';

/** Each pending goal, in order, with its ways and choices; a refused one says why instead. */
export function GoalOptions({ preview }: { preview: Preview }) {
  const { goals, offers, refusals, strategies } = preview;
  return (
    <ol className={css['goals']}>
      {goals.map((goal, i) => (
        <li key={`${goal.chain} ${goal.goal}`}>
          <OneGoal
            goal={goal}
            before={goals.slice(0, i)}
            taken={strategies[i] ?? null}
            refusal={refusals[i] ?? null}
            offers={offers.length > 0 || goal.removeUnusedRbac}
            secret={secretIn(preview, goal)}
          />
        </li>
      ))}
      {offers.map((offer) => (
        <li key={`${offer.code}-${offer.objects.join()}`} className={css['offer']}>
          <OfferText offer={offer} />
        </li>
      ))}
    </ol>
  );
}

/** The Secret that a change asks for; null where it asks for none. */
function secretIn({ consequences }: Preview, goal: Goal): string | null {
  const needed = consequences.find((c) => c.code === 'secret-needed');
  return needed ? (goal.secret ?? String(needed.params['secret'] ?? '')) : null;
}

function OfferText({ offer }: { offer: Preview['offers'][number] }) {
  const words = useWords();
  return (
    <>
      {words.code('patch', offer.code, offer.params)} <code>{readable(offer.objects.join(', '))}</code>
    </>
  );
}

interface GoalProps {
  goal: Goal;
  before: Goal[];
  taken: string | null;
  refusal: Refusal | null;
  offers: boolean;
  secret: string | null;
}

function OneGoal({ goal, before, taken, refusal, offers, secret }: GoalProps) {
  const words = useWords();
  const session = useSession();
  const scheme = goal.goal === 'http' || goal.goal === 'https' ? goal.goal : null;
  return (
    <div className={css['goal']}>
      <span className={css['wish']}>
        <span>
          <ChainId id={goal.chain} /> <Icon name="arrow" size={12} className={css['arrow']} /> <strong>{goalText(words, goal.goal)}</strong>
        </span>
        <span className={css['move']}>
          {before.length > 0 && (
            <ActionIcon
              variant="subtle"
              color="gray"
              size={24}
              aria-label={words('app', 'patch.raise', { chain: goal.chain })}
              onClick={() => raiseGoal(session, goal)}
            >
              <Icon name="up" size={14} />
            </ActionIcon>
          )}
          <ActionIcon
            variant="subtle"
            color="gray"
            size={24}
            aria-label={words('app', 'patch.drop', { chain: goal.chain })}
            onClick={() => dropGoal(session, goal)}
          >
            <Icon name="close" size={14} />
          </ActionIcon>
        </span>
      </span>
      {refusal && (
        <Alert color="orange" title={words('app', 'patch.refused')} className={css['refusal'] ?? ''}>
          {words.code('patch', refusal.code, refusal.params)}
        </Alert>
      )}
      {taken !== 'met' && <Ways goal={goal} before={before} taken={taken} />}
      {!refusal && secret !== null && <SecretName goal={goal} secret={secret} />}
      {!refusal && scheme && (
        <SegmentedControl
          aria-label={words('app', 'names.label')}
          value={goal.names}
          onChange={(names) => changeGoal(session, { ...goal, names })}
          data={[
            { value: 'keep', label: words('app', 'names.keep') },
            { value: 'tidy', label: words('app', 'names.tidy', { scheme }) },
          ]}
        />
      )}
      {!refusal && scheme && offers && (
        <Switch
          size="xs"
          checked={goal.removeUnusedRbac}
          onChange={(e) => changeGoal(session, { ...goal, removeUnusedRbac: e.currentTarget.checked })}
          label={words('app', 'patch.removeRbac')}
        />
      )}
    </div>
  );
}

/** Kubernetes object names (DNS-1123 subdomain); anything else is not taken over. */
const NAME = /^[a-z0-9]([a-z0-9.-]{0,251}[a-z0-9])?$/;

function SecretName({ goal, secret }: { goal: Goal; secret: string }) {
  const words = useWords();
  const session = useSession();
  const [text, setText] = useState(secret);
  const take = () => NAME.test(text) && text !== secret && changeGoal(session, { ...goal, secret: text });
  return (
    <TextInput
      size="xs"
      label={words('app', 'patch.secret')}
      value={text}
      error={!NAME.test(text)}
      onChange={(e) => setText(e.currentTarget.value)}
      onBlur={take}
      onKeyDown={(e) => e.key === 'Enter' && take()}
    />
  );
}

/** Breaks where its parts end, not inside a name. */
const ChainId = ({ id }: { id: string }) => (
  <code>
    {id.split('/').map((part, i) => (
      // biome-ignore lint/suspicious/noArrayIndexKey: the parts never move
      <Fragment key={i}>
        {i > 0 && '/'}
        <wbr />
        {part}
      </Fragment>
    ))}
  </code>
);
