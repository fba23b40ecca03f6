import { base } from './base.ts';
import { proxyRights } from './proxyRights.ts';

const own = import.meta.glob<string>('./shipped/**/*.yaml', { query: '?raw', import: 'default', eager: true });

export const texts = { ...own, ...proxyRights, ...base };
