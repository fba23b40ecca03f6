import { act, fireEvent, screen, within } from '@testing-library/react';
import { afterEach, expect, it, vi } from 'vitest';
import { notes, notify } from '../../src/app/state/notify.ts';
import { openPage } from './page.tsx';

afterEach(() => {
  vi.useRealTimers();
  notes.setState({ done: [], failed: [] });
});

const region = () => screen.getAllByRole('status').find((r) => r.textContent !== '');

it('what was done is told and goes by itself; what failed stays', async () => {
  vi.useFakeTimers();
  openPage();
  act(() => {
    notify('Copied');
    notify('Not saved', 'failed');
  });
  expect(region()).toHaveTextContent('Copied');
  act(() => vi.advanceTimersByTime(5000));
  expect(region()).toBeUndefined();
  expect(screen.getByRole('alert')).toHaveTextContent('Not saved');
});

it('a note is dismissed by its own button, and told once however often it happened', async () => {
  const { user } = openPage();
  act(() => {
    notify('Copied');
    notify('Copied');
  });
  const note = region();
  expect(note && within(note).getAllByText('Copied')).toHaveLength(1);
  await user.click(screen.getByRole('button', { name: 'Dismiss this note' }));
  expect(region()).toBeUndefined();
});

it('a note stays while the pointer rests on it', () => {
  vi.useFakeTimers();
  openPage();
  act(() => notify('Copied'));
  const note = screen.getByText('Copied');
  fireEvent.pointerEnter(note.parentElement ?? note);
  act(() => vi.advanceTimersByTime(10_000));
  expect(region()).toHaveTextContent('Copied');
  fireEvent.pointerLeave(note.parentElement ?? note);
  act(() => vi.advanceTimersByTime(5_000));
  expect(region()).toBeUndefined();
});
