import type { ScrapeRequest } from '../reach/index.ts';
import type { Resolution } from '../scrape/index.ts';
import type { Json } from '../yaml/index.ts';

/** What an endpoint asks for: its path, and its query parameters where no relabeling writes them. */
export function requestOf({ endpoint, monitor }: Resolution): ScrapeRequest {
  if (!endpoint) return { path: '/metrics', params: null };
  if (endpoint.relabelings.some((r) => r.targetLabel.startsWith('__param_'))) return { path: endpoint.metricsPath, params: null };
  const value = [...endpoint.path, 'params'].reduce(stepInto, monitor.raw.body());
  const entries = typeof value === 'object' && value !== null && !Array.isArray(value) ? Object.entries(value) : [];
  const texts = (list: Json): string[] => (Array.isArray(list) ? list.filter((v) => typeof v === 'string') : []);
  return { path: endpoint.metricsPath, params: Object.fromEntries(entries.map(([name, list]) => [name, texts(list)])) };
}

const stepInto = (value: Json, key: string | number): Json =>
  typeof value === 'object' && value !== null && Object.hasOwn(value, key) ? ((value as Record<string | number, Json>)[key] ?? null) : null;
