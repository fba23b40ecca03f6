import { Button, NativeSelect } from '@mantine/core';
import { useState } from 'react';
import type { ShareRequest } from '../../../../engine/share/index.ts';
import { useSession, useWords } from '../../../state/hooks.ts';
import {
  copyBundle,
  copyPicture,
  copyPng,
  saveBundle,
  saveJson,
  savePage,
  savePicture,
  savePng,
  saveReport,
} from '../../../state/sharing.ts';
import { Icon } from '../../../ui/Icon.tsx';
import own from './Share.module.css';

const SCALES = [1, 2, 3, 4] as const;

/** Every other form it can leave in: pictures that open again when dropped, a text for an issue, files. */
export function Files({ request, disabled }: { request: ShareRequest; disabled: boolean }) {
  const words = useWords();
  const session = useSession();
  const [scale, setScale] = useState(2);
  const save = (what: string) => words('app', 'share.save', { what });
  const copy = (what: string) => words('app', 'share.copyAs', { what });
  return (
    <div className={own['files']}>
      <fieldset className={own['group']} disabled={disabled}>
        <legend>{words('app', 'share.picture')}</legend>
        <div className={own['buttons']}>
          <Button leftSection={<Icon name="download" size={13} />} onClick={() => void savePicture(session, request, 'svg')}>
            {save('SVG')}
          </Button>
          <Button leftSection={<Icon name="download" size={13} />} onClick={() => void savePng(session, request, scale)}>
            {save('PNG')}
          </Button>
          <Button leftSection={<Icon name="copy" size={13} />} onClick={() => void copyPng(session, request, scale)}>
            {copy('PNG')}
          </Button>
          <NativeSelect
            aria-label={words('app', 'share.scale')}
            value={String(scale)}
            onChange={(e) => setScale(Number(e.currentTarget.value))}
            data={SCALES.map((s) => ({ value: String(s), label: `${s}×` }))}
          />
          <Button leftSection={<Icon name="copy" size={13} />} onClick={() => void copyPicture(session, request, 'mermaid')}>
            {copy('Mermaid')}
          </Button>
          <Button leftSection={<Icon name="copy" size={13} />} onClick={() => void copyPicture(session, request, 'dot')}>
            {copy('DOT')}
          </Button>
        </div>
      </fieldset>
      <fieldset className={own['group']} disabled={disabled}>
        <legend>{words('app', 'share.bundle')}</legend>
        <div className={own['buttons']}>
          <Button leftSection={<Icon name="copy" size={13} />} onClick={() => void copyBundle(session, request)}>
            {copy('Markdown')}
          </Button>
          <Button leftSection={<Icon name="download" size={13} />} onClick={() => void saveBundle(session, request)}>
            {save('Markdown')}
          </Button>
          <Button leftSection={<Icon name="download" size={13} />} onClick={() => void savePage(session, request)}>
            {save('HTML')}
          </Button>
          <Button leftSection={<Icon name="download" size={13} />} onClick={() => void saveJson(session, request)}>
            {save('JSON')}
          </Button>
          <Button leftSection={<Icon name="download" size={13} />} onClick={() => void saveReport(session, request)}>
            {words('app', 'share.report')}
          </Button>
        </div>
      </fieldset>
    </div>
  );
}
