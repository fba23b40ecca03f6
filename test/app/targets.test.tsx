import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { SAMPLES } from '../../src/app/samples/index.ts';
import { addSample, addText } from '../../src/app/state/actions.ts';
import { edit, SHOP } from '../fixtures/shop.ts';
import { openPage } from './page.tsx';

async function openShipped() {
  const page = openPage();
  addSample(page.session, 'shipped', SAMPLES.find((s) => s.id === 'shipped')?.files ?? []);
  await screen.findByRole('tab', { name: 'Targets' });
  return page;
}

describe('targets', () => {
  it('shows what is kept with the labels people know it by, and every rule that acted on it', async () => {
    const { user } = await openShipped();
    await user.click(screen.getByRole('tab', { name: 'Targets' }));
    expect(await screen.findByText(/2 of \d+ discovered targets are kept/)).toBeVisible();
    const card = (await screen.findByText('https://192.168.11.11:9100/metrics')).closest('details') as HTMLElement;
    expect(card).toHaveTextContent('job="node-exporter"');
    expect(card).toHaveTextContent('container="kube-rbac-proxy"');
    await user.click(screen.getByText('https://192.168.11.11:9100/metrics'));
    const step = await within(card).findByText(/sets endpoint to “https”/);
    await user.click(step);
    expect(await within(card).findByText(/serviceMonitor\.yaml, line \d+/)).toBeVisible();
  });

  it('names the rule that drops what is dropped', async () => {
    const { user } = await openShipped();
    await user.click(screen.getByRole('tab', { name: 'Targets' }));
    await user.click(await screen.findByText(/^Dropped \(/));
    expect((await screen.findAllByText(/by rule \d+: (the selector|the endpoint’s port)/))[0]).toBeVisible();
  });
});

it('shows the job the operator writes, and where a rule comes from', async () => {
  const { user } = await openShipped();
  await user.click(screen.getByRole('tab', { name: 'Configuration' }));
  const yaml = await screen.findByRole('region', { name: /Scrape configuration of job serviceMonitor\/monitoring\/node-exporter\/0/ });
  expect(yaml).toHaveTextContent('scheme: https');
  const [first] = within(yaml).getAllByRole('button', { name: /action: keep/ });
  await user.click(first as HTMLElement);
  expect(await within(yaml).findByText(/Rule 2: the selector/)).toBeVisible();
  expect(await within(yaml).findByText(/serviceMonitor\.yaml, line \d+/)).toBeVisible();
});

const RULES = `
---
apiVersion: monitoring.coreos.com/v1
kind: PrometheusRule
metadata: {name: cart, namespace: mon}
spec:
  groups:
  - name: cart
    rules:
    - {alert: CartDown, expr: 'up{job="cart"} == 0'}
    - {alert: ShelfDown, expr: 'up{job="shelf"} == 0'}
`;

it('says which alerts a chain feeds, and which no chain can', async () => {
  const { user, session } = openPage();
  addText(session, edit(SHOP, ['serviceMonitorSelector: {}', 'ruleSelector: {}\n  serviceMonitorSelector: {}']) + RULES);
  await user.click((await screen.findAllByRole('tab', { name: 'Rules' })).at(-1) as HTMLElement);
  expect(await screen.findByText('CartDown')).toBeVisible();
  expect(screen.queryByText('ShelfDown')).toBeNull();

  await user.click(screen.getAllByRole('tab', { name: 'Rules' })[0] as HTMLElement);
  await user.click(await screen.findByText('ShelfDown'));
  expect(await screen.findByText(/Alert ShelfDown can never fire: no chain brings series with job="shelf"/)).toBeVisible();
  await waitFor(() => expect(screen.getByText(/1 never · 1 fed/)).toBeVisible());
});
