import type { LinkState } from '../../engine/chain/index.ts';
import { STATE_SIGNS } from '../../engine/scene/index.ts';
import { Icon } from '../ui/Icon.tsx';
import { useShared } from './look.ts';

import css from './Sign.module.css';

/** The sign of a state; its word in the title, and in the label of whatever it stands on. */
export function Sign({ state }: { state: LinkState | null }) {
  const { words } = useShared();
  if (state === null) return null;
  return (
    <span className={css['sign']} data-state={state} title={words('chain', `state.${state}`)} aria-hidden="true">
      {state === 'not-enforced' ? <Icon name="unenforced" size={12} /> : STATE_SIGNS[state]}
    </span>
  );
}
