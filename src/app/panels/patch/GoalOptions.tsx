import { ActionIcon, Alert, SegmentedControl, Switch } from '@mantine/core';
import { Fragment } from 'react';
import type { Goal, Preview, Refusal } from '../../../engine/patch/index.ts';
import { changeGoal, dropGoal } from '../../state/actions.ts';
import { useSession, useWords } from '../../state/hooks.ts';
import { Icon } from '../../ui/Icon.tsx';
import css from './PatchPanel.module.css';

/** Each pending goal with its choices; a refused one says why instead. */
export function GoalOptions({ preview }: { preview: Preview }) {
  const offers = preview.offers.length > 0;
  return (
    <ol className={css['goals']}>
      {preview.goals.map((goal, i) => (
        <li key={goal.chain}>
          <OneGoal goal={goal} refusal={preview.refusals[i] ?? null} offers={offers || goal.removeUnusedRbac} />
        </li>
      ))}
      {preview.offers.map((offer) => (
        <li key={`${offer.code}-${offer.objects.join()}`} className={css['offer']}>
          <OfferText offer={offer} />
        </li>
      ))}
    </ol>
  );
}

function OfferText({ offer }: { offer: Preview['offers'][number] }) {
  const words = useWords();
  return (
    <>
      {words.code('patch', offer.code, offer.params)} <code>{offer.objects.join(', ')}</code>
    </>
  );
}

function OneGoal({ goal, refusal, offers }: { goal: Goal; refusal: Refusal | null; offers: boolean }) {
  const words = useWords();
  const session = useSession();
  return (
    <div className={css['goal']}>
      <span className={css['wish']}>
        <span>
          <ChainId id={goal.chain} /> <Icon name="arrow" size={12} className={css['arrow']} /> <strong>{goal.goal}</strong>
        </span>
        <ActionIcon
          variant="subtle"
          color="gray"
          size="sm"
          aria-label={words('app', 'patch.drop', { chain: goal.chain })}
          onClick={() => dropGoal(session, goal.chain)}
        >
          <Icon name="close" size={14} />
        </ActionIcon>
      </span>
      {refusal ? (
        <Alert color="orange" title={words('app', 'patch.refused')} className={css['refusal'] ?? ''}>
          {words.code('patch', refusal.code, refusal.params)}
        </Alert>
      ) : (
        <>
          <SegmentedControl
            aria-label={words('app', 'names.label')}
            value={goal.names}
            onChange={(names) => changeGoal(session, { ...goal, names })}
            data={[
              { value: 'keep', label: words('app', 'names.keep') },
              { value: 'tidy', label: words('app', 'names.tidy', { scheme: goal.goal }) },
            ]}
          />
          {offers && (
            <Switch
              size="xs"
              checked={goal.removeUnusedRbac}
              onChange={(e) => changeGoal(session, { ...goal, removeUnusedRbac: e.currentTarget.checked })}
              label={words('app', 'patch.removeRbac')}
            />
          )}
        </>
      )}
    </div>
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
