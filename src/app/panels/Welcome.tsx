import { Button } from '@mantine/core';
import { useRef } from 'react';
import { useAnswers, useSession, useWords } from '../state/hooks.ts';
import { openSample, SAMPLE_IDS, takeFiles } from '../state/intake.ts';
import { Icon } from '../ui/Icon.tsx';
import { FilePicker, type Picker } from './FilePicker.tsx';
import css from './Welcome.module.css';

/** The first screen: what this is, where to put manifests, three samples, and that nothing leaves the browser. */
export function Welcome() {
  const words = useWords();
  const session = useSession();
  const busy = useAnswers((a) => a.busy !== null);
  const files = useRef<Picker>(null);
  const folder = useRef<Picker>(null);
  return (
    <main className={css['welcome']} tabIndex={-1} aria-labelledby="welcome-title">
      <FilePicker ref={files} onFiles={(f) => void takeFiles(session, f)} />
      <FilePicker ref={folder} folder onFiles={(f) => void takeFiles(session, f)} />
      <h2 id="welcome-title" className={css['title']}>
        {words('app', 'welcome.title')}
      </h2>
      <p className={css['lead']}>{words('app', 'welcome.lead')}</p>
      <ol className={css['chain']} aria-label={words('app', 'welcome.chain')}>
        {(['prometheus', 'monitor', 'service', 'pod', 'listener', 'upstream'] as const).map((hop, i) => (
          <li key={hop}>
            {i > 0 && <Icon name="arrow" size={14} />}
            <span>{words('app', `welcome.hop.${hop}`)}</span>
          </li>
        ))}
      </ol>
      <div className={css['drop']}>
        <p className={css['dropText']}>{words('app', 'welcome.drop')}</p>
        <p className={css['quiet']}>{words('app', 'welcome.kinds')}</p>
        <div className={css['buttons']}>
          <Button size="sm" variant="filled" leftSection={<Icon name="file" />} disabled={busy} onClick={() => files.current?.open()}>
            {words('app', 'add.files')}
          </Button>
          <Button size="sm" leftSection={<Icon name="folder" />} disabled={busy} onClick={() => folder.current?.open()}>
            {words('app', 'add.folder')}
          </Button>
          <Button size="sm" leftSection={<Icon name="paste" />} onClick={() => session.look({ dialog: 'paste', pasted: '' })}>
            {words('app', 'add.paste')}
          </Button>
        </div>
      </div>
      <h3 className={css['sub']}>{words('app', 'welcome.samples')}</h3>
      <ul className={css['samples']}>
        {SAMPLE_IDS.map((id) => (
          <li key={id}>
            <button type="button" className={css['sample']} onClick={() => void openSample(session, id)} aria-describedby={`sample-${id}`}>
              <span className={css['sampleName']}>{words('samples', `${id}.title`)}</span>
            </button>
            <p id={`sample-${id}`} className={css['quiet']}>
              {words('samples', `${id}.about`)}
            </p>
          </li>
        ))}
      </ul>
      <p className={css['privacy']}>
        <Icon name="lock" size={15} />
        {words('app', 'welcome.privacy')}
      </p>
    </main>
  );
}
