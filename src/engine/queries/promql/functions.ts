/** What an expression yields. */
export type ValueType = 'scalar' | 'vector' | 'matrix' | 'string';

/** `least` and `most` arguments; beyond the listed types the last one repeats. */
export interface Signature {
  args: readonly ValueType[];
  least: number;
  most: number;
  returns: ValueType;
}

const TYPES: Readonly<Record<string, ValueType>> = { s: 'scalar', v: 'vector', m: 'matrix', t: 'string' };

/** Argument types by letter, optional ones after `?`, `*` for any number more (Prometheus promql/parser functions.go). */
const TABLE: readonly [signature: string, names: string][] = [
  [
    'v',
    'abs absent acos acosh asin asinh atan atanh ceil cos cosh deg exp floor histogram_avg histogram_count histogram_sum histogram_stddev histogram_stdvar ln log10 log2 rad sgn sin sinh sort sort_desc sqrt tan tanh timestamp scalar',
  ],
  [
    'm',
    'absent_over_time avg_over_time changes count_over_time delta deriv first_over_time idelta increase irate last_over_time mad_over_time max_over_time min_over_time present_over_time rate resets stddev_over_time stdvar_over_time sum_over_time ts_of_first_over_time ts_of_last_over_time ts_of_max_over_time ts_of_min_over_time',
  ],
  ['?v', 'days_in_month day_of_month day_of_week day_of_year hour minute month year'],
  ['', 'pi time'],
  ['s', 'vector'],
  ['vss', 'clamp'],
  ['vs', 'clamp_max clamp_min'],
  ['v?s', 'round'],
  ['sv', 'histogram_quantile'],
  ['ssv', 'histogram_fraction'],
  ['ms', 'predict_linear'],
  ['sm', 'quantile_over_time'],
  ['mss', 'double_exponential_smoothing holt_winters'],
  ['vtttt', 'label_replace'],
  ['vtt?t*', 'label_join'],
  ['v?t*', 'sort_by_label sort_by_label_desc'],
  ['v?v', 'info'],
];

const SCALARS = new Set(['pi', 'time', 'scalar']);

const signatureOf = (text: string, name: string): Signature => {
  const letters = text.replace(/[?*]/g, '');
  return {
    args: [...letters].map((c) => TYPES[c] ?? 'vector'),
    least: text.includes('?') ? text.indexOf('?') : letters.length,
    most: text.endsWith('*') ? Number.POSITIVE_INFINITY : letters.length,
    returns: SCALARS.has(name) ? 'scalar' : 'vector',
  };
};

const byName = new Map(TABLE.flatMap(([text, names]) => names.split(' ').map((name) => [name, signatureOf(text, name)] as const)));

/** null: a function newer than this table, of which nothing is claimed. */
export const signature = (name: string): Signature | null => byName.get(name) ?? null;
