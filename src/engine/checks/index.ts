export { judge, judgeTogether } from './judge.ts';
export type { Scrape } from './scrapes.ts';
export * from './types.ts';
