import { screen, waitFor, within } from '@testing-library/react';
import { expect, it } from 'vitest';
import { takeFiles } from '../../src/app/state/intake.ts';
import { SHOP } from '../fixtures/shop.ts';
import { openPage } from './page.tsx';

const file = (path: string, text: string): File => new File([text], path);
const CASH = SHOP.replaceAll('namespace: shop', 'namespace: cash');

/** Two namespaces with one workload each, in the picture of all chains. */
async function overview() {
  const opened = openPage();
  await takeFiles(opened.session, [file('shop.yaml', SHOP), file('cash.yaml', CASH)]);
  await screen.findByRole('navigation', { name: 'Chains' });
  await opened.user.click(screen.getByRole('tab', { name: 'All chains' }));
  await screen.findByRole('heading', { name: /^shop: 1 workload/ });
  return opened;
}
const where = () => screen.getByRole('navigation', { name: 'What the picture shows' });
const lanes = () => screen.queryAllByRole('heading', { name: /Deployment/ }).map((h) => h.textContent);

it('leads from everything to a namespace, to a workload in detail, and back', async () => {
  const { user } = await overview();
  expect(lanes()).toHaveLength(2);
  await user.click(screen.getAllByRole('button', { name: 'Only this namespace' })[0] as HTMLElement);
  await waitFor(() => expect(lanes()).toHaveLength(1));
  expect(within(where()).getByRole('button', { name: 'Namespace cash' })).toHaveAttribute('aria-current', 'page');

  await user.click(screen.getByRole('button', { name: 'In detail' }));
  expect(await screen.findByRole('button', { name: /^container cart$/ })).toBeVisible();
  expect(within(where()).getByRole('button', { name: /^Deployment / })).toHaveAttribute('aria-current', 'page');

  await user.click(within(where()).getByRole('button', { name: 'Everything' }));
  await waitFor(() => expect(lanes()).toHaveLength(2));
});

it('folds a namespace, or all, and says how much is under it', async () => {
  const { user } = await overview();
  const shop = screen.getByRole('button', { name: /^shop: 1 workload, 1 chain$/ });
  expect(shop).toHaveAttribute('aria-expanded', 'true');
  await user.click(shop);
  await waitFor(() => expect(lanes()).toHaveLength(1));
  expect(screen.getByRole('button', { name: /^shop: 1 workload, 1 chain$/ })).toHaveAttribute('aria-expanded', 'false');
  await user.click(screen.getByRole('button', { name: 'Unfold all namespaces' }));
  await waitFor(() => expect(lanes()).toHaveLength(2));
  await user.click(screen.getByRole('button', { name: 'Fold all namespaces' }));
  await waitFor(() => expect(lanes()).toEqual([]));
});

it('marks in the list what the pointer rests on in the picture, and the other way round', async () => {
  const { user, container } = await overview();
  const list = screen.getByRole('navigation', { name: 'Chains' });
  const entry = within(list).getByRole('button', { name: /shop\// });
  await user.hover(entry);
  const dim = () => container.querySelectorAll('[data-dim]').length;
  expect(dim()).toBeGreaterThan(0);
  await user.unhover(entry);
  expect(dim()).toBe(0);
  const service = screen.getByRole('button', { name: /^Service cart, shop$/ });
  await user.hover(service);
  expect(entry).toHaveAttribute('data-pointed');
  await user.unhover(service);
  expect(entry).not.toHaveAttribute('data-pointed');
});

it('marks the hop of the story the pointer rests on in the picture, and the other way round', async () => {
  const { user, session, container } = openPage();
  await takeFiles(session, [file('shop.yaml', SHOP)]);
  const story = await screen.findByRole('complementary');
  const hop = await within(story).findByRole('button', { name: /targetPort/ });
  const service = await screen.findByRole('button', { name: /^Service cart, shop$/ });
  await user.hover(service);
  const marked = () => container.querySelectorAll('li [data-pointed]').length;
  expect(marked()).toBeGreaterThan(0);
  await user.unhover(service);
  await user.hover(hop);
  expect(container.querySelectorAll('[data-dim]').length).toBeGreaterThan(0);
});
