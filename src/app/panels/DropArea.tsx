import { type ReactNode, useEffect } from 'react';
import { useDropzone } from 'react-dropzone';
import { useSession, useWords } from '../state/hooks.ts';
import { takeFiles } from '../state/intake.ts';
import css from './DropArea.module.css';

const isField = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && (target.isContentEditable || target.matches('input, textarea, select'));

/** On a page opened from a file Chromium does not let folders be walked, nor files be read that way; plain files it does. */
const PLAIN = {
  getFilesFromEvent: async (event: unknown): Promise<File[]> =>
    event instanceof Object && 'dataTransfer' in event ? [...((event.dataTransfer as DataTransfer | null)?.files ?? [])] : [],
};

/** Files and folders dropped anywhere are added; so is text that is pasted outside a field. */
export function DropArea({ children }: { children: ReactNode }) {
  const words = useWords();
  const session = useSession();
  const { getRootProps, isDragActive } = useDropzone({
    noClick: true,
    noKeyboard: true,
    onDrop: (files) => void takeFiles(session, files),
    ...(location.protocol === 'file:' ? PLAIN : {}),
  });

  useEffect(() => {
    const onPaste = (event: ClipboardEvent) => {
      if (isField(event.target)) return;
      const files = [...(event.clipboardData?.files ?? [])];
      if (files.length > 0) return void takeFiles(session, files);
      const text = event.clipboardData?.getData('text/plain') ?? '';
      if (text.trim() !== '') session.look({ dialog: 'paste', pasted: text });
    };
    window.addEventListener('paste', onPaste);
    return () => window.removeEventListener('paste', onPaste);
  }, [session]);

  const { role: _role, tabIndex: _tabIndex, ...root } = getRootProps();
  return (
    <div {...root} className={css['area']}>
      {children}
      {isDragActive && (
        <div className={css['over']}>
          <p className={css['text']}>{words('app', 'drop.here')}</p>
        </div>
      )}
    </div>
  );
}
