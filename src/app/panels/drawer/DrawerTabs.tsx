import { useSession, useWords } from '../../state/hooks.ts';
import { FIRST_SHARES, setShare, settings } from '../../state/settings.ts';
import type { Drawer } from '../../state/view.ts';
import css from './Drawer.module.css';

interface Props {
  open: Drawer | null;
  offered: readonly Drawer[];
}

/** What can stand under the picture; what stands there goes away by its own button. */
export function DrawerTabs({ open, offered }: Props) {
  const words = useWords();
  const session = useSession();
  const choose = (drawer: Drawer) => {
    const hidden = settings.getState().shares[drawer] === 100;
    if (hidden) setShare(drawer, FIRST_SHARES[drawer]);
    session.look({ drawer: drawer === open && !hidden ? null : drawer });
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would be drawn as one
    <div role="group" className={css['tabs']} aria-label={words('app', 'drawer.label')}>
      {offered.map((drawer) => (
        <button key={drawer} type="button" className={css['tab']} aria-expanded={drawer === open} onClick={() => choose(drawer)}>
          {words('app', `drawer.${drawer}`)}
        </button>
      ))}
    </div>
  );
}
