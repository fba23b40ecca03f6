import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { FIRST_SHARES, firstColumns, firstShares, setColumn, setShare } from '../../src/app/state/settings.ts';
import { openPage } from './page.tsx';

const FIRST = FIRST_SHARES.changes;
beforeEach(() => setShare('changes', FIRST));
afterEach(() => localStorage.clear());

async function openChanges() {
  const page = openPage();
  await page.user.click(screen.getByRole('button', { name: 'node-exporter as shipped' }));
  await page.user.click(
    within(await screen.findByRole('radiogroup', { name: 'What the chain speaks' })).getByRole('radio', { name: 'http' }),
  );
  await screen.findByRole('region', { name: /^Changes: \d+ files?$/ });
  const bar = screen.getByRole('separator', { name: /Share the height/ });
  const press = (key: string) => {
    fireEvent.keyDown(bar, { key });
    return Number(bar.getAttribute('aria-valuenow'));
  };
  return { ...page, bar, press };
}

it('shares the height by keys, to either edge and back', async () => {
  const { press } = await openChanges();
  expect(press('ArrowUp')).toBe(FIRST - 5);
  expect(press('ArrowDown')).toBe(FIRST);
  expect(press('Home')).toBe(0);
  expect(press('ArrowDown')).toBeGreaterThan(0);
  expect(press('End')).toBe(100);
  expect(press('ArrowUp')).toBeLessThan(100);
  expect(press('Enter')).toBe(FIRST);
});

it('hides either part and brings it back as it was', async () => {
  const { user, press, bar } = await openChanges();
  press('ArrowUp');
  await user.click(screen.getByRole('button', { name: 'Hide what stands under the picture' }));
  expect(screen.queryByRole('region', { name: /^Changes: / })).toBeNull();
  await user.click(screen.getByRole('button', { name: 'Show what stands under the picture' }));
  expect(screen.getByRole('region', { name: /^Changes: / })).toBeVisible();
  expect(bar).toHaveAttribute('aria-valuenow', String(FIRST - 5));
  await user.click(screen.getByRole('button', { name: 'Hide the picture' }));
  expect(screen.getByRole('button', { name: 'Show the picture' })).toBeVisible();
});

it('what is hidden comes back as high as it was, whichever it is', async () => {
  const { user } = await openChanges();
  const bar = screen.getByRole('group', { name: 'Under the picture' });
  for (const [name, share] of [
    ['Forecast', FIRST_SHARES.forecast],
    ['Text', FIRST_SHARES.text],
  ] as const) {
    await user.click(within(bar).getByRole('button', { name }));
    const height = () => screen.getByRole('separator', { name: /Share the height/ });
    await waitFor(() => expect(height()).toHaveAttribute('aria-valuenow', String(share)));
    await user.click(screen.getByRole('button', { name: 'Hide what stands under the picture' }));
    expect(height()).toHaveAttribute('aria-valuenow', '100');
    await user.click(screen.getByRole('button', { name: 'Show what stands under the picture' }));
    expect(height()).toHaveAttribute('aria-valuenow', String(share));
  }
});

it('remembers the share of each, but not that a part was hidden', () => {
  setShare('changes', 40);
  setShare('forecast', 0);
  expect(firstShares()).toEqual({ ...FIRST_SHARES, changes: 40 });
  expect(firstShares('70')).toEqual({ ...FIRST_SHARES, changes: 70 });
  expect(firstShares('much')).toEqual(FIRST_SHARES);
});

it('makes the side columns wider and narrower by keys, within limits, and remembers it', async () => {
  const page = openPage();
  await page.user.click(screen.getByRole('button', { name: 'node-exporter as shipped' }));
  const list = await screen.findByRole('separator', { name: 'Width of the list of chains' });
  const width = (of: HTMLElement) => Number(of.getAttribute('aria-valuenow'));
  for (const [key, expected] of [
    ['ArrowRight', 320],
    ['Home', 220],
    ['ArrowLeft', 220],
    ['End', 520],
    ['Enter', 300],
    ['ArrowLeft', 280],
  ] as const) {
    fireEvent.keyDown(list, { key });
    expect([key, width(list)]).toEqual([key, expected]);
  }
  // The details stand beside the picture on wide screens only.
  setColumn('inspector', 420);
  expect(firstColumns()).toEqual({ list: 280, inspector: 420 });
  expect(firstColumns('much 9999')).toEqual({ list: 300, inspector: 640 });
});

it('tells in the story why it cannot be read from outside', async () => {
  const { user } = openPage();
  await user.click(screen.getByRole('button', { name: 'node-exporter as shipped' }));
  await waitFor(() => expect(screen.getAllByText(/plain http gets 400, and https without a token 401/)[0]).toBeVisible());
});
