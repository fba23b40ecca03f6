import { atLeast, type Version } from '../../version.ts';

/** Which names labels and metrics may have: any UTF-8 text from Prometheus 3 on, which the operator knows since v0.86. */
export type NameScheme = 'legacy' | 'utf8';

export const nameScheme = (version: Version, release: number): NameScheme =>
  release >= 86 && atLeast(version, '3.0.0') ? 'utf8' : 'legacy';

/** A lone surrogate: not UTF-8. */
const BROKEN = /\p{Cs}/u;
const LEGACY_LABEL = /^[a-zA-Z_][a-zA-Z0-9_]*$/;
const LEGACY_METRIC = /^[a-zA-Z_:][a-zA-Z0-9_:]*$/;
/** A name, or a template that becomes one; Prometheus allows groups of the regex in it (model/relabel relabelTargetLegacy). */
const LEGACY_TEMPLATE = /^(?:[a-zA-Z_]|\$\w|\$\{\w+\})(?:\w|\$\w|\$\{\w+\})*$/;

const isUtf8 = (name: string): boolean => name !== '' && !BROKEN.test(name);

export const isLabelName = (name: string, scheme: NameScheme): boolean => (scheme === 'utf8' ? isUtf8(name) : LEGACY_LABEL.test(name));

export const isMetricName = (name: string, scheme: NameScheme): boolean => (scheme === 'utf8' ? isUtf8(name) : LEGACY_METRIC.test(name));

export const isLabelTemplate = (name: string, scheme: NameScheme): boolean =>
  scheme === 'utf8' ? isUtf8(name) : LEGACY_TEMPLATE.test(name);
