import { act, waitFor } from '@testing-library/react';
import { expect, it } from 'vitest';
import { editFile } from '../../src/app/state/actions.ts';
import { withFiles, withGoal } from '../../src/app/state/input.ts';
import { takeFiles } from '../../src/app/state/intake.ts';
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

it('a chain that cannot be read for a while is looked at again when it is back, unless another was chosen', async () => {
  const { session } = openPage();
  const cash = SHOP.replaceAll('namespace: shop', 'namespace: cash');
  await takeFiles(session, [new File([SHOP], 'shop.yaml'), new File([cash], 'cash.yaml')]);
  const rows = await waitFor(() => {
    const found = session.answers.getState().summary?.rows ?? [];
    expect(found.length).toBeGreaterThan(1);
    return found;
  });
  const chosen = rows.find((r) => r.namespace === 'cash')?.id ?? '';
  const others = rows.filter((r) => r.namespace === 'shop').map((r) => r.id);
  const looked = () => session.view.getState().chain;
  const broken = cash.replaceAll('kind: ServiceMonitor', 'kind: x').replaceAll('kind: PodMonitor', 'kind: x');

  act(() => session.look({ chain: chosen }));
  act(() => editFile(session, 'cash.yaml', broken));
  await waitFor(() => expect(others).toContain(looked()));
  act(() => editFile(session, 'cash.yaml', cash));
  await waitFor(() => expect(looked()).toBe(chosen));

  act(() => editFile(session, 'cash.yaml', broken));
  await waitFor(() => expect(others).toContain(looked()));
  const last = others.at(-1) ?? '';
  act(() => session.look({ chain: chosen }));
  act(() => session.look({ chain: last }));
  act(() => editFile(session, 'cash.yaml', cash));
  await waitFor(() => expect(session.answers.getState().summary?.rows.length).toBe(rows.length));
  expect(looked()).toBe(last);
});
