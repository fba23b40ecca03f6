import type { Json } from '../../yaml/index.ts';
import { get, isMap, list, text } from './json.ts';

/** Data sources that answer PromQL. */
const PROMETHEUS = new Set(['prometheus', 'grafana-amazonprometheus-datasource', 'grafana-azureprometheus-datasource']);
/** Every query says its own, or none does. */
const MIXED = '-- Mixed --';

/**
 * Whether a query of this dashboard goes to Prometheus. One whose source is not told may: its expression decides. A
 * source named by a variable is what that variable picks from.
 */
export function dataSources(dashboard: Json): (source: Json | undefined) => boolean {
  const picked = new Map<string, string>();
  for (const variable of list(get(dashboard, 'templating', 'list')))
    if (get(variable, 'type') === 'datasource') picked.set(text(get(variable, 'name')) ?? '', text(get(variable, 'query')) ?? '');
  for (const input of list(get(dashboard, '__inputs'))) picked.set(text(get(input, 'name')) ?? '', text(get(input, 'pluginId')) ?? '');
  return (source) => {
    const type = isMap(source) ? text(get(source, 'type')) : null;
    if (type !== null && type !== '' && type !== 'datasource') return PROMETHEUS.has(type);
    const name = text(isMap(source) ? get(source, 'uid') : source);
    if (name === null || name === MIXED) return true;
    if (name === '-- Grafana --' || name === '-- Dashboard --') return false;
    const variable = /^\$\{?(\w+)\}?$|^\[\[(\w+)\]\]$/.exec(name);
    const plugin = picked.get(variable?.[1] ?? variable?.[2] ?? '');
    return plugin === undefined || plugin === '' || PROMETHEUS.has(plugin);
  };
}
