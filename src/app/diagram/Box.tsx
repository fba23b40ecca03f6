import { Handle, type NodeProps, Position } from '@xyflow/react';
import { memo } from 'react';
import { CHANGE_SIGNS, type SceneNode, titleRoom } from '../../engine/scene/index.ts';
import { codeNote, kindName, nodeTitle, sayNode } from '../../words/scene.ts';
import { Icon } from '../ui/Icon.tsx';
import css from './Box.module.css';
import type { BoxNode } from './flow.ts';
import { useDim, useLook, usePointedAt, useSelected, useShared } from './look.ts';
import { Middle } from './Middle.tsx';
import { ROLE_ICONS } from './marks.ts';
import { Row } from './Row.tsx';
import signs from './Sign.module.css';
import { Sign } from './Sign.tsx';

/** One node of the picture, whatever its role: head, rows, notes. */
export const Box = memo(function Box({ data: { node } }: NodeProps<BoxNode>) {
  const { words } = useShared();
  const dim = useDim(node.id);
  const chosen = useSelected(node.id);
  const pointed = usePointedAt(node.id);
  return (
    <div
      className={css['box']}
      data-role={node.role}
      data-origin={node.origin}
      data-state={node.state}
      data-change={node.change ?? undefined}
      data-dim={dim || undefined}
      data-chosen={chosen || undefined}
      data-pointed={pointed || undefined}
    >
      <Handle type="target" position={Position.Left} isConnectable={false} className={css['handle'] ?? ''} />
      <Head node={node} chosen={chosen} />
      {node.rows.map((row) => (
        <Row key={row.id} node={node} row={row} />
      ))}
      {node.codes.map((code) => (
        <p key={code} className={css['note']} title={codeNote(words, code)}>
          <Sign state={node.state === 'ok' ? null : node.state} />
          {codeNote(words, code)}
        </p>
      ))}
      <Handle type="source" position={Position.Right} isConnectable={false} className={css['handle'] ?? ''} />
    </div>
  );
});

function Head({ node, chosen }: { node: SceneNode; chosen: boolean }) {
  const { words } = useShared();
  const tabbed = useLook((l) => l.tabStop === null || l.tabStop === node.id);
  const title = nodeTitle(words, node);
  const icon = node.origin === 'missing' ? ROLE_ICONS.missing : ROLE_ICONS[node.role];
  const made = node.origin === 'input' || node.role === 'container' ? '' : words('scene', `origin.${node.origin}.short`);
  return (
    <button
      type="button"
      className={css['head']}
      data-stop={node.id}
      tabIndex={tabbed ? 0 : -1}
      aria-pressed={chosen}
      aria-label={sayNode(words, node)}
      title={[`${kindName(words, node.kind)} ${title}`, node.subtitle, made].filter(Boolean).join('\n')}
    >
      {/* In the order of the name, placed by the style sheet: kind and what belongs to it stand above the title. */}
      {icon && <Icon name={icon} size={11} className={css['icon']} />}
      <span className={css['kind']}>{kindName(words, node.kind)}</span>{' '}
      <span className={css['title']}>
        <Middle text={title} most={titleRoom(node)} />
      </span>{' '}
      <span className={css['sub']}>{[node.subtitle, made].filter(Boolean).join(' ')}</span>{' '}
      {node.change && (
        <span className={signs['change']} data-change={node.change}>
          {CHANGE_SIGNS[node.change]} {words('scene', `change.${node.change}`)}
        </span>
      )}
      {node.state !== 'ok' && <Sign state={node.state} />}
    </button>
  );
}
