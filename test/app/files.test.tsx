import { screen, within } from '@testing-library/react';
import { expect, it } from 'vitest';
import { treeOf } from '../../src/app/panels/files/tree.ts';
import { takeFiles } from '../../src/app/state/intake.ts';
import type { FileView } from '../../src/engine/api.ts';
import { SHOP } from '../fixtures/shop.ts';
import { openPage } from './page.tsx';

const view = (path: string, status: FileView['status'] = 'used'): FileView =>
  ({ path, status, objects: 1, roles: [], unread: [] }) as never;
const drawn = (files: FileView[], closed: string[] = []): string[] =>
  treeOf(files, new Set(closed)).map(
    (r) =>
      '  '.repeat(r.depth) +
      (r.kind === 'file' ? r.file.path.split('/').at(-1) : `${r.open ? 'v' : '>'} ${r.name} ${r.files}/${r.troubled}`),
  );

it('files stand under their folders, trouble first at every level', () => {
  expect(drawn([view('b.yaml'), view('z/ok.yaml'), view('m/a/x.yaml'), view('m/a/bad.yaml', 'failed'), view('m/b/y.yaml')])).toEqual([
    'v m 3/1',
    '  v a 2/1',
    '    bad.yaml',
    '    x.yaml',
    '  v b 1/0',
    '    y.yaml',
    'v z 1/0',
    '  ok.yaml',
    'b.yaml',
  ]);
});

it('a folder in a folder is one line, a closed one hides what is under it', () => {
  expect(drawn([view('kube/manifests/a.yaml'), view('kube/manifests/setup/b.yaml')])).toEqual([
    'v kube/manifests 2/0',
    '  v setup 1/0',
    '    b.yaml',
    '  a.yaml',
  ]);
  expect(drawn([view('kube/manifests/a.yaml'), view('b.yaml')], ['kube/manifests'])).toEqual(['> kube/manifests 1/0', 'b.yaml']);
});

it('opens and closes by its button; what is searched for is found in a closed one', async () => {
  const { session, user } = openPage();
  const at = (path: string, text: string): File => Object.assign(new File([text], 'x'), { path });
  await takeFiles(session, [at('shop/all.yaml', SHOP), at('bad/broken.yaml', 'kind: [')]);
  await screen.findByRole('navigation', { name: 'Chains' });
  await user.click(screen.getByRole('tab', { name: /^Files/ }));
  const list = await screen.findByRole('list', { name: 'Files' });
  const folders = () =>
    within(list)
      .getAllByRole('button', { expanded: true })
      .map((b) => b.textContent);
  expect(folders().slice(0, 2)).toEqual(['bad1 file1 with problems', 'shop1 file']);
  await user.click(within(list).getByRole('button', { name: /^shop/ }));
  expect(within(list).queryByText('all.yaml')).toBeNull();
  await user.type(screen.getByRole('searchbox', { name: 'File or object…' }), 'all.ya');
  expect(within(list).getByText('all.yaml')).toBeVisible();
});
