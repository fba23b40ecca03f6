import type { Words } from './index.ts';

/** The name of an outcome's class: `connection refused (7)`, `HTTP 401`; curl's exit code where it is not 0. */
export function classText(words: Words, outcome: { class: string; status: number | null; exit: number | null }): string {
  if (outcome.status !== null) return words('forecast', 'class.http', { status: outcome.status });
  const name = words.code('forecast', `class.${outcome.class}`);
  return outcome.exit ? `${name} (${outcome.exit})` : name;
}
