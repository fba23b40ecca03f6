import '@mantine/core/styles/ModalBase.css';
import '@mantine/core/styles/Modal.css';
import '@mantine/core/styles/Overlay.css';
import '@mantine/core/styles/Paper.css';
import { Button } from '@mantine/core';
import { confirm } from '../../load/inbox.ts';
import type { Plan } from '../../load/plan.ts';
import { useWords } from '../../state/hooks.ts';
import { canLoad, loadingPage } from '../../state/sources.ts';
import { Dialog } from './Dialog.tsx';
import css from './Dialogs.module.css';

/** Names who would be asked, before anybody is. This page itself never connects: another one fetches and comes back. */
export default function SourceDialog({ plan, onClose }: { plan: Plan; onClose: () => void }) {
  const words = useWords();
  const load = () => {
    confirm(plan.url);
    location.assign(loadingPage(plan.url));
  };
  return (
    <Dialog title={words('app', 'src.title')} onClose={onClose} wide>
      <p>{words('app', canLoad() ? 'src.ask' : 'src.offline', { host: plan.hosts.join(', ') })}</p>
      <p>
        <code className={css['url']}>{plan.url}</code>
      </p>
      {canLoad() && <p className={css['quiet']}>{words('app', 'src.about')}</p>}
      <div className={css['buttons']}>
        <Button onClick={onClose} data-autofocus>
          {words('app', 'dialog.cancel')}
        </Button>
        {canLoad() && (
          <Button variant="filled" onClick={load}>
            {words('app', 'src.load', { host: plan.hosts[0] ?? '' })}
          </Button>
        )}
      </div>
    </Dialog>
  );
}
