import { printYaml } from '../../yaml/index.ts';
import type { ScrapeJob } from './types.ts';

/** The jobs as the `scrape_configs` section of a Prometheus configuration. */
export const scrapeConfigYaml = (jobs: readonly ScrapeJob[]): string => printYaml({ scrape_configs: jobs.map((job) => job.config) });
