import { type Ref, useImperativeHandle, useRef } from 'react';

export interface Picker {
  open(): void;
}

/** A hidden file input that a button opens; the button carries the label and the focus. */
export function FilePicker({
  ref,
  onFiles,
  folder = false,
  single = false,
}: {
  ref: Ref<Picker>;
  onFiles: (files: File[]) => void;
  folder?: boolean;
  single?: boolean;
}) {
  const input = useRef<HTMLInputElement>(null);
  useImperativeHandle(ref, () => ({ open: () => input.current?.click() }), []);
  return (
    <input
      ref={input}
      type="file"
      hidden
      tabIndex={-1}
      multiple={!single}
      data-picker={folder ? 'folder' : 'files'}
      {...(folder ? { webkitdirectory: '' } : {})}
      onChange={(event) => {
        const files = [...(event.currentTarget.files ?? [])];
        // The same file chosen again must count as a change.
        event.currentTarget.value = '';
        onFiles(files);
      }}
    />
  );
}
