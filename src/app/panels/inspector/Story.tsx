import { Skeleton } from '@mantine/core';
import { memo } from 'react';
import type { Link } from '../../../engine/chain/index.ts';
import type { SceneEdge } from '../../../engine/scene/index.ts';
import { readable, shortened } from '../../../words/index.ts';
import { NOWHERE } from '../../diagram/pointed.ts';
import { usePointed, useSession, useView, useWords } from '../../state/hooks.ts';
import { type Shown, selectionOf } from '../../state/now.ts';
import { SchemeMark, StateMark } from '../../ui/Mark.tsx';
import { Access } from './Access.tsx';
import { Clients } from './Clients.tsx';
import { Findings } from './Findings.tsx';
import css from './Inspector.module.css';
import { endName } from './names.ts';
import { Settle } from './Settle.tsx';
import { Verdict } from './Verdict.tsx';

/** The chain in words, hop by hop: the picture's twin for keyboards, screen readers and small screens. */
export const Story = memo(function Story({ shown }: { shown: Shown | null }) {
  const words = useWords();
  if (!shown) return <Skeleton height={240} m={12} width="auto" />;
  const { chain, findings, access, clients, moment } = shown;
  return (
    <div className={css['body']}>
      <Verdict chain={chain} moment={moment} />
      <Access chain={chain.id} access={access} />
      <Findings findings={findings} moment={moment} />
      <Settle chain={chain} />
      <AskError />
      <section aria-labelledby="story-title" className={css['section']}>
        <h3 id="story-title" className={css['sub']}>
          {words('app', 'story.title', { count: chain.links.length })}
        </h3>
        <ol className={css['story']}>
          {chain.links.map((link) => (
            <li key={link.id}>
              <Hop link={link} shown={shown} />
            </li>
          ))}
        </ol>
      </section>
      <Clients clients={clients} moment={moment} />
      {chain.nearMisses.length > 0 && (
        <section aria-labelledby="near-title" className={css['section']}>
          <h3 id="near-title" className={css['sub']}>
            {words('app', 'near.title')}
          </h3>
          <ul className={css['story']}>
            {chain.nearMisses.map((miss) => (
              <li key={miss.object} className={css['near']}>
                <code>{readable(miss.object)}</code> {words('chain', `near.${miss.why}`)}
              </li>
            ))}
          </ul>
        </section>
      )}
    </div>
  );
});

/** On a phone the header has no room for it. */
function AskError() {
  const words = useWords();
  const session = useSession();
  return (
    <p>
      <button type="button" className={css['ask']} onClick={() => session.look({ dialog: 'error' })}>
        {words('diagnose', 'title')}
      </button>
    </p>
  );
}

const touches = ({ from, to }: SceneEdge, at: string): boolean => [from.node, from.row, to.node, to.row].includes(at);

function Hop({ link, shown }: { link: Link; shown: Shown }) {
  const words = useWords();
  const session = useSession();
  const id = selectionOf(link, shown.scene);
  const chosen = useView((v) => v.selection === id);
  const edge = shown.scene?.edges.find((e) => e.id === id);
  const marked = usePointed(({ id: at }) => at !== null && (at === id || (edge !== undefined && touches(edge, at))));
  return (
    <button
      type="button"
      className={css['hop']}
      data-pointed={marked || undefined}
      onPointerEnter={() => session.pointed.setState({ id, chains: [shown.chain.id] })}
      onPointerLeave={() => session.pointed.setState(NOWHERE)}
      onFocus={() => session.pointed.setState({ id, chains: [shown.chain.id] })}
      onBlur={() => session.pointed.setState(NOWHERE)}
      data-state={link.state}
      aria-current={chosen ? 'true' : undefined}
      onClick={() => session.look({ selection: id, pane: 'inspector' })}
    >
      <span className={css['hopHead']}>
        <StateMark state={link.state} />
        <span className={css['hopKind']}>{words('chain', `link.${link.kind}`)}</span>
      </span>
      <span className={css['ends']}>
        {endName(link.from, words)} → {endName(link.to, words)}
      </span>
      {(link.label || link.scheme) && (
        <span className={css['hopHead']}>
          <code className={css['label']}>{shortened(link.label)}</code>
          <SchemeMark scheme={link.scheme} />
        </span>
      )}
      {link.codes.length > 0 && <span className={css['codes']}>{link.codes.join(', ')}</span>}
    </button>
  );
}
