import { base } from './base.ts';

const own = import.meta.glob<string>('./repaired/**/*.yaml', { query: '?raw', import: 'default', eager: true });

export const texts = { ...own, ...base };
