import { Button, Menu } from '@mantine/core';
import type { FileChange } from '../../engine/patch/index.ts';
import { copyDiff, copyPullRequest, download } from '../state/download.ts';
import { useAnswers, useSession, useWords } from '../state/hooks.ts';
import { Icon } from '../ui/Icon.tsx';

/** The forms that are applied elsewhere; those of an origin only where the text names it. */
function formsOf(changes: readonly FileChange[]) {
  const names = (text: string): boolean => changes.some((c) => c.before.includes(text));
  return [
    ...(['json6902', 'kustomize', 'kubectl', 'rollback'] as const),
    ...(names('helm.sh/chart: prometheus-node-exporter-') ? (['values'] as const) : []),
    ...(names('app.kubernetes.io/part-of: kube-prometheus') && names('name: node-exporter') ? (['jsonnet'] as const) : []),
  ];
}

/** Everything that leaves the app as a file. What needs changes is offered once there are some. */
export function ExportMenu() {
  const words = useWords();
  const session = useSession();
  const changes = useAnswers((a) => a.preview?.preview.changes);
  const kept = changes?.filter((c) => c.after !== null) ?? [];
  const changed = (changes?.length ?? 0) > 0;
  return (
    <Menu position="bottom-start">
      <Menu.Target>
        <Button leftSection={<Icon name="download" />}>{words('app', 'export.menu')}</Button>
      </Menu.Target>
      <Menu.Dropdown>
        {kept.length === 1 && kept[0] && (
          <Menu.Item onClick={() => void download(session, 'file', kept[0]?.path)}>
            {words('app', 'export.file', { file: kept[0].path })}
          </Menu.Item>
        )}
        {kept.length > 1 && (
          <Menu.Item onClick={() => void download(session, 'files-changed')}>
            {words('app', 'export.changed', { count: kept.length })}
          </Menu.Item>
        )}
        {changed && <Menu.Item onClick={() => void download(session, 'diff')}>{words('app', 'export.diff')}</Menu.Item>}
        {changed && <Menu.Item onClick={() => void copyDiff(session)}>{words('app', 'export.copy')}</Menu.Item>}
        {changed &&
          formsOf(changes ?? []).map((form) => (
            <Menu.Item key={form} onClick={() => void download(session, form)}>
              {words('app', `export.${form}`)}
            </Menu.Item>
          ))}
        {changed && <Menu.Item onClick={() => void copyPullRequest(session)}>{words('app', 'export.pr')}</Menu.Item>}
        {changed && <Menu.Divider />}
        <Menu.Item onClick={() => void download(session, 'multidoc')}>{words('app', 'export.multidoc')}</Menu.Item>
        <Menu.Item onClick={() => void download(session, 'report')}>{words('app', 'export.report')}</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
