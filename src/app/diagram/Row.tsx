import { memo } from 'react';
import { CHANGE_SIGNS, type SceneNode, type SceneRow } from '../../engine/scene/index.ts';
import { rowNote, sayRow } from '../../words/scene.ts';
import { Icon } from '../ui/Icon.tsx';
import css from './Box.module.css';
import { useDim, usePointedAt, useSelected, useShared } from './look.ts';
import { Sign } from './Sign.tsx';

/** A port, field or rule: what edges end on. */
export const Row = memo(function Row({ node, row }: { node: SceneNode; row: SceneRow }) {
  const { words } = useShared();
  // What no edge ends on belongs to its node.
  const dim = useDim(row.id) && row.used === true;
  const chosen = useSelected(row.id);
  const pointed = usePointedAt(row.id);
  const note = rowNote(words, row);
  return (
    <button
      type="button"
      className={css['row']}
      data-stop={row.id}
      data-used={row.used || undefined}
      data-state={row.state}
      data-change={row.change ?? undefined}
      data-dim={dim || undefined}
      data-pointed={pointed || undefined}
      tabIndex={-1}
      aria-pressed={chosen}
      aria-label={sayRow(words, node, row)}
      title={[`${row.text} ${row.detail}`.trim(), note].filter(Boolean).join('\n')}
    >
      {row.change && <span className={css['rowChange']}>{CHANGE_SIGNS[row.change]}</span>}
      <span className={css['text']}>{row.text}</span> {row.detail !== '' && <span className={css['detail']}>{row.detail}</span>}{' '}
      {note !== '' && row.detail === '' && !row.scheme && <span className={css['rowNote']}>{note}</span>}{' '}
      {row.scheme && (
        <span className={css['scheme']}>
          <Icon name={row.scheme === 'https' ? 'lock' : 'open'} size={12} />
          {row.scheme}
        </span>
      )}
      {row.state !== 'ok' && <Sign state={row.state} />}
    </button>
  );
});
