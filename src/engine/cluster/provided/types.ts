import type { GeneratedService } from '../generated.ts';

/** A Service every cluster of a common make has, without anybody writing it. */
export interface Provided {
  providedBy: string;
  service: GeneratedService;
}
