import { waitFor } from '@testing-library/react';
import { expect, it } from 'vitest';
import { withFiles, withGoal } from '../../src/app/state/input.ts';
import { SHOP } from '../fixtures/shop.ts';
import { openPage } from './page.tsx';

it('a goal that is set while files are read is previewed of these files, and the list is of them too', async () => {
  const { session } = openPage();
  session.update((input) => withFiles(input, [{ path: 'all.yaml', text: SHOP }]));
  session.update((input) =>
    withGoal(input, { chain: 'ServiceMonitor/shop/cart#0', goal: 'https', names: 'keep', removeUnusedRbac: false }),
  );
  await waitFor(() => expect(session.answers.getState().preview?.preview.refusals).toEqual([null]));
  const { summary, busy, previewing } = session.answers.getState();
  expect(summary?.rows.map((r) => [r.id, r.status])).toEqual([['ServiceMonitor/shop/cart#0', 'ok']]);
  expect([busy, previewing]).toEqual([null, false]);
});
