import type { RawObject } from '../../../ingest/index.ts';
import type { At } from '../../../yaml/index.ts';
import type { Task } from '../../job.ts';

/** The object in which a place lies. */
export const objectAt = ({ input }: Task, at: At): RawObject | null =>
  input.ingested.objects.find((raw) => raw.doc === at.doc && raw.path.every((step, i) => step === at.path[i])) ?? null;
