import { memo } from 'react';
import { CHANGE_SIGNS, CHANGES, ORIGINS, STATES } from '../../engine/scene/index.ts';
import type { Words } from '../../words/index.ts';
import { Icon } from '../ui/Icon.tsx';
import css from './Diagram.module.css';
import { ROLE_ICONS, ROLES } from './marks.ts';
import signs from './Sign.module.css';
import { Sign } from './Sign.tsx';
import wires from './Wire.module.css';

/** What the signs and lines mean; folded away until asked for. */
export const Legend = memo(function Legend({ words, changes }: { words: Words; changes: boolean }) {
  return (
    <details className={css['legend']}>
      <summary>{words('scene', 'legend.title')}</summary>
      <ul>
        {STATES.map((state) => (
          <li key={state}>
            <svg width="34" height="10" aria-hidden="true">
              <path className={wires['wire']} d="M1,5 H33" data-state={state} />
            </svg>
            <Sign state={state} /> {words('chain', `state.${state}`)}
          </li>
        ))}
        {ROLES.map((role) => {
          const icon = ROLE_ICONS[role];
          return (
            <li key={role}>
              {icon && <Icon name={icon} size={13} />} {words('scene', `role.${role}`)}
            </li>
          );
        })}
        {(['https', 'http'] as const).map((scheme) => (
          <li key={scheme}>
            <Icon name={scheme === 'https' ? 'lock' : 'open'} size={13} /> {words('scene', `scheme.${scheme}`)}
          </li>
        ))}
        {ORIGINS.map((origin) => (
          <li key={origin}>
            <span className={css['sample']} data-origin={origin} aria-hidden="true" /> {words('scene', `origin.${origin}`)}
          </li>
        ))}
        {changes &&
          CHANGES.map((change) => (
            <li key={change}>
              <span className={signs['change']} data-change={change}>
                {CHANGE_SIGNS[change]}
              </span>{' '}
              {words('scene', `change.${change}`)}
            </li>
          ))}
        <li className={css['legendKeys']}>{words('scene', 'legend.keys')}</li>
      </ul>
    </details>
  );
});
