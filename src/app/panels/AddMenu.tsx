import { Button, Menu } from '@mantine/core';
import { useRef } from 'react';
import { useSession, useWords } from '../state/hooks.ts';
import { takeFiles } from '../state/intake.ts';
import { Icon } from '../ui/Icon.tsx';
import { FilePicker, type Picker } from './FilePicker.tsx';

/** Add files, add a folder, paste, load: always adding to what is there. */
export function AddMenu() {
  const words = useWords();
  const session = useSession();
  const files = useRef<Picker>(null);
  const folder = useRef<Picker>(null);
  return (
    <>
      <FilePicker ref={files} onFiles={(f) => void takeFiles(session, f)} />
      <FilePicker ref={folder} folder onFiles={(f) => void takeFiles(session, f)} />
      <Menu position="bottom-start">
        <Menu.Target>
          <Button leftSection={<Icon name="add" />}>{words('app', 'header.add')}</Button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item leftSection={<Icon name="file" />} onClick={() => files.current?.open()}>
            {words('app', 'add.files')}
          </Menu.Item>
          <Menu.Item leftSection={<Icon name="folder" />} onClick={() => folder.current?.open()}>
            {words('app', 'add.folder')}
          </Menu.Item>
          <Menu.Item leftSection={<Icon name="paste" />} onClick={() => session.look({ dialog: 'paste', pasted: '' })}>
            {words('app', 'add.paste')}
          </Menu.Item>
          <Menu.Item leftSection={<Icon name="external" />} onClick={() => session.look({ dialog: 'url' })}>
            {words('app', 'add.url')}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
    </>
  );
}
