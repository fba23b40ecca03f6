import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { takeSample } from '../../src/app/state/intake.ts';
import { english } from '../../src/words/index.ts';
import { openPage } from './page.tsx';

/** The page with the sample in which two processes want one port. */
async function broken() {
  const opened = openPage();
  await takeSample(opened.session, 'obvious-edit');
  await screen.findByRole('navigation', { name: 'Chains' });
  return opened;
}
const details = () => screen.getByRole('complementary', { name: 'Details' });

describe('findings', () => {
  it('are listed worst first with a count, filtered by severity and text, and lead to their chain', async () => {
    const { user } = await broken();
    await user.click(screen.getByRole('tab', { name: 'Findings' }));
    const pane = await screen.findByRole('region', { name: /findings/i });
    const list = within(pane).getByRole('list');
    expect(within(list).getAllByRole('listitem')[0]).toHaveTextContent('bind-conflict');
    expect(within(pane).getByRole('status')).toHaveTextContent(/^\d+ errors?/);
    const all = within(list).getAllByRole('listitem').length;
    await user.type(within(pane).getByRole('searchbox'), 'bind-conflict');
    await waitFor(() => expect(within(list).getAllByRole('listitem').length).toBeLessThan(all));
    await user.clear(within(pane).getByRole('searchbox'));
    await user.type(within(pane).getByRole('searchbox'), 'no such thing');
    await waitFor(() => expect(within(list).queryAllByRole('listitem')).toEqual([]));
  });
});

describe('the forecast', () => {
  it('is a table of who asks by which scheme, and opens one answer with why', async () => {
    const { user, session } = openPage();
    await takeSample(session, 'shipped');
    await screen.findByRole('navigation', { name: 'Chains' });
    await user.click(await screen.findByRole('button', { name: 'Forecast' }));
    const [table] = await screen.findAllByRole('table');
    const cell = within(table as HTMLElement).getAllByRole('button')[0] as HTMLElement;
    await user.click(cell);
    expect(cell).toHaveAttribute('aria-expanded', 'true');
    expect((await screen.findAllByRole('button', { name: /Copy/ })).length).toBeGreaterThan(0);
  });
});

describe('the inspector', () => {
  it('explains the chain in sentences under titles, and gives their lines', async () => {
    const { user } = await broken();
    await user.click(await within(details()).findByRole('tab', { name: 'Explain' }));
    const sentences = await within(details()).findAllByRole('listitem');
    expect(sentences.some((s) => /9100/.test(s.textContent ?? ''))).toBe(true);
    expect(within(details()).getAllByRole('heading', { level: 3 }).length).toBeGreaterThan(1);
  });

  it('tells of a box of the picture: its rows, its hops, the lines it stands in, and leads back', async () => {
    const { user, session } = await broken();
    const node = (await waitFor(() => {
      const found = session.answers.getState().chain?.scene.nodes.find((n) => n.role === 'service');
      expect(found).toBeDefined();
      return found;
    })) as { id: string };
    session.look({ selection: node.id });
    expect(await within(details()).findByRole('heading', { name: 'Selected' })).toBeVisible();
    expect(within(details()).getAllByText(/node-exporter/).length).toBeGreaterThan(0);
    await waitFor(() => expect(within(details()).getAllByText(/kind: Service|apiVersion: v1/).length).toBeGreaterThan(0));
    await user.click(within(details()).getByRole('button', { name: english('app', 'inspector.back') }));
    expect(await within(details()).findByRole('heading', { name: 'This chain' })).toBeVisible();
  });
});

describe('rules', () => {
  it('say which chain feeds them, what nobody feeds first, and are filtered', async () => {
    const { user, session } = openPage();
    await takeSample(session, 'shipped');
    await screen.findByRole('navigation', { name: 'Chains' });
    await user.click(screen.getAllByRole('tab', { name: 'Rules' })[0] as HTMLElement);
    const list = await screen.findByRole('list', { name: /^Rules/ });
    const before = within(list).getAllByRole('listitem').length;
    expect(before).toBeGreaterThan(0);
    await user.type(screen.getAllByRole('searchbox').at(-1) as HTMLElement, 'no such rule');
    await waitFor(() => expect(within(list).queryAllByRole('listitem')).toEqual([]));
  });
});

describe('dialogs', () => {
  it('a pasted error is read, and leads to the chain that explains it', async () => {
    const { user, session } = await broken();
    session.look({ dialog: 'error' });
    const dialog = await screen.findByRole('dialog');
    await user.type(within(dialog).getByRole('textbox'), 'listen tcp 192.168.1.4:9100: bind: address already in use');
    const open = await within(dialog).findByRole('button', { name: /node-exporter/ });
    expect(dialog).toHaveTextContent('bind-conflict');
    await user.click(open);
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(session.view.getState()).toMatchObject({ tab: 'chain', facet: 'story' });
  });

  it('search finds by word and filter, and goes there by keys alone', async () => {
    const { user, session } = await broken();
    session.look({ dialog: 'search' });
    const dialog = await screen.findByRole('dialog');
    const box = await within(dialog).findByRole('combobox');
    await user.type(box, 'kind:Service');
    await waitFor(() => expect(within(dialog).getAllByRole('option').length).toBeGreaterThan(0));
    await user.clear(box);
    await user.type(box, 'node-exporter');
    await waitFor(() => expect(within(dialog).getAllByRole('option')[0]).toHaveTextContent('node-exporter'));
    await user.keyboard('{Enter}');
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  });

  it('the keys are listed, saved work is cleared only when asked twice', async () => {
    const { user, session } = await broken();
    session.look({ dialog: 'keys' });
    expect((await screen.findByRole('dialog')).textContent).toMatch(/Ctrl.*K/);
    await user.keyboard('{Escape}');
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    session.look({ dialog: 'clear' });
    const dialog = await screen.findByRole('dialog');
    expect(session.input.getState().files.length).toBeGreaterThan(0);
    await user.click(within(dialog).getAllByRole('button').at(-1) as HTMLElement);
    await waitFor(() => expect(session.input.getState().files).toEqual([]));
  });
});

describe('the tour', () => {
  it('tells the story in six steps, each a state of the page, and can be left', async () => {
    const { user, session } = openPage();
    await user.click(screen.getByRole('button', { name: english('samples', 'shipped.title') }));
    const tour = await screen.findByRole('region', { name: english('app', 'tour.title') });
    for (const at of [1, 2, 3, 4, 5]) {
      expect(tour).toHaveTextContent(english('app', 'tour.step', { at, all: 6 }));
      await user.click(within(tour).getByRole('button', { name: english('app', 'tour.next') }));
      await waitFor(() => expect(session.view.getState().tour).toBe(at));
    }
    await user.click(within(tour).getByRole('button', { name: english('app', 'tour.back') }));
    await waitFor(() => expect(session.view.getState().tour).toBe(4));
    await user.click(within(tour).getByRole('button', { name: english('app', 'tour.skip') }));
    await waitFor(() => expect(session.view.getState().tour).toBeNull());
  });
});
