import type { TargetsView, TargetView } from '../../engine/api.ts';
import type { Places } from '../../engine/export/index.ts';
import type { Words } from '../../words/index.ts';
import { type Paint, painter } from './colour.ts';
import { placeText } from './place.ts';

/** Dropped targets named under the rule that drops them before the rest is only counted. */
const NAMED_DROPPED = 5;

/** The targets of a chain to read in a terminal: a block each kept one, then the dropped ones by the rule that drops them. */
export function targetsText(view: TargetsView, places: Places, words: Words, colour: boolean): string {
  const paint = painter(colour);
  const { counts, elsewhere, kept } = view;
  const unlisted = counts.kept - kept.length;
  const lines = [
    words('targets', 'kept-of', { kept: counts.kept, discovered: counts.discovered }),
    paint('dim', `${words('targets', 'job')} ${view.job}. ${aboutText(view, words)}`),
    ...(elsewhere === null ? [] : [words('targets', 'elsewhere', { mechanism: elsewhere })]),
    ...kept.flatMap((target) => keptLines(target, paint)),
    ...(unlisted > 0 ? ['', words('cli', 'more', { count: unlisted })] : []),
    ...(counts.duplicates > 0 ? ['', words('targets', 'duplicates', { count: counts.duplicates })] : []),
    ...view.rules.flatMap((rule, index) => (rule.drops > 0 ? droppedLines(view, index, places, words, paint) : [])),
    ...errorLines(view, words, paint),
  ];
  return `${lines.join('\n')}\n`;
}

/** Whose configuration it is, what is looked at and where, and what is only an example. */
function aboutText({ prometheus, role, namespaces, simulated }: TargetsView, words: Words): string {
  const sentences = [prometheus === null ? words('targets', 'by.nobody') : words('targets', 'by', { prometheus })];
  if (role !== null && namespaces === null) sentences.push(words('targets', 'role.everywhere', { role }));
  if (role !== null && namespaces !== null) sentences.push(words('targets', 'role', { role, namespaces: namespaces.join(', ') }));
  if (simulated) sentences.push(words('targets', 'simulated'));
  return sentences.join(' ');
}

const keptLines = ({ url, labels }: TargetView, paint: Paint): string[] => [
  '',
  `${paint('green', '✓')} ${url}`,
  ...labels.map(([name, value]) => `    ${paint('dim', `${name}=`)}${JSON.stringify(value)}`),
];

function droppedLines(view: TargetsView, index: number, places: Places, words: Words, paint: Paint): string[] {
  const rule = view.rules[index];
  if (!rule) return [];
  const { origin, text, at, drops } = rule;
  const why = words('targets', `origin.${origin}`);
  const place = at === null ? `  (${words('targets', 'always')})` : placeText(places.at(at));
  return [
    '',
    `${paint('red', '✗')} ${words('cli', 'dropped-by', { count: drops, rule: index + 1, why })}`,
    `    ${text}${paint('dim', place)}`,
    ...namedLines(
      view.dropped.filter((t) => t.droppedBy === index),
      drops,
      words,
    ),
  ];
}

/** Targets that no rule drops and Prometheus cannot scrape all the same. */
function errorLines({ dropped, counts }: TargetsView, words: Words, paint: Paint): string[] {
  const all = counts.discovered - counts.kept - counts.duplicates - counts.dropped;
  const shown = dropped.filter((t) => t.error !== null);
  if (all <= 0) return [];
  const kinds = [...new Set(shown.map((t) => words.code('targets', `error.${t.error}`)))].join('; ');
  return ['', `${paint('red', '✗')} ${all}: ${kinds}`, ...namedLines(shown, all, words)];
}

/** The first of them by name, and how many more there are. */
function namedLines(shown: readonly TargetView[], all: number, words: Words): string[] {
  const named = shown.slice(0, NAMED_DROPPED);
  const rest = all - named.length;
  return [...named.map((t) => `    - ${nameOf(t)}`), ...(rest > 0 ? [`    ${words('cli', 'more', { count: rest })}`] : [])];
}

/** What a target is before any rule has run: its address, and the pod or Service behind it. */
function nameOf({ discovered, pod, service }: TargetView): string {
  const address = discovered.find(([name]) => name === '__address__')?.[1] ?? '';
  return [address, pod ?? service].filter((part) => part !== null && part !== '').join('  ');
}
