import type { Key, Words } from '../../../words/index.ts';
import { download } from '../../state/download.ts';
import type { Session } from '../../state/session.ts';
import { setLang } from '../../state/settings.ts';
import type { Tab, View } from '../../state/view.ts';

/** Something to do, by its name. */
export interface Command {
  id: string;
  text: string;
  run(): void;
}

type Title = Extract<Key<'app'>, string>;

/** What can be done from anywhere, in the order of the page. */
export function commandsOf(session: Session, words: Words): Command[] {
  const empty = session.input.getState().files.length === 0;
  const look = (id: string, title: Title, change: Partial<View>): Command => ({
    id,
    text: words('app', title),
    run: () => session.look(change),
  });
  const tab = (name: Tab, title: Title): Command => look(`tab.${name}`, title, { tab: name, selection: null, pane: 'main' });
  const always = [
    look('paste', 'add.paste', { dialog: 'paste', pasted: '' }),
    look('url', 'add.url', { dialog: 'url' }),
    { id: 'error', text: words('diagnose', 'title'), run: () => session.look({ dialog: 'error' }) },
    look('keys', 'keys.title', { dialog: 'keys' }),
    { id: 'lang', text: words.lang === 'en' ? '中文' : 'English', run: () => void setLang(words.lang === 'en' ? 'zh-CN' : 'en') },
  ];
  if (empty) return always;
  const changed = (session.answers.getState().preview?.preview.changes.length ?? 0) > 0;
  const forms = [
    ...(changed ? (['diff', 'json6902', 'kustomize', 'kubectl', 'rollback'] as const) : []),
    'multidoc' as const,
    'report' as const,
  ];
  const exports = forms.map(
    (form): Command => ({
      id: `export.${form}`,
      text: `${words('app', 'export.menu')}: ${words('app', `export.${form}`)}`,
      run: () => void download(session, form),
    }),
  );
  return [
    tab('chain', 'tab.chain'),
    tab('overview', 'tab.overview'),
    look('forecast', 'drawer.forecast', { tab: 'chain', pane: 'forecast', drawer: 'forecast' }),
    look('text', 'drawer.text', { tab: 'chain', pane: 'main', drawer: 'text' }),
    tab('findings', 'tab.findings'),
    tab('rules', 'tab.rules'),
    look('tab.files', 'files.title', { tab: 'files', pane: 'main' }),
    look('share', 'header.share', { dialog: 'share' }),
    { id: 'undo', text: words('app', 'header.undo'), run: session.undo },
    { id: 'redo', text: words('app', 'header.redo'), run: session.redo },
    ...exports,
    ...always,
    look('clear', 'header.clear', { dialog: 'clear' }),
  ];
}
