import { Button } from '@mantine/core';
import type { SceneEdge, SceneNode, SceneRow } from '../../../engine/scene/index.ts';
import { findingText } from '../../../words/findings.ts';
import { readable } from '../../../words/index.ts';
import { kindName } from '../../../words/scene.ts';
import { useAnswers, useSession, useWords } from '../../state/hooks.ts';
import type { Shown } from '../../state/now.ts';
import { SchemeMark, StateMark } from '../../ui/Mark.tsx';
import { EvidenceList } from './EvidenceList.tsx';
import css from './Inspector.module.css';

interface Props {
  node: SceneNode;
  row: SceneRow | null;
  edges: readonly SceneEdge[];
  shown: Shown | null;
  moment: 'before' | 'after';
}

/** A box of the picture (or one row of it): who makes it, what ties it to others, and its lines. */
export function NodeDetail({ node, row, edges, shown, moment }: Props) {
  const words = useWords();
  const files = useAnswers((a) => a.summary?.files);
  const roles = files?.flatMap((f) => f.roles.filter((r) => r.object === node.object)) ?? [];
  const codes = new Set(node.codes);
  const findings = shown?.findings.filter((f) => codes.has(f.code)) ?? [];
  const at = row ? row.at : node.at;
  const ats = at ? [at] : [];
  return (
    <div className={css['body']}>
      <p className={css['hopHead']}>
        <StateMark state={row?.state ?? node.state} />
        <span className={css['quiet']}>{kindName(words, node.kind)}</span>
      </p>
      <p className={css['name']}>{node.title}</p>
      {row && (
        <p>
          <code>{readable(row.text)}</code> <span className={css['quiet']}>{readable(row.detail)}</span>
        </p>
      )}
      {!row && node.subtitle && <p className={css['quiet']}>{node.subtitle}</p>}
      {node.origin !== 'input' && <p className={css['explain']}>{words('app', `origin.${node.origin}`)}</p>}
      {roles.map((role) => (
        <p key={role.code} className={css['explain']}>
          {words.code('roles', role.code, role.params)}
        </p>
      ))}
      {findings.map((f) => (
        <p key={f.code}>
          {findingText(words, f.code, f.params)} <code className={css['code']}>{f.code}</code>
        </p>
      ))}
      <Ties edges={edges} />
      <section className={css['section']} aria-labelledby="node-lines">
        <h3 id="node-lines" className={css['sub']}>
          {words('app', 'evidence.title')}
        </h3>
        <EvidenceList ats={ats} moment={moment} />
      </section>
    </div>
  );
}

/** An edge of the overview: its chain is one click away. */
export function EdgeDetail({ edge }: { edge: SceneEdge }) {
  const words = useWords();
  const session = useSession();
  return (
    <div className={css['body']}>
      <p className={css['hopHead']}>
        <StateMark state={edge.state} />
        <code>{readable(edge.label)}</code>
        <SchemeMark scheme={edge.scheme} />
      </p>
      <p className={css['ends']}>{edge.chain}</p>
      <Button onClick={() => session.look({ chain: edge.chain, tab: 'chain', pane: 'main', selection: null })}>
        {words('app', 'overview.open')}
      </Button>
    </div>
  );
}

function Ties({ edges }: { edges: readonly SceneEdge[] }) {
  const words = useWords();
  const session = useSession();
  if (edges.length === 0) return null;
  return (
    <section className={css['section']} aria-labelledby="ties-title">
      <h3 id="ties-title" className={css['sub']}>
        {words('app', 'node.ties')}
      </h3>
      <ul className={css['story']}>
        {edges.map((edge) => (
          <li key={edge.id}>
            <button type="button" className={css['hop']} data-state={edge.state} onClick={() => session.look({ selection: edge.id })}>
              <span className={css['hopHead']}>
                <StateMark state={edge.state} />
                <code>{readable(edge.label)}</code>
                <SchemeMark scheme={edge.scheme} />
              </span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
