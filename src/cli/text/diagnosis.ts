import type { Diagnosis } from '../../engine/diagnose/index.ts';
import { meaningText } from '../../words/diagnosis.ts';
import type { Words } from '../../words/index.ts';

/** What a pasted message means, each in a paragraph: who says it, which chains it may concern, what explains it or where to look. */
export function diagnosisText(found: readonly Diagnosis[], words: Words, withInput: boolean): string {
  return found
    .map((one) => paragraph(one, words, withInput).join('\n'))
    .join('\n\n')
    .concat('\n');
}

function paragraph({ quote, class: as, speaker, params, suspects, look }: Diagnosis, words: Words, withInput: boolean): string[] {
  const said = words('diagnose', 'said-by', { speaker: words.code('diagnose', `speaker.${speaker}`) });
  return [
    `${as}: ${meaningText(words, as, params)}`,
    `  “${quote}” (${said})`,
    ...suspects.flatMap(({ chain, link, findings, because }) => {
      const hop = link === null ? '' : `, ${words('diagnose', 'hop', { hop: words.code('chain', `link.${link}`) })}`;
      const why = because.map((b) => words.code('diagnose', b.code, b.params)).join(', ');
      const codes = findings.length === 0 ? '' : `; ${words('diagnose', 'explained')}: ${findings.join(', ')}`;
      return [`  ${words('diagnose', 'may-concern')}: ${chain}${hop}${why === '' ? '' : ` (${why})`}${codes}`];
    }),
    ...(look.length > 0 && withInput ? [`  ${words('diagnose', 'unexplained')}`] : []),
    ...look.map(({ code, params: of }) => `  - ${words.code('diagnose', code, of)}`),
    ...(withInput ? [] : [`  ${words('diagnose', 'no-input')}`]),
  ];
}
