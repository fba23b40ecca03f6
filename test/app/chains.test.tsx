import { screen, within } from '@testing-library/react';
import { expect, it } from 'vitest';
import { openPage } from './page.tsx';

/** `name port` as a Service with a monitor that asks for `asks`. */
const app = (name: string, port: string, asks: string, namespace = 'web') => `
apiVersion: v1
kind: Service
metadata: { name: ${name}, namespace: ${namespace}, labels: { app: ${name} } }
spec:
  selector: { app: ${name} }
  ports:
  - { name: ${port}, port: 80 }
---
apiVersion: apps/v1
kind: Deployment
metadata: { name: ${name}, namespace: ${namespace} }
spec:
  selector: { matchLabels: { app: ${name} } }
  template:
    metadata: { labels: { app: ${name} } }
    spec:
      containers:
      - name: main
        image: registry.example/${name}:1
        ports:
        - { name: ${port}, containerPort: 80 }
---
apiVersion: monitoring.coreos.com/v1
kind: ServiceMonitor
metadata: { name: ${name}, namespace: ${namespace} }
spec:
  selector: { matchLabels: { app: ${name} } }
  endpoints:
  - port: ${asks}
`;
const INPUT = [app('fine', 'http', 'http'), app('wrong', 'http', 'metrics'), app('other', 'http', 'http', 'shop')].join('---\n');

async function openChains() {
  const page = openPage();
  page.session.update((input) => ({ ...input, files: [{ path: 'all.yaml', text: INPUT }] }));
  const list = await screen.findByRole('list', { name: 'Chains' });
  await within(list).findAllByText(/wrong/);
  const names = () =>
    within(list)
      .getAllByRole('button')
      .map((b) => /(fine|wrong|other)/.exec(b.textContent ?? '')?.[1]);
  return { ...page, list, names };
}

it('lists the broken chain first and opens it', async () => {
  const { names } = await openChains();
  expect(names()).toEqual(['wrong', 'other', 'fine']);
  expect(await screen.findByRole('heading', { name: /wrong/, level: 2 })).toBeVisible();
});

it('filters by text, namespace and status, and says when nothing fits', async () => {
  const { user, names, list } = await openChains();
  await user.type(screen.getByRole('searchbox', { name: /Name, label/ }), 'fine');
  expect(names()).toEqual(['fine']);
  await user.clear(screen.getByRole('searchbox', { name: /Name, label/ }));
  await user.selectOptions(screen.getByRole('combobox', { name: 'Namespace' }), 'shop');
  expect(names()).toEqual(['other']);
  await user.selectOptions(screen.getByRole('combobox', { name: 'Status' }), 'broken');
  expect(within(list).queryAllByRole('button')).toEqual([]);
  await user.click(screen.getByRole('button', { name: 'Show all' }));
  expect(names()).toHaveLength(3);
});

it('shows what a hop asks for and what stands there, with the lines on both sides', async () => {
  const { user } = await openChains();
  const story = screen.getByRole('complementary', { name: 'Details' });
  await user.click(await within(story).findByRole('button', { name: /The monitor selects the Service/ }));
  const table = await within(story).findByRole('table', { name: 'What must agree' });
  expect(within(table).getByRole('row', { name: 'app app=wrong app=wrong yes' })).toBeVisible();
  const lines = await within(story).findAllByRole('region', { name: /all\.yaml, line \d+/ });
  expect(lines.length).toBeGreaterThan(0);
  expect(story.querySelector('mark')).not.toBeNull();
});

it('names the finding in words and with its code', async () => {
  await openChains();
  const story = screen.getByRole('complementary', { name: 'Details' });
  expect((await within(story).findAllByText(/“metrics” is asked for|the container’s name/))[0]).toBeVisible();
  expect((await within(story).findAllByText(/port-not-found/))[0]).toBeVisible();
});
