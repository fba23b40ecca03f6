import '@mantine/core/styles/ModalBase.css';
import '@mantine/core/styles/Modal.css';
import '@mantine/core/styles/Overlay.css';
import '@mantine/core/styles/Paper.css';
import { useView } from '../../state/hooks.ts';
import { SearchDialog } from '../search/SearchDialog.tsx';
import { ClearDialog } from './ClearDialog.tsx';
import { ErrorDialog } from './ErrorDialog.tsx';
import { KeysDialog } from './KeysDialog.tsx';
import { PasteDialog } from './PasteDialog.tsx';
import { ShareDialog } from './share/ShareDialog.tsx';
import { UrlDialog } from './UrlDialog.tsx';

/** The dialog that is open, if any. Loaded with the first of them. */
export default function Dialogs() {
  const dialog = useView((v) => v.dialog);
  if (dialog === 'paste') return <PasteDialog />;
  if (dialog === 'url') return <UrlDialog />;
  if (dialog === 'error') return <ErrorDialog />;
  if (dialog === 'share') return <ShareDialog />;
  if (dialog === 'clear') return <ClearDialog />;
  if (dialog === 'search') return <SearchDialog />;
  if (dialog === 'keys') return <KeysDialog />;
  return null;
}
