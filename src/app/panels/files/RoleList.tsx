import type { ObjectRole } from '../../../engine/api.ts';
import { useSession, useWords } from '../../state/hooks.ts';
import css from './FilesView.module.css';

const FEW = 4;

/** What each object is for. An object of one chain leads there. */
export function RoleList({ roles, all, onAll }: { roles: readonly ObjectRole[]; all: boolean; onAll: () => void }) {
  const words = useWords();
  const session = useSession();
  if (roles.length === 0) return null;
  // Objects that take part in a chain come first.
  const sorted = [...roles].sort((a, b) => Number(b.chains.length > 0) - Number(a.chains.length > 0));
  const shown = all ? sorted : sorted.slice(0, FEW);
  return (
    <ul className={css['roles']}>
      {shown.map((role) => (
        <li key={role.object}>
          <code className={css['object']}>{role.object}</code> <span>{words.code('roles', role.code, role.params)}</span>
          {role.chains.length > 0 && (
            <button
              type="button"
              className={css['link']}
              onClick={() => session.look({ chain: role.chains[0] ?? null, tab: 'chain', pane: 'main', selection: null })}
            >
              {words('app', 'file.chains', { count: role.chains.length })}
            </button>
          )}
        </li>
      ))}
      {sorted.length > shown.length && (
        <li>
          <button type="button" className={css['link']} onClick={onAll}>
            {words('app', 'file.more', { count: sorted.length - shown.length })}
          </button>
        </li>
      )}
    </ul>
  );
}
