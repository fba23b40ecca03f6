import { Stopped } from '../worker/backend.ts';
import type { Busy } from './answers.ts';
import { notify } from './notify.ts';
import type { Session } from './session.ts';
import { settings } from './settings.ts';

/** Makes something that leaves, under a progress line with a way to stop it. What fails is said, with why; what was stopped is not. */
export async function making(session: Session, make: () => Promise<void>): Promise<void> {
  const busy: Busy = { step: 'making', progress: null };
  if (session.answers.getState().busy === null) session.tell({ busy });
  try {
    await make();
  } catch (error) {
    if (error instanceof Stopped) return;
    const why = error instanceof Error ? error.message : String(error);
    notify(settings.getState().words('app', 'export.failed', { why }), 'failed');
  } finally {
    if (session.answers.getState().busy === busy) session.tell({ busy: null });
  }
}
