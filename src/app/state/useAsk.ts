import { useEffect, useState } from 'react';
import type { Answer, Args, Method } from '../worker/protocol.ts';
import { useAnswers, useSession } from './hooks.ts';

/** The engine's answer about the sources as they are; undefined while it is looked up. Only the newest question counts. */
export function useAsk<M extends Method>(method: M, ...args: Args<M>): Answer<M> | undefined {
  const session = useSession();
  const summary = useAnswers((a) => a.summary);
  const stops = useAnswers((a) => a.stops);
  const key = JSON.stringify([method, args]);
  const [got, setGot] = useState<{ key: string; summary: unknown; answer: Answer<M> }>();
  // biome-ignore lint/correctness/useExhaustiveDependencies: what was stopped is asked again
  useEffect(() => {
    let wanted = true;
    const [asked, given] = JSON.parse(key) as [M, Args<M>];
    session.client.ask(asked, given).then(
      (answer) => wanted && setGot({ key, summary, answer }),
      (error: unknown) => session.failed(error),
    );
    return () => {
      wanted = false;
    };
  }, [session, key, summary, stops]);
  return got?.key === key && got.summary === summary ? got.answer : undefined;
}
