import { screen, waitFor, within } from '@testing-library/react';
import { expect, it } from 'vitest';
import { openPage } from './page.tsx';

async function openSample(name: string) {
  const page = openPage();
  await page.user.click(screen.getByRole('button', { name }));
  const scheme = await screen.findByRole('radiogroup', { name: 'What the chain speaks' });
  return { ...page, radio: (name: 'http' | 'https') => within(scheme).getByRole('radio', { name }) };
}

it('shows what the listener really speaks', async () => {
  const { radio } = await openSample('node-exporter as shipped');
  expect(radio('https')).toBeChecked();
});

it('previews the switch to http: the changed lines, what follows, and the chain as it then is', async () => {
  const { user, radio, session } = await openSample('node-exporter as shipped');
  await user.click(radio('http'));
  const changes = await screen.findByRole('region', { name: /^Changes: \d+ files?$/ });
  expect(await within(changes).findByText('What follows')).toBeVisible();
  expect(within(changes).getByText(/--web\.listen-address=:9100/)).toBeVisible();
  expect(within(changes).getByRole('list', { name: 'Chains after the change' })).toHaveTextContent('ok');
  expect(session.input.getState().files.every((f) => f.origin?.kind === 'sample')).toBe(true);
});

it('applies the change to the files, and undo takes it back', async () => {
  const { user, radio, session } = await openSample('node-exporter as shipped');
  const before = session.input.getState().files;
  await user.click(radio('http'));
  await user.click(await screen.findByRole('button', { name: 'Apply' }));
  await waitFor(() => expect(session.input.getState().goals).toEqual([]));
  const patched = session.input.getState().files.filter((f) => f.origin?.kind === 'patched');
  expect(patched.length).toBeGreaterThan(0);
  await waitFor(() => expect(radio('http')).toBeChecked());
  await user.click(screen.getByRole('button', { name: 'Undo' }));
  expect(session.input.getState().files).toEqual(before);
  expect(session.input.getState().goals).toHaveLength(1);
});

it('drops the goal when the chain is switched back', async () => {
  const { user, radio, session } = await openSample('node-exporter as shipped');
  await user.click(radio('http'));
  await screen.findByRole('region', { name: /^Changes: / });
  await user.click(radio('https'));
  expect(session.input.getState().goals).toEqual([]);
  await waitFor(() => expect(screen.queryByRole('region', { name: /^Changes: / })).toBeNull());
});

it('reads the obvious edit as two processes that want one port', async () => {
  await openSample('The obvious edit');
  const details = screen.getByRole('complementary', { name: 'Details' });
  expect(await within(details).findByText('broken')).toBeVisible();
  expect((await within(details).findAllByText(/bind-conflict/))[0]).toBeVisible();
});

it('offers the endpoint the scheme that is really spoken', async () => {
  const { user, session } = await openSample('Repaired: plain http');
  const wrong = session.input
    .getState()
    .files.map((f) => (f.path.endsWith('serviceMonitor.yaml') ? { ...f, text: f.text.replace(/scheme: http$/m, 'scheme: https') } : f));
  session.update((input) => ({ ...input, files: wrong }));
  await user.click(await screen.findByRole('button', { name: 'Make the endpoint ask for http' }));
  const changes = await screen.findByRole('region', { name: /^Changes: 1 file$/ });
  expect(within(changes).getByRole('list', { name: 'Chains after the change' })).toHaveTextContent('ok');
});
