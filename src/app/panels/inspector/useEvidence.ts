import { useEffect, useMemo, useState } from 'react';
import type { Place } from '../../../engine/api.ts';
import type { At } from '../../../engine/yaml/index.ts';
import { type ExcerptLine, excerptOf } from '../../state/excerpt.ts';
import { useAnswers, useSession } from '../../state/hooks.ts';

export interface Evidence {
  place: Place;
  lines: ExcerptLine[];
}

/** The manifest lines behind evidence; undefined while they are looked up, null where nothing stands. */
export function useEvidence(ats: readonly At[], moment: 'before' | 'after'): (Evidence | null)[] | undefined {
  const session = useSession();
  const files = useAnswers((a) => a.files);
  const preview = useAnswers((a) => a.preview);
  const key = JSON.stringify(ats);
  const [got, setGot] = useState<{ key: string; files: unknown; goals: unknown; places: (Place | null)[] }>();
  const goals = moment === 'after' ? preview?.preview.goals : undefined;

  useEffect(() => {
    let wanted = true;
    const asked = JSON.parse(key) as At[];
    session.client.ask('locate', goals ? [asked, goals] : [asked]).then(
      (places) => wanted && setGot({ key, files, goals, places }),
      (error: unknown) => session.failed(error),
    );
    return () => {
      wanted = false;
    };
  }, [session, key, goals, files]);

  return useMemo(() => {
    // Places count characters of the very texts they were looked up in.
    if (got?.key !== key || got.files !== files || got.goals !== goals) return undefined;
    const changed = goals ? new Map(preview?.preview.changes.map((c) => [c.path, c.after])) : new Map<string, string | null>();
    return got.places.map((place) => {
      if (!place) return null;
      const text = changed.get(place.file) ?? files.find((f) => f.path === place.file)?.text;
      return text === undefined ? null : { place, lines: excerptOf(text, place) };
    });
  }, [got, key, files, goals, preview]);
}
