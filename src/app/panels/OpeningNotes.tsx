import { Alert } from '@mantine/core';
import { lazy, Suspense } from 'react';
import { useStore } from 'zustand';
import { adopt } from '../state/actions.ts';
import { useSession, useWords } from '../state/hooks.ts';
import type { OpeningStore } from '../state/opening.ts';

const SourceDialog = lazy(() => import('./dialogs/SourceDialog.tsx'));
const LinkDialog = lazy(() => import('./dialogs/LinkDialog.tsx'));

/** What opening a link has to say: that it cannot be read, or that own work is in its way. */
export function OpeningNotes({ opening }: { opening: OpeningStore }) {
  const words = useWords();
  const session = useSession();
  const { offered, source, refused } = useStore(opening);
  const settle = () => opening.setState({ offered: null });
  return (
    <>
      {refused && (
        <Alert
          color="red"
          role="alert"
          radius={0}
          title={words('app', refused.code.startsWith('src-') ? 'src.refused' : 'link.refused')}
          withCloseButton
          closeButtonLabel={words('app', 'dialog.close')}
          onClose={() => opening.setState({ refused: null })}
        >
          {words.code('share', refused.code, refused.params)}
        </Alert>
      )}
      {source && (
        <Suspense>
          <SourceDialog plan={source} onClose={() => opening.setState({ source: null })} />
        </Suspense>
      )}
      {offered && (
        <Suspense>
          <LinkDialog
            files={offered.files.length}
            onKeep={settle}
            onOpen={() => {
              adopt(session, offered);
              settle();
            }}
          />
        </Suspense>
      )}
    </>
  );
}
