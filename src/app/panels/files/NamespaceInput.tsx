import { TextInput } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useInput, useSession, useWords } from '../../state/hooks.ts';

/** A DNS label, as the API server takes it. */
const NAMESPACE = /^[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?$/;

/** The namespace of objects that name none. Taken over when the field is left or Enter is pressed. */
export function NamespaceInput() {
  const words = useWords();
  const session = useSession();
  const current = useInput((i) => i.defaultNamespace);
  const [text, setText] = useState(current);
  useEffect(() => setText(current), [current]);
  const valid = NAMESPACE.test(text);
  const commit = () => {
    if (valid && text !== current) session.update((input) => ({ ...input, defaultNamespace: text }));
  };
  return (
    <TextInput
      label={words('app', 'namespace.label')}
      value={text}
      error={valid ? null : words('app', 'namespace.invalid')}
      onChange={(e) => setText(e.currentTarget.value)}
      onBlur={commit}
      onKeyDown={(e) => {
        if (e.key === 'Enter') commit();
      }}
    />
  );
}
