import { type RawObject, within } from '../../ingest/index.ts';
import type { Json, Path } from '../../yaml/index.ts';
import { selectorsOf } from '../promql/selectors.ts';
import type { QueryObject } from '../types.ts';
import { get, isMap, parseJson, text } from './json.ts';
import { dashboardQueries } from './panels.ts';
import { hasVariable, isPlaceholder, withoutVariables } from './variables.ts';

/** Longer texts are not taken for dashboards. */
const LONGEST = 4_000_000;
const CUSTOM_RESOURCES = new Set(['integreatly.org', 'grafana.integreatly.org', 'grafana.grafana.com']);

/** Whether an object may hold dashboards; its body need not be read to tell. */
export const mayHoldDashboards = ({ group, kind }: Pick<RawObject, 'group' | 'kind'>): boolean =>
  (group === '' && kind === 'ConfigMap') || (kind === 'GrafanaDashboard' && CUSTOM_RESOURCES.has(group));

/** The dashboards of a ConfigMap or GrafanaDashboard; null where there are none. */
export function readDashboardObject(raw: RawObject): QueryObject | null {
  const asked = texts(raw).flatMap(({ json, path }) => {
    const dashboard = typeof json === 'string' ? parseJson(json) : json;
    if (!isDashboard(dashboard)) return [];
    const title = text(get(dashboard, 'title')) ?? '';
    return [
      dashboardQueries(dashboard).map((q) => ({
        id: `${raw.id}#${path.join('/')}/${q.inside.join('/')}`,
        object: raw.id,
        kind: 'dashboard' as const,
        form: q.form,
        group: title,
        name: q.name,
        expr: q.expr,
        at: within(raw, path),
        inside: q.inside,
        labels: {},
        query: selectorsOf(withoutVariables(q.expr), { isVariable: hasVariable, isPlaceholder }),
      })),
    ];
  });
  if (asked.length === 0) return null;
  return { id: raw.id, kind: 'dashboard', raw, labels: {}, asked: asked.flat(), problems: [] };
}

/** A list of rows is the form of old versions. */
const isDashboard = (json: Json | null): json is Json =>
  isMap(json) && (Array.isArray(get(json, 'panels')) || Array.isArray(get(json, 'rows')));

function texts(raw: RawObject): { json: Json; path: Path }[] {
  const body = raw.body();
  if (raw.kind !== 'ConfigMap') {
    const json = get(body, 'spec', 'json');
    return json !== undefined && (isMap(json) || likely(json)) ? [{ json, path: ['spec', 'json'] }] : [];
  }
  const labelled = get(body, 'metadata', 'labels', 'grafana_dashboard') !== undefined;
  const data = get(body, 'data');
  return Object.keys(isMap(data) ? data : {}).flatMap((key) => {
    const json = get(data, key);
    return (labelled || key.endsWith('.json')) && json !== undefined && likely(json) ? [{ json, path: ['data', key] }] : [];
  });
}

const likely = (json: Json): boolean =>
  typeof json === 'string' && json.length <= LONGEST && /^\s*\{/.test(json) && /"(?:panels|rows)"\s*:/.test(json);
