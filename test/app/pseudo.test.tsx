import { act, screen, waitFor, within } from '@testing-library/react';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { SAMPLES } from '../../src/app/samples/index.ts';
import { want } from '../../src/app/state/actions.ts';
import { settings } from '../../src/app/state/settings.ts';
import { en } from '../../src/words/en/index.ts';
import { bindWords, english } from '../../src/words/index.ts';
import { openPage } from './page.tsx';

/** A language whose every text stands in brackets: what stands outside of them was not taken from the catalogue. */
const marked = (message: unknown): unknown =>
  typeof message === 'string' ? `⟦${message}⟧` : Object.fromEntries(Object.entries(message as object).map(([k, v]) => [k, marked(v)]));
const pseudo = bindWords('en', marked(en) as typeof en);

/** Names that are the same in every language: products, formats, keys of the keyboard, placeholders, fields and kinds of Kubernetes. */
const SAME = new Set(
  'linkchain React Flow attribution http https HTTP HTTPS curl DaemonSet Prometheus StatefulSet NetworkPolicy container Ctrl Shift Esc Enter Tab Home End pod-ip node-exporter-node-'.split(
    ' ',
  ),
);
const INPUT = SAMPLES.flatMap(({ files }) => files.map(({ path, text }) => `${path}\n${text}`)).join('\n');
/** Finding codes are permanent names. */
const CODES: ReadonlySet<string> = new Set(Object.keys(en.checks));

function texts(): string[] {
  const out: string[] = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (node instanceof Element) {
      for (const name of ['aria-label', 'title', 'placeholder', 'alt', 'aria-roledescription', 'aria-description'])
        out.push(node.getAttribute(name) ?? '');
    } else if (!node.parentElement?.closest('style, script, code, pre')) out.push(node.textContent ?? '');
  }
  return out;
}

/** Words that are neither of the catalogue nor of the input. */
function hardCoded(): string[] {
  const bare = (text: string): string => {
    const less = text.replace(/⟦[^⟦⟧]*⟧/g, ' ');
    return less === text ? text : bare(less);
  };
  const words = texts().flatMap((text) => bare(text).match(/[A-Za-z][A-Za-z-]{2,}/g) ?? []);
  return [...new Set(words)].filter((word) => !SAME.has(word) && !INPUT.includes(word) && !CODES.has(word)).sort();
}

beforeEach(() => settings.setState({ words: pseudo }));
afterEach(() => settings.setState({ words: english }));

it('every word of every screen is of the catalogue', async () => {
  const { user, session } = openPage();
  const found = new Map<string, string[]>();
  const look = (where: string) => {
    const words = hardCoded();
    if (words.length > 0) found.set(where, words);
  };
  look('first screen');
  await user.click(screen.getByRole('button', { name: pseudo('samples', 'shipped.title') }));
  await screen.findByRole('navigation', { name: pseudo('app', 'chains.title') });
  await screen.findAllByText(/plain http gets 400/);
  await waitFor(() => expect(document.querySelector('[data-stop]')).not.toBeNull());
  look('chain');
  const details = screen.getByRole('complementary', { name: pseudo('app', 'inspector.label') });
  for (const facet of ['explain', 'targets', 'config', 'rules'] as const) {
    await user.click(within(details).getByRole('tab', { name: pseudo('app', `facet.${facet}`) }));
    await act(() => new Promise((done) => setTimeout(done, 300)));
    look(facet);
  }
  for (const drawer of ['forecast', 'text'] as const) {
    await user.click(screen.getByRole('button', { name: pseudo('app', `drawer.${drawer}`) }));
    await act(() => new Promise((done) => setTimeout(done, 400)));
    look(`drawer ${drawer}`);
  }
  for (const tab of ['overview', 'findings', 'rules'] as const) {
    await user.click(screen.getAllByRole('tab', { name: pseudo('app', `tab.${tab}`) })[0] as HTMLElement);
    await act(() => new Promise((done) => setTimeout(done, 400)));
    look(`tab ${tab}`);
  }
  act(() => session.look({ tab: 'files' }));
  await act(() => new Promise((done) => setTimeout(done, 300)));
  look('files');
  for (const dialog of ['paste', 'url', 'error', 'share', 'clear', 'search', 'keys'] as const) {
    act(() => session.look({ dialog }));
    await screen.findByRole('dialog');
    await act(() => new Promise((done) => setTimeout(done, 200)));
    look(`dialog ${dialog}`);
    act(() => session.look({ dialog: null }));
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  }
  for (const goal of ['http', 'outside'] as const) {
    act(() => want(session, 'ServiceMonitor/monitoring/node-exporter#0', goal));
    await waitFor(() => expect(session.answers.getState().preview?.preview.goals.at(-1)?.goal).toBe(goal));
    await act(() => new Promise((done) => setTimeout(done, 500)));
    look(`changes for ${goal}`);
  }
  act(() => session.look({ tour: 2 }));
  look('tour');
  expect(Object.fromEntries(found)).toEqual({});
});
