import { lazily } from '../lazy/index.ts';
import type { Json, JsonMap } from '../yaml/index.ts';
import { lowerCase, upperCase } from './letters.ts';
import { regexMatches } from './match.ts';
import { isPlain } from './plain.ts';
import { matchRegex } from './regex/index.ts';

/** Shards are rare, and so is their hash. */
const hashing = lazily(() => import('./md5.ts'));

/** A label's value, or null when only a running pod or node decides it. */
export type KnownLabels = Map<string, string | null>;

/** What one rule did to one target. `unknown`: a keep or drop hangs on a label of run time. */
export interface Step {
  rule: number;
  effect: 'kept' | 'dropped' | 'set' | 'deleted' | 'mapped' | 'unknown';
  label: string | null;
  from: string | null;
  to: string | null;
}

export interface Outcome {
  /** The rule that drops the target; null when it is kept or nothing can be said. */
  droppedBy: number | null;
  /** Rules that decide nothing, because what they look at exists at run time only. */
  unknown: number[];
  labels: KnownLabels;
  /** Empty unless asked for. */
  steps: Step[];
}

export interface RunOptions {
  /** What an absent label is: empty, or null where it may exist at run time. */
  absent?: (name: string) => string | null;
  trace?: boolean;
  /** A rule that makes a label name outside `[a-zA-Z_][a-zA-Z0-9_]*` does nothing, as before Prometheus 3. */
  legacyNames?: boolean;
}

/** A rule in Prometheus' field names with its defaults (Prometheus model/relabel DefaultRelabelConfig). */
interface Rule {
  action: string;
  sources: readonly string[];
  separator: string;
  regex: string;
  target: string;
  replacement: string;
  modulus: number;
}

const texts = (value: Json | undefined): string[] => (Array.isArray(value) ? value.map(String) : []);
const text = (value: Json | undefined, fallback: string): string =>
  value === undefined || value === null || typeof value === 'object' ? fallback : String(value);

const ruleOf = (rule: JsonMap): Rule => ({
  action: text(rule['action'], 'replace').toLowerCase(),
  sources: texts(rule['source_labels']),
  separator: text(rule['separator'], ';'),
  regex: text(rule['regex'], '(.*)'),
  target: text(rule['target_label'], ''),
  replacement: text(rule['replacement'], '$1'),
  modulus: Number(rule['modulus']) || 0,
});

/**
 * Runs relabel rules over labels, three-valued: what depends on a label of run time is null, and a keep or drop over it
 * decides nothing. Semantics of Prometheus model/relabel/relabel.go: sources joined, regex fully anchored, an empty result
 * deletes the label.
 */
export function runRules(
  rules: readonly JsonMap[],
  start: KnownLabels,
  { absent = () => '', trace = false, legacyNames = false }: RunOptions = {},
): Outcome {
  const labels = new Map(start);
  const outcome: Outcome = { droppedBy: null, unknown: [], labels, steps: [] };
  const read = (name: string): string | null => labels.get(name) ?? (labels.has(name) ? null : absent(name));
  for (const [index, written] of rules.entries()) {
    const rule = ruleOf(written);
    const note = (effect: Step['effect'], label: string | null = null, from: string | null = null, to: string | null = null) => {
      if (trace) outcome.steps.push({ rule: index, effect, label, from, to });
    };
    const write = (name: string, value: string | null, effect: 'set' | 'mapped') => {
      const before = labels.get(name) ?? null;
      if (value === '') {
        if (labels.delete(name)) note('deleted', name, before);
        return;
      }
      if (labels.has(name) && before === value) return;
      labels.set(name, value);
      note(effect, name, before, value);
    };
    const sources = rule.sources.map(read);
    const joined = sources.includes(null) ? null : shortened(sources.join(rule.separator));
    switch (rule.action) {
      case 'keep':
      case 'drop':
      case 'keepequal':
      case 'dropequal': {
        const matched = rule.action.endsWith('equal') ? equals(joined, read(rule.target)) : matches(rule, joined, sources);
        if (matched === null) {
          outcome.unknown.push(index);
          note('unknown');
          break;
        }
        if (matched === rule.action.startsWith('drop')) {
          outcome.droppedBy = index;
          note('dropped');
          return outcome;
        }
        note('kept');
        break;
      }
      case 'replace': {
        if (joined === null) {
          if (matches(rule, null, sources) !== false) write(rule.target, null, 'set');
          break;
        }
        const groups = groupsOf(rule.regex, joined);
        if (groups === null) break;
        const name = groups.expand(rule.target);
        if (name !== null && (legacyNames ? LEGACY_NAME.test(name) : isLabelName(name)))
          write(name, groups.expand(rule.replacement), 'set');
        break;
      }
      case 'lowercase':
      case 'uppercase':
        write(rule.target, joined === null ? null : rule.action === 'lowercase' ? lowerCase(joined) : upperCase(joined), 'set');
        break;
      case 'hashmod':
        write(rule.target, joined === null || rule.modulus < 1 ? null : String(hashing().hashmod(joined, rule.modulus)), 'set');
        break;
      case 'labelmap':
        for (const [name, value] of [...labels]) {
          const mapped = groupsOf(rule.regex, name)?.expand(rule.replacement);
          if (mapped && isLabelName(mapped)) write(mapped, value, 'mapped');
        }
        break;
      case 'labeldrop':
      case 'labelkeep':
        for (const [name, value] of [...labels])
          if (regexMatches(rule.regex, name) === (rule.action === 'labeldrop')) {
            labels.delete(name);
            note('deleted', name, value);
          }
        break;
    }
  }
  return outcome;
}

