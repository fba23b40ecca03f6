import { useSession, useWords } from '../../state/hooks.ts';
import { Dialog } from './Dialog.tsx';
import css from './Dialogs.module.css';

/** Keys and what they do, as words of the catalogue; the keys themselves are the same everywhere. */
const KEYS = [
  ['Ctrl K, /', 'search'],
  ['?', 'help'],
  ['Ctrl Z, Ctrl Shift Z', 'undo'],
  ['Esc', 'escape'],
  ['← → ↑ ↓', 'walk'],
  ['Enter', 'open'],
  ['F12', 'otherEnd'],
  ['F2', 'rename'],
  ['F8', 'nextRemark'],
] as const;

/** What the keyboard can do. */
export function KeysDialog() {
  const words = useWords();
  const session = useSession();
  return (
    <Dialog title={words('app', 'keys.title')} onClose={() => session.look({ dialog: null })}>
      <table className={css['keys']}>
        <thead>
          <tr>
            <th scope="col">{words('app', 'keys.key')}</th>
            <th scope="col">{words('app', 'keys.does')}</th>
          </tr>
        </thead>
        <tbody>
          {KEYS.map(([keys, name]) => (
            <tr key={name}>
              <th scope="row">
                <kbd>{keys}</kbd>
              </th>
              <td>{words('app', `keys.${name}`)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Dialog>
  );
}
