import type { PortChange, SchemeTask } from '../job.ts';
import type { Refusal } from '../types.ts';
import { annotationsFollow } from './annotations.ts';
import { clientsFollow } from './clients.ts';
import { endpointsFollow } from './endpoints.ts';
import { policiesFollow } from './policies.ts';
import { servicesFollow } from './services.ts';

/** Services, policies, endpoints and other clients go along with what became of the ports. */
export function everyoneFollows(task: SchemeTask, changes: readonly PortChange[]): Refusal | null {
  const reached = changes.flatMap((change) => servicesFollow(task, change));
  for (const change of changes) policiesFollow(task, change);
  const refusal = endpointsFollow(task, changes, reached);
  if (refusal) return refusal;
  clientsFollow(task, reached);
  for (const change of changes) annotationsFollow(task, change);
  return null;
}
