import { screen, waitFor, within } from '@testing-library/react';
import { expect, it, vi } from 'vitest';
import { takeFiles } from '../../src/app/state/intake.ts';
import { isPublic } from '../../src/app/state/sharing.ts';
import { decodeState } from '../../src/engine/share/index.ts';
import { english } from '../../src/words/index.ts';
import { edit, SHOP } from '../fixtures/shop.ts';
import { openPage } from './page.tsx';

const INPUT = edit(SHOP, [
  'image: example.org/node-exporter:v1',
  'image: images.example.org/node-exporter:v1\n        env: [{name: OWNER, value: somebody}, {name: PEER, value: "10.20.30.40"}]',
]);
const SECRET = 'apiVersion: v1\nkind: Secret\nmetadata: {name: token, namespace: mon}\nstringData: {a: hidden-word}\n';

async function dialog() {
  const opened = openPage();
  await takeFiles(opened.session, [new File([INPUT], 'shop.yaml'), new File([SECRET], 'secret.yaml')]);
  await screen.findByRole('navigation', { name: 'Chains' });
  await opened.user.click(screen.getByRole('button', { name: english('app', 'header.share') }));
  const found = await screen.findByRole('dialog');
  const link = () => within(found).getByLabelText<HTMLInputElement>(english('app', 'share.link'));
  await waitFor(() => expect(link().value).toContain('#v1.'));
  const held = () => {
    const decoded = decodeState(link().value.replace(/^[^#]*#/, ''));
    return decoded.ok ? decoded.state : null;
  };
  return { ...opened, found, link, held };
}

it('says what is in the link, and it is', async () => {
  const { found, held } = await dialog();
  const listed = within(found)
    .getAllByRole('listitem')
    .map((e) => e.textContent);
  expect(listed).toContain('ServiceMonitor/shop/cart');
  expect(listed).toContain('Prometheus/mon/main');
  expect(held()?.chain).toBe('ServiceMonitor/shop/cart#0');
  expect(held()?.files.map((f) => f.path)).toEqual(['shop.yaml']);
  expect(within(found).getByText(english('app', 'share.tier.chat'), { exact: false })).toBeVisible();
});

it('masks what is asked for, and never holds a Secret', async () => {
  const { user, found, held } = await dialog();
  expect(JSON.stringify(held())).toMatch(/somebody.*|images\.example\.org/);
  for (const mask of ['env', 'registries', 'addresses'] as const)
    await user.click(within(found).getByLabelText(english('app', `share.mask.${mask}`)));
  await user.click(within(found).getByLabelText(english('app', 'share.all')));
  await waitFor(() => expect(JSON.stringify(held())).not.toMatch(/somebody|images\.example\.org|10\.20\.30\.40/));
  expect(within(found).getByText(/masked: 2 values, 1 registry, 1 address/)).toBeVisible();
  expect(JSON.stringify(held())).not.toContain('hidden-word');
});

it('warns where nobody else can open the link, and takes another address', async () => {
  const { user, found, link } = await dialog();
  expect(within(found).getByRole('note')).toHaveTextContent(english('app', 'share.local'));
  await user.type(within(found).getByLabelText(english('app', 'share.base')), 'https://tools.example.org/linkchain/');
  await waitFor(() => expect(link().value).toMatch(/^https:\/\/tools\.example\.org\/linkchain\/#v1\./));
  expect(within(found).queryByRole('note')).toBeNull();
  await user.click(within(found).getByRole('button', { name: english('app', 'dialog.close') }));
});

it('copies the chain as Markdown and Mermaid, made of what is listed', async () => {
  const { user, found } = await dialog();
  const copied: string[] = [];
  vi.spyOn(navigator.clipboard, 'writeText').mockImplementation(async (text) => void copied.push(text));
  await user.click(within(found).getByLabelText(english('app', 'share.mask.env')));
  await user.click(within(found).getByRole('button', { name: 'Copy Markdown' }));
  await waitFor(() => expect(copied).toHaveLength(1));
  expect(copied[0]).toMatch(/^# ServiceMonitor\/shop\/cart\\#0\n/);
  expect(copied[0]).toContain('kind: ServiceMonitor');
  expect(copied[0]).toMatch(/following Prometheus Operator v\d+\.\d+/);
  expect(copied[0]).toMatch(/<[^>]*#v1\.[\w.-]+>/);
  expect(copied[0]).not.toMatch(/somebody|hidden-word/);
  await user.click(within(found).getByRole('button', { name: 'Copy Mermaid' }));
  await waitFor(() => expect(copied).toHaveLength(2));
  expect(copied[1]).toMatch(/^```mermaid\nflowchart LR\n/);
});

it.each([
  ['https://tools.example.org/', true],
  ['http://10.0.0.1/', true],
  ['http://localhost:4173/', false],
  ['http://127.0.0.1:8001/static/', false],
  ['http://[::1]/', false],
  ['file:///home/a/linkchain.html', false],
  ['', false],
])('%s can be opened by others: %s', (base, is) => {
  expect(isPublic(base)).toBe(is);
});
