import type { Fields } from '../../../objects/index.ts';
import type { Judge } from '../judge.ts';

/** How the operator judges one kind of service discovery in a ScrapeConfig. */
export interface Discovery {
  /** Field of the spec. */
  field: string;
  /** Oldest Prometheus the operator takes. It asks of every ScrapeConfig, whether the field is used or not. */
  since?: string;
  /** What is checked of each entry, in order. */
  checks: readonly ((entry: Fields, judge: Judge) => void)[];
}
