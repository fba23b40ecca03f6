import { TextInput } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useAnswers, useInput, useSession, useWords } from '../../state/hooks.ts';

const VERSION = /^v?\d{1,3}\.\d{1,3}(\.\d{1,3})?$/;

/** The operator whose behaviour is followed: empty takes the input's own, else the newest known. */
export function OperatorInput() {
  const words = useWords();
  const session = useSession();
  const current = useInput((i) => i.operatorVersion);
  const followed = useAnswers((a) => a.summary?.operator ?? null);
  const [text, setText] = useState(current ?? '');
  useEffect(() => setText(current ?? ''), [current]);
  const wanted = text.trim() === '' ? null : text.trim();
  const valid = wanted === null || VERSION.test(wanted);
  const commit = () => {
    if (valid && wanted !== current) session.update((input) => ({ ...input, operatorVersion: wanted }));
  };
  return (
    <TextInput
      label={words('app', 'operator.label')}
      placeholder={
        followed && followed.from !== 'option' ? words('app', `operator.from.${followed.from}`, { release: followed.release }) : ''
      }
      value={text}
      error={valid ? null : words('app', 'operator.invalid')}
      onChange={(e) => setText(e.currentTarget.value)}
      onBlur={commit}
      onKeyDown={(e) => {
        if (e.key === 'Enter') commit();
      }}
    />
  );
}
