import { act, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, it, vi } from 'vitest';
import { cancel } from '../../src/app/state/actions.ts';
import { takeSample } from '../../src/app/state/intake.ts';
import { making } from '../../src/app/state/making.ts';
import { notes } from '../../src/app/state/notify.ts';
import { Stopped } from '../../src/app/worker/backend.ts';
import { openPage } from './page.tsx';

afterEach(() => notes.setState({ done: [], failed: [] }));
const TEXT = 'Preparing what you asked for';

it('what takes its time to make has a line, which goes with it', async () => {
  const { session } = openPage();
  let done = () => {};
  const made = making(session, () => new Promise<void>((resolve) => (done = resolve)));
  expect(screen.queryByText(TEXT)).toBeNull();
  await screen.findByText(TEXT);
  await act(async () => {
    done();
    await made;
  });
  expect(screen.queryByText(TEXT)).toBeNull();
});

it('stopping is not a failure; failing is said, with why', async () => {
  const { session } = openPage();
  await act(() => making(session, () => Promise.reject(new Stopped(false))));
  expect(screen.queryByRole('alert')).toBeNull();
  await act(() => making(session, () => Promise.reject(new Error('no room'))));
  expect(screen.getByRole('alert')).toHaveTextContent('no room');
});

it('what was asked for meanwhile is asked again when something is stopped', async () => {
  const { session } = openPage();
  await takeSample(session, 'shipped');
  const { chain } = await waitFor(() => {
    const found = session.answers.getState().chain;
    if (!found) throw new Error('not yet');
    return found;
  });
  act(() => session.look({ chain: null }));
  act(() => session.look({ chain: chain.id }));
  act(() => cancel(session));
  expect(session.answers.getState().chain).toBeNull();
  await waitFor(() => expect(session.answers.getState().chain?.chain.id).toBe(chain.id));
  expect(screen.queryByRole('alert')).toBeNull();
});

it('a dialog says it itself, and giving up leads out of it', async () => {
  const { session } = openPage();
  await takeSample(session, 'shipped');
  await screen.findByRole('navigation', { name: 'Chains' });
  const { ask } = session.client;
  const cancel = vi.spyOn(session.client, 'cancel');
  const never: typeof ask = (method, args, onProgress) => (method === 'share' ? new Promise(() => {}) : ask(method, args, onProgress));
  vi.spyOn(session.client, 'ask').mockImplementation(never as never);
  act(() => session.look({ dialog: 'share' }));
  const line = await screen.findByText(TEXT);
  expect(screen.getByRole('dialog')).toContainElement(line);
  await userEvent.setup().click(screen.getByRole('button', { name: 'Cancel' }));
  expect(cancel).toHaveBeenCalledOnce();
  expect(screen.queryByRole('dialog')).toBeNull();
});
