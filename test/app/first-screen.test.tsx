import { screen, within } from '@testing-library/react';
import { expect, it } from 'vitest';
import { openPage } from './page.tsx';

it('explains itself: where to put manifests, three samples, and that nothing leaves the browser', () => {
  openPage();
  expect(screen.getByRole('heading', { name: /chain from Prometheus/ })).toBeVisible();
  expect(screen.getByText(/Drop manifests anywhere/)).toBeVisible();
  expect(screen.getByText(/Nothing leaves this browser/)).toBeVisible();
  for (const name of ['Choose files', 'Choose a folder', 'Paste YAML']) expect(screen.getByRole('button', { name })).toBeEnabled();
  for (const name of ['node-exporter as shipped', 'The obvious edit', 'Repaired: plain http'])
    expect(screen.getByRole('button', { name })).toBeEnabled();
});

it('shows the chain of a sample, one click away', async () => {
  const { user } = openPage();
  await user.click(screen.getByRole('button', { name: 'node-exporter as shipped' }));
  expect(await screen.findByRole('heading', { name: /node-exporter/, level: 2 })).toBeVisible();
  expect(await screen.findByText('Every hop agrees: Prometheus can scrape this.')).toBeVisible();
});

it('says so when an input holds no chain', async () => {
  const { user, session } = openPage();
  await user.click(screen.getByRole('button', { name: 'Paste YAML' }));
  await user.click(await screen.findByRole('textbox', { name: /Manifests/ }));
  await user.paste('apiVersion: v1\nkind: Namespace\nmetadata: {name: a}\n');
  await user.click(within(screen.getByRole('dialog')).getByRole('button', { name: 'Add' }));
  expect((await screen.findAllByText(/No scrape chain yet/))[0]).toBeVisible();
  expect(session.input.getState().files.map((f) => f.path)).toEqual(['pasted-1.yaml']);
});

it('speaks Chinese when asked to', async () => {
  const { user } = openPage();
  await user.click(screen.getByRole('button', { name: '中文' }));
  expect(await screen.findByRole('button', { name: '选择文件' })).toBeVisible();
  expect(document.documentElement.lang).toBe('zh-CN');
  await user.click(screen.getByRole('button', { name: 'English' }));
  expect(await screen.findByRole('button', { name: 'Choose files' })).toBeVisible();
});
