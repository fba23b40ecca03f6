import type { Sample } from '../samples/index.ts';
import { addFiles, addSample, addText } from './actions.ts';
import { notify } from './notify.ts';
import type { Session } from './session.ts';
import { settings } from './settings.ts';

/** What came in is said in words, because nothing on the screen need move when a file is replaced. */
export async function takeFiles(session: Session, files: readonly File[], as?: string): Promise<void> {
  const { words } = settings.getState();
  const got = await addFiles(session, files, as);
  if (!got) return;
  if (got.added > 0) notify(words('app', 'added', { count: got.added }));
  if (got.replaced > 0) notify(words('app', 'replaced', { count: got.replaced }));
  if (got.same > 0) notify(words('app', 'same', { count: got.same }));
  if (got.added + got.replaced + got.same === 0 && files.length > 0) notify(words('app', 'added.none'), 'failed');
}

export function takeText(session: Session, text: string): void {
  if (text.trim() === '') return;
  addText(session, text);
  notify(settings.getState().words('app', 'added', { count: 1 }));
}

/** The three samples by id; their texts are loaded when asked for. */
export const SAMPLE_IDS = ['shipped', 'obvious-edit', 'repaired'] as const satisfies readonly Sample['id'][];
export type SampleId = (typeof SAMPLE_IDS)[number];

export async function takeSample(session: Session, id: SampleId): Promise<void> {
  const { SAMPLES } = await import('../samples/index.ts');
  const sample = SAMPLES.find((s) => s.id === id);
  if (sample) addSample(session, id, sample.files);
}

/** On the first screen the sample as shipped opens as a story. */
export async function openSample(session: Session, id: SampleId): Promise<void> {
  await takeSample(session, id);
  if (id === 'shipped') session.look({ tour: 0 });
}

export async function startTour(session: Session): Promise<void> {
  await takeSample(session, 'shipped');
  session.look({ tour: 0, tab: 'chain' });
}
