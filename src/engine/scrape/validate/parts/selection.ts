import { type Fields, requiredSelector } from '../../../objects/index.ts';
import { atLeast, versionText } from '../../version.ts';
import type { Judge } from '../judge.ts';
import { isLabelKey, isLabelValue } from '../text/labelValue.ts';

/** metav1.LabelSelectorAsSelector */
export function selector(spec: Fields, judge: Judge): void {
  const { invalid, requirements } = requiredSelector(spec, 'selector');
  if (invalid !== null) judge.reject(spec, 'selector', 'selector-invalid', { why: invalid });
  for (const { key, values } of requirements) {
    const wrong = isLabelKey(key) ? values.find((value) => !isLabelValue(value)) : key;
    if (wrong !== undefined) judge.reject(spec, 'selector', 'selector-invalid', { why: wrong });
  }
}

/** resource_selector.go validateMonitorSelectorMechanism */
export function selectorMechanism(spec: Fields, judge: Judge): void {
  if (spec.str('selectorMechanism') === 'RoleSelector' && !atLeast(judge.version, '2.17.0'))
    judge.reject(spec, 'selectorMechanism', 'selector-mechanism-too-new', { since: '2.17.0', version: versionText(judge.version) });
}

/** resource_selector.go validateScrapeClass */
export function scrapeClass(spec: Fields, judge: Judge): void {
  const name = spec.str('scrapeClass') ?? '';
  if (name !== '' && !judge.prometheus.scrapeClasses.has(name)) judge.reject(spec, 'scrapeClass', 'scrape-class-unknown', { name });
}
