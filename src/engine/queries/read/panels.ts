import type { Json, Path } from '../../yaml/index.ts';
import type { Form } from '../types.ts';
import { dataSources } from './dataSource.ts';
import { get, isMap, list, text } from './json.ts';

/** An expression of a dashboard and where in its JSON it stands. */
export interface DashboardQuery {
  form: Form;
  /** Title of the panel, name of the variable or annotation. */
  name: string;
  expr: string;
  inside: Path;
}

/** More of them are not looked at. */
const MOST_QUERIES = 3000;
const DEEPEST_ROWS = 6;

/** What a dashboard asks Prometheus: targets of panels (in rows too), queries of variables, annotations. */
export function dashboardQueries(dashboard: Json): DashboardQuery[] {
  const found: DashboardQuery[] = [];
  const asksPrometheus = dataSources(dashboard);
  const add = (form: Form, name: string, expr: string | null, inside: Path): void => {
    if (expr !== null && expr.trim() !== '' && found.length < MOST_QUERIES) found.push({ form, name, expr, inside });
  };
  const panels = (holder: Json, path: Path, depth: number): void => {
    if (depth > DEEPEST_ROWS) return;
    for (const field of ['panels', 'rows'] as const)
      for (const [i, panel] of list(get(holder, field)).entries()) {
        const here = [...path, field, i];
        const title = text(get(panel, 'title')) ?? '';
        for (const [t, target] of list(get(panel, 'targets')).entries())
          if (asksPrometheus(get(target, 'datasource') ?? get(panel, 'datasource')))
            add('panel', title, text(get(target, 'expr')), [...here, 'targets', t, 'expr']);
        panels(panel, here, depth + 1);
      }
  };
  panels(dashboard, [], 0);
  for (const [i, variable] of list(get(dashboard, 'templating', 'list')).entries()) {
    if (get(variable, 'type') !== 'query' || !asksPrometheus(get(variable, 'datasource'))) continue;
    const query = get(variable, 'query');
    const inside: Path = ['templating', 'list', i, 'query', ...(isMap(query) ? ['query'] : [])];
    add('variable', text(get(variable, 'name')) ?? '', askedBy(text(isMap(query) ? get(query, 'query') : query)), inside);
  }
  for (const [i, annotation] of list(get(dashboard, 'annotations', 'list')).entries()) {
    if (!asksPrometheus(get(annotation, 'datasource'))) continue;
    const nested = text(get(annotation, 'target', 'expr'));
    const inside: Path = ['annotations', 'list', i, ...(nested === null ? ['expr'] : ['target', 'expr'])];
    add('annotation', text(get(annotation, 'name')) ?? '', nested ?? text(get(annotation, 'expr')), inside);
  }
  return found;
}

/** The expression in a variable's query, padded so that offsets stay those of the query: `label_values(up{job="x"}, pod)`. */
function askedBy(query: string | null): string | null {
  const call = query === null ? null : /^\s*(label_values|query_result)\s*\(/.exec(query);
  if (!call || query === null) return null;
  const end = call[1] === 'query_result' ? query.lastIndexOf(')') : /,\s*[\w${}[\]:."]+\s*\)\s*$/.exec(query)?.index;
  return end === undefined || end <= call[0].length ? null : ' '.repeat(call[0].length) + query.slice(call[0].length, end);
}
