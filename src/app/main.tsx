import './theme/mantine.ts';
import './theme/global.css';
import { MantineProvider } from '@mantine/core';
import { clear, createStore, delMany, getMany, setMany } from 'idb-keyval';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './panels/App.tsx';
import { SessionContext } from './state/hooks.ts';
import { createOpeningStore, onHashChange, openPage } from './state/opening.ts';
import { autosave, type Storage } from './state/persist.ts';
import { createSession } from './state/session.ts';
import { firstLang, setLang } from './state/settings.ts';
import { theme } from './theme/mantine.ts';
import { browserClient } from './worker/client.ts';

/** Opened on first use, because opening fails where storage is denied. */
function browserStorage(): Storage {
  let opened: ReturnType<typeof createStore> | undefined;
  const store = () => {
    opened ??= createStore('linkchain', 'work');
    return opened;
  };
  return {
    get: async (keys) => getMany(keys, store()),
    set: async (entries) => setMany(entries, store()),
    del: async (keys) => delMany(keys, store()),
    clear: async () => clear(store()),
  };
}

/** The link that this very file carries, where somebody saved the page with a chain in it. */
const embedded = (): string => {
  const fragment = document.getElementById('linkchain-state')?.textContent?.replace(/^"|"$/g, '') ?? '';
  return fragment === '' ? '' : `#${fragment}`;
};

/** The composition root: the real worker, the real storage, the real page. */
async function start(root: HTMLElement): Promise<void> {
  const client = browserClient();
  const session = createSession(client);
  const storage = browserStorage();
  const opening = createOpeningStore();
  await setLang(firstLang(navigator.languages), false);

  createRoot(root).render(
    <StrictMode>
      <MantineProvider theme={theme} defaultColorScheme="auto">
        <SessionContext value={session}>
          <App opening={opening} />
        </SessionContext>
      </MantineProvider>
    </StrictMode>,
  );

  autosave(session, storage);
  await openPage(session, storage, opening, location.hash || embedded());
  window.addEventListener('hashchange', () => void onHashChange(session, opening, location.hash));
  // The worker starts when the page has nothing else to do; Safari has no idle callback.
  if ('requestIdleCallback' in window) requestIdleCallback(() => client.start());
  else setTimeout(() => client.start(), 200);
}

const root = document.getElementById('root');
if (root) void start(root);
