import { Skeleton } from '@mantine/core';
import type { At } from '../../../engine/yaml/index.ts';
import { useWords } from '../../state/hooks.ts';
import { Excerpt } from './Excerpt.tsx';
import css from './Inspector.module.css';
import { useEvidence } from './useEvidence.ts';

/** The manifest lines for a list of places; those that are the same line are shown once. */
export function EvidenceList({ ats, titles, moment }: { ats: readonly At[]; titles?: readonly string[]; moment: 'before' | 'after' }) {
  const words = useWords();
  const got = useEvidence(ats, moment);
  if (ats.length === 0) return <p className={css['quiet']}>{words('app', 'evidence.none')}</p>;
  if (!got) return <Skeleton height={120} />;
  const seen = new Set<string>();
  return (
    <div className={css['evidence']}>
      {got.map((evidence, i) => {
        if (!evidence) return null;
        const { file, start, end } = evidence.place;
        const key = `${file}:${start}:${end}`;
        if (seen.has(key)) return null;
        seen.add(key);
        const title = titles?.[i];
        return <Excerpt key={key} evidence={evidence} editable={moment === 'before'} {...(title ? { title } : {})} />;
      })}
    </div>
  );
}
