import '@testing-library/jest-dom/vitest';
import { MantineProvider } from '@mantine/core';
import { cleanup, configure, render } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach } from 'vitest';
import { App } from '../../src/app/panels/App.tsx';
import { SessionContext } from '../../src/app/state/hooks.ts';
import { createOpeningStore } from '../../src/app/state/opening.ts';
import { createSession } from '../../src/app/state/session.ts';
import { theme } from '../../src/app/theme/mantine.ts';
import { createClient } from '../../src/app/worker/client.ts';
import { createHost } from '../../src/app/worker/host.ts';

// Parts of the page come when they are needed; on a busy machine that takes its time.
configure({ asyncUtilTimeout: 20_000 });
afterEach(cleanup);

/** The whole page over the real engine, on this thread: only the worker is left out. */
export function openPage() {
  const client = createClient({
    createWorker: () => {
      throw new Error('no workers in this test');
    },
    loadHost: async () => createHost(),
  });
  const session = createSession(client);
  const opening = createOpeningStore();
  opening.setState({ loading: false });
  const view = render(
    <MantineProvider theme={theme} env="test">
      <SessionContext value={session}>
        <App opening={opening} />
      </SessionContext>
    </MantineProvider>,
  );
  return { ...view, user: userEvent.setup(), session, opening };
}
