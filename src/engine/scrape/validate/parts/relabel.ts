import type { Fields } from '../../../objects/index.ts';
import { compiles } from '../../regex/index.ts';
import { atLeast, versionText } from '../../version.ts';
import type { RejectionCode } from '../codes.ts';
import type { Judge } from '../judge.ts';
import { isLabelName, isLabelTemplate, nameScheme } from '../text/labelName.ts';

const SINCE = new Map([
  ['lowercase', '2.36.0'],
  ['uppercase', '2.36.0'],
  ['keepequal', '2.41.0'],
  ['dropequal', '2.41.0'],
]);
const NEED_TARGET = new Set(['replace', 'hashmod', 'lowercase', 'uppercase', 'keepequal', 'dropequal']);

/** The relabelings under `parent.field`, in order (prometheus validation/validator.go). */
export function relabelings(parent: Fields, field: string, judge: Judge): void {
  for (const rule of parent.list(field)) relabeling(rule, judge);
}

function relabeling(rule: Fields, judge: Judge): void {
  const action = (rule.str('action') || 'replace').toLowerCase();
  const target = rule.str('targetLabel') ?? '';
  const regex = rule.str('regex') ?? '';
  const scheme = nameScheme(judge.version, judge.release);
  const reject = (field: string, code: RejectionCode, params: Record<string, string> = {}): void =>
    judge.reject(rule, field, code, { action, ...params });

  const since = SINCE.get(action);
  if (since && !atLeast(judge.version, since)) reject('action', 'relabel-action-too-new', { since, version: versionText(judge.version) });
  if (!compiles(regex)) reject('regex', 'relabel-regex-invalid', { regex });
  if (action === 'hashmod' && !rule.int('modulus')) reject('modulus', 'relabel-modulus-missing');
  if (NEED_TARGET.has(action)) {
    // A template is a name only after the regex has matched; Prometheus decides then.
    const valid = action === 'replace' && target.includes('$') ? isLabelTemplate(target, scheme) : isLabelName(target, scheme);
    if (target === '') reject('targetLabel', 'relabel-target-missing');
    else if (!valid) reject('targetLabel', 'relabel-target-invalid', { label: target, version: versionText(judge.version) });
  }
  const replacement = rule.str('replacement');
  const equal = action === 'keepequal' || action === 'dropequal';
  if (SINCE.has(action) && !isDefault(rule, 'replacement')) reject('replacement', 'relabel-extra-field', { field: 'replacement' });
  if (action === 'labelmap' && replacement !== null && !isLabelTemplate(replacement, scheme))
    reject('replacement', 'relabel-replacement-invalid', { label: replacement, version: versionText(judge.version) });
  if (equal) refuseOthers(rule, ['regex', 'modulus', 'separator', 'replacement'], reject);
  if (action === 'labeldrop' || action === 'labelkeep')
    refuseOthers(rule, ['sourceLabels', 'targetLabel', 'modulus', 'separator', 'replacement'], reject);
}

/** What Prometheus fills in (model/relabel DefaultRelabelConfig); such a value counts as none. */
const DEFAULTS: Readonly<Record<string, string | number>> = {
  regex: '(.*)',
  separator: ';',
  replacement: '$1',
  modulus: 0,
  targetLabel: '',
};

function isDefault(rule: Fields, field: string): boolean {
  const value = rule.raw(field);
  if (field === 'sourceLabels') return rule.strings(field).length === 0;
  // Go does not tell an empty regex from none, but it does tell an empty separator or replacement.
  return value === undefined || value === DEFAULTS[field] || (field === 'regex' && value === '');
}

function refuseOthers(
  rule: Fields,
  fields: readonly string[],
  reject: (field: string, code: RejectionCode, params: Record<string, string>) => void,
): void {
  const extra = fields.find((field) => !isDefault(rule, field));
  if (extra !== undefined) reject(extra, 'relabel-extra-field', { field: extra });
}
