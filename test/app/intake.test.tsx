import { screen, waitFor, within } from '@testing-library/react';
import { expect, it } from 'vitest';
import { takeFiles } from '../../src/app/state/intake.ts';
import { edit, SHOP } from '../fixtures/shop.ts';
import { openPage } from './page.tsx';

const file = (path: string, text: string): File => Object.assign(new File([text], path.split('/').at(-1) ?? path), { path });
const CHANGED = edit(SHOP, ['- {name: http-metrics,', '- {name: web,']);

function page() {
  const opened = openPage();
  const files = () => opened.session.input.getState().files.map((f) => [f.path, f.text]);
  return { ...opened, files };
}

it('a changed copy of a path takes its place, and undo takes it back', async () => {
  const { session, user, files } = page();
  await takeFiles(session, [file('shop/all.yaml', SHOP)]);
  await takeFiles(session, [file('shop/all.yaml', CHANGED)]);
  expect(files()).toEqual([['shop/all.yaml', CHANGED]]);
  expect(await screen.findByText('1 file with the same path replaced. Undo takes it back.')).toBeVisible();
  await user.click(screen.getByRole('button', { name: 'Undo' }));
  expect(files()).toEqual([['shop/all.yaml', SHOP]]);
});

it('the same file again changes nothing', async () => {
  const { session, files } = page();
  await takeFiles(session, [file('all.yaml', SHOP)]);
  const before = session.input.getState().files;
  await takeFiles(session, [file('all.yaml', SHOP)]);
  expect(session.input.getState().files).toBe(before);
  expect(files()).toHaveLength(1);
  expect(session.answers.getState().busy).toBeNull();
});

it('two files of one drop with one path are both kept', async () => {
  const { session, files } = page();
  await takeFiles(session, [file('all.yaml', SHOP), file('all.yaml', CHANGED), file('all.yaml', SHOP)]);
  expect(files()).toEqual([
    ['all.yaml', SHOP],
    ['all (2).yaml', CHANGED],
  ]);
});

it('what could not be used is said until it is closed', async () => {
  const { session, user } = page();
  await takeFiles(session, [file('all.zip', 'PK\u0003\u0004torn')]);
  const alert = await screen.findByRole('alert');
  expect(alert).toHaveTextContent('Nothing in it could be used');
  await user.click(within(alert).getByRole('button', { name: 'Close' }));
  expect(screen.queryByRole('alert')).toBeNull();
});

it('all chains shows what the list shows', async () => {
  const { session } = page();
  const second = SHOP.replaceAll('name: cart, namespace: shop', 'name: till, namespace: shop');
  await takeFiles(session, [file('a.yaml', SHOP), file('b.yaml', second)]);
  await waitFor(() => expect(session.answers.getState().summary?.rows).toHaveLength(2));
  session.look({ tab: 'overview' });
  await waitFor(() => expect(session.answers.getState().overview?.chains).toHaveLength(2));
  session.look({ filter: { text: 'servicemonitor/shop/till', kind: '', namespace: '', status: '' } });
  await waitFor(() => expect(session.answers.getState().overview?.chains).toEqual(['ServiceMonitor/shop/till#0']));
  session.look({ filter: { text: 'nothing like it', kind: '', namespace: '', status: '' } });
  await waitFor(() => expect(session.answers.getState().overview?.chains).toEqual([]));
  expect((await screen.findAllByText('No chain fits the filters.', { exact: false })).length).toBeGreaterThan(1);
});
