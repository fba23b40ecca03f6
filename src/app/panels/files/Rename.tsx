import { Button, TextInput } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import type { TieMark } from '../../../engine/text/index.ts';
import { editFiles } from '../../state/actions.ts';
import { useSession, useWords } from '../../state/hooks.ts';
import { useAsk } from '../../state/useAsk.ts';
import css from './Editor.module.css';

/** Another name for a port: what would change is shown first, and whether every chain stays as it is. */
export function Rename({ path, tie, onDone }: { path: string; tie: TieMark; onDone: () => void }) {
  const words = useWords();
  const session = useSession();
  const [name, setName] = useState(tie.value);
  const answer = useAsk('renamePort', { file: path, line: tie.line, column: tie.column }, name);
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => field.current?.focus(), []);
  const made = answer && 'places' in answer ? answer : null;
  const good = made !== null && made.worse.length === 0;
  const refused = answer && 'refused' in answer && answer.refused !== 'same' ? words('app', `rename.${answer.refused}`) : null;
  return (
    <form
      className={css['rename']}
      aria-label={words('app', 'rename.title', { name: tie.value })}
      onSubmit={(event) => {
        event.preventDefault();
        if (!good) return;
        editFiles(session, made.files);
        onDone();
      }}
    >
      <TextInput
        label={words('app', 'rename.title', { name: tie.value })}
        value={name}
        error={refused}
        ref={field}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <div aria-live="polite">
        {made && (
          <>
            <p>{words('app', 'rename.places', { count: made.places.length })}</p>
            <ul>
              {made.places.map((place) => (
                <li key={`${place.file}:${place.line}:${place.field}`}>
                  <code>
                    {place.file}:{place.line}
                  </code>{' '}
                  {place.object} <code>{place.field}</code>
                </li>
              ))}
            </ul>
            <p>{good ? words('app', 'rename.good') : words('app', 'rename.worse', { objects: made.worse.join(', ') })}</p>
          </>
        )}
      </div>
      <div className={css['bar']}>
        <Button type="submit" size="compact-sm" disabled={!good}>
          {words('app', 'rename.do')}
        </Button>
        <Button size="compact-sm" variant="default" onClick={onDone}>
          {words('app', 'rename.cancel')}
        </Button>
      </div>
    </form>
  );
}
