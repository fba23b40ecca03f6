import type { Exported, ExportFormat } from '../../engine/api.ts';
import { making } from './making.ts';
import { notify } from './notify.ts';
import type { Session } from './session.ts';
import { settings } from './settings.ts';

function save({ name, mime, bytes }: Exported): void {
  const url = URL.createObjectURL(new Blob([bytes as Uint8Array<ArrayBuffer>], { type: mime }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name.split('/').at(-1) ?? name;
  link.click();
  // Firefox starts the download in a later task.
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}

export function saveAs(name: string, mime: string, content: string | Uint8Array): void {
  save({ name, mime, bytes: typeof content === 'string' ? new TextEncoder().encode(content) : content });
}

/** Makes one export for `then`; says so when it is refused. */
const make = (
  session: Session,
  { format, file }: { format: ExportFormat; file?: string | undefined },
  then: (out: Exported) => void | Promise<void>,
): Promise<void> =>
  making(session, async () => {
    const { words } = settings.getState();
    const goals = session.activeGoals();
    const out =
      format === 'report'
        ? await session.client.ask('report', [goals, words.lang, session.answers.getState().unpackProblems])
        : await session.client.ask('export', file === undefined ? [format, goals] : [format, goals, file]);
    if ('refused' in out) notify(words('app', 'export.refused', { why: words.code('patch', out.refused) }), 'failed');
    else await then(out);
  });

/** Makes one export and hands it to the browser. */
export const download = (session: Session, format: ExportFormat, file?: string): Promise<void> => make(session, { format, file }, save);

export async function copyText(text: string): Promise<void> {
  const { words } = settings.getState();
  try {
    await navigator.clipboard.writeText(text);
    notify(words('app', 'copied'));
  } catch {
    notify(words('app', 'copy.failed'), 'failed');
  }
}

export const copyDiff = (session: Session): Promise<void> =>
  make(session, { format: 'diff' }, (out) => copyText(new TextDecoder().decode(out.bytes)));

/** Why, what, risk, how to verify, rollback: as Markdown. */
export async function copyPullRequest(session: Session): Promise<void> {
  const preview = session.answers.getState().preview?.preview;
  if (!preview) return;
  const { pullRequestText } = await import('../../words/pullRequest.ts');
  await copyText(pullRequestText(preview, settings.getState().words));
}