/** Rules that double a label would soon fill the memory: what is longer is as good as not known. */
const LONGEST = 65_536;
const shortened = (text: string): string | null => (text.length > LONGEST ? null : text);

const equals = (a: string | null, b: string | null): boolean | null => (a === null || b === null ? null : a === b);

/** null: it hangs on what is not known. Some patterns decide the same way whatever the unknown is. */
function matches({ regex, separator }: Rule, joined: string | null, sources: readonly (string | null)[]): boolean | null {
  if (regex === '(.*)' || regex === '.*') return true;
  if (joined !== null) return regexMatches(regex, joined);
  const unknown = sources.indexOf(null);
  const known = sources
    .slice(0, unknown)
    .map((s) => `${s}${separator}`)
    .join('');
  const literal = literalStart(regex);
  return known.startsWith(literal) || literal.startsWith(known) ? null : false;
}

/** The text every match of a pattern begins with, as far as that is plain to see. */
function literalStart(pattern: string): string {
  let end = 0;
  while (end < pattern.length && isPlain(pattern[end] as string)) end++;
  // Alternatives may begin otherwise, and a quantifier makes the character before it optional.
  if (pattern.includes('|')) return '';
  return /[*?{]/.test(pattern[end] ?? '') ? pattern.slice(0, Math.max(0, end - 1)) : pattern.slice(0, end);
}

/** Label names may be any text since Prometheus 3; only an empty one can be no label. */
const isLabelName = (name: string): boolean => name !== '';
const LEGACY_NAME = /^[a-zA-Z_][a-zA-Z0-9_]*$/;

interface Groups {
  /** null: longer than anybody could want. */
  expand(template: string): string | null;
}

/** null: no match, or a pattern RE2 refuses. */
function groupsOf(pattern: string, value: string): Groups | null {
  const found = matchRegex(pattern, value);
  if (found === null || found === 'invalid') return null;
  const group = (name: string): string => {
    const number = /^\d+$/.test(name) ? Number(name) : groupNames(pattern).indexOf(name) + 1;
    return number > 0 || name === '0' ? (found[number] ?? '') : '';
  };
  return { expand: (template) => expand(template, group) };
}

/** Names of the capturing groups in order, '' for those without one. */
function groupNames(pattern: string): string[] {
  const groups = /\\.|\[(?:\\.|[^\]\\])*\]|\((?:\?P?<(\w+)>|(?!\?))/g;
  return [...pattern.matchAll(groups)].filter(([whole]) => whole.startsWith('(')).map(([, name]) => name ?? '');
}

/** Go regexp Expand: `$1`, `${1}`, `$name` as long as it goes; `$$` is a dollar. */
function expand(template: string, group: (name: string) => string): string | null {
  let length = template.length;
  const text = template.replace(/\$(?:\$|\{(\w+)\}|(\w+))/g, (whole, braced?: string, bare?: string) => {
    const name = braced ?? bare;
    if (name === undefined) return whole === '$$' ? '$' : whole;
    const value = group(name);
    length += value.length;
    return length > LONGEST ? '' : value;
  });
  return length > LONGEST ? null : text;
}
