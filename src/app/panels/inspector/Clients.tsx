import { useState } from 'react';
import type { Client } from '../../../engine/chain/index.ts';
import { readable } from '../../../words/index.ts';
import { useWords } from '../../state/hooks.ts';
import { AgreementMark } from '../../ui/Mark.tsx';
import { EvidenceList } from './EvidenceList.tsx';
import css from './Inspector.module.css';
import { kindOf, shortName } from './names.ts';

const MOST = 20;

/** Who else uses the port, and whether they speak what is spoken there; each opens to the lines on both sides. */
export function Clients({ clients, moment }: { clients: readonly Client[]; moment: 'before' | 'after' }) {
  const words = useWords();
  const [all, setAll] = useState(false);
  if (clients.length === 0) return null;
  const hidden = all ? 0 : clients.length - MOST;
  return (
    <section aria-labelledby="clients-title" className={css['section']}>
      <h3 id="clients-title" className={css['sub']}>
        {words('app', 'clients.title')}
      </h3>
      <ul className={css['findings']}>
        {(all ? clients : clients.slice(0, MOST)).map((client) => (
          <li key={[client.kind, client.object, client.container, client.by, client.port, client.path].join(' ')}>
            <OneClient client={client} moment={moment} />
          </li>
        ))}
      </ul>
      {hidden > 0 && (
        <button type="button" className={css['hop']} onClick={() => setAll(true)}>
          {words('app', 'clients.more', { count: hidden })}
        </button>
      )}
    </section>
  );
}

function OneClient({ client, moment }: { client: Client; moment: 'before' | 'after' }) {
  const words = useWords();
  const [open, setOpen] = useState(false);
  const { kind, object, container, by, port, scheme, path, serves, agreement } = client;
  const params = { object: `${kindOf(object)} ${shortName(object)}`, container: container ?? '', by, port };
  const asked = [scheme === 'any' ? null : scheme, path].filter(Boolean).join(' ');
  const ats = client.listenerAt ? [client.at, client.listenerAt] : [client.at];
  return (
    <details className={css['finding']} onToggle={(e) => setOpen(e.currentTarget.open)}>
      <summary>
        <AgreementMark agreement={agreement} />
        <span>
          {words('chain', `client.${kind}`, params)} {asked && <code className={css['code']}>{readable(asked)}</code>}
        </span>
      </summary>
      {open && <p className={css['explain']}>{words('chain', `agreement.${agreement}`, { scheme: scheme ?? '', serves: serves ?? '' })}</p>}
      {open && <EvidenceList ats={ats} moment={moment} />}
    </details>
  );
}
