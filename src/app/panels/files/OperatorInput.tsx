import { TextInput } from '@mantine/core';
import { useEffect, useState } from 'react';
import { parseRelease, releaseText } from '../../../engine/cluster/release.ts';
import { useAnswers, useInput, useSession, useWords } from '../../state/hooks.ts';

/** The operator whose behaviour is followed: empty takes the input's own, else the newest known. */
export function OperatorInput() {
  const words = useWords();
  const session = useSession();
  const current = useInput((i) => i.operatorRelease);
  const followed = useAnswers((a) => a.summary?.operator ?? null);
  const written = current === null ? '' : releaseText(current);
  const [text, setText] = useState(written);
  useEffect(() => setText(written), [written]);
  const release = text.trim() === '' ? null : parseRelease(text);
  const valid = text.trim() === '' || release !== null;
  const commit = () => {
    if (valid && release !== current) session.update((input) => ({ ...input, operatorRelease: release }));
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
