import { ActionIcon, Button, useComputedColorScheme, useMantineColorScheme } from '@mantine/core';
import { useWords } from '../state/hooks.ts';
import { setLang } from '../state/settings.ts';
import { Icon } from '../ui/Icon.tsx';

/** Language and light or dark. Each button names, in its own language, what it changes to. */
export function Preferences() {
  const words = useWords();
  const { setColorScheme } = useMantineColorScheme();
  const scheme = useComputedColorScheme('light');
  const other = words.lang === 'en' ? 'zh-CN' : 'en';
  const flipped = scheme === 'dark' ? 'light' : 'dark';
  return (
    <>
      <Button leftSection={<Icon name="language" />} lang={other} onClick={() => void setLang(other)}>
        {other === 'en' ? 'English' : '中文'}
      </Button>
      <ActionIcon variant="default" size={30} onClick={() => setColorScheme(flipped)} aria-label={words('app', `theme.${flipped}`)}>
        <Icon name={flipped === 'dark' ? 'moon' : 'sun'} />
      </ActionIcon>
    </>
  );
}
