/** What all samples share: Prometheus, its rights, and the guards around the exporter. Paths start below this folder. */
export const base = import.meta.glob<string>('./base/**/*.yaml', { query: '?raw', import: 'default', eager: true });
