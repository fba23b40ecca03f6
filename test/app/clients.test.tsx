import { screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { SHOP } from '../fixtures/shop.ts';
import { openPage } from './page.tsx';

const MORE = `---
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata:
  name: door
  namespace: shop
  uid: 0-1
  resourceVersion: "7"
  annotations: {nginx.ingress.kubernetes.io/backend-protocol: HTTPS}
spec:
  defaultBackend:
    service:
      name: cart
      port:
        number: 80
status:
  loadBalancer: {}
`;

async function openStory(text: string) {
  const page = openPage();
  page.session.update((input) => ({ ...input, files: [{ path: 'all.yaml', text }] }));
  return { ...page, story: await screen.findByRole('complementary', { name: 'Details' }) };
}

describe('who else uses the port', () => {
  it('is told with the lines on both sides, by the keyboard too', async () => {
    const { user, story } = await openStory(SHOP + MORE);
    const section = await within(story).findByRole('region', { name: 'Also uses this port' });
    const sentence = within(section).getByText(/Ingress door leads requests from outside to port 80/);
    expect(within(section).getByText('disagrees')).toBeVisible();
    await user.click(sentence);
    expect(await within(section).findByText('asks for https, and http is spoken there')).toBeVisible();
    expect(await within(section).findAllByRole('region', { name: /all\.yaml, line \d+/ })).toHaveLength(2);
    expect(section.querySelector('summary')).not.toBeNull();
  });

  it('is not spoken of where there is nobody', async () => {
    const { story } = await openStory(SHOP);
    await within(story).findByText(/Every hop agrees/);
    expect(within(story).queryByRole('region', { name: 'Also uses this port' })).toBeNull();
  });
});

it('folds away what the server wrote, and shows it when asked', async () => {
  const { user, story } = await openStory(SHOP + MORE);
  const section = await within(story).findByRole('region', { name: 'Also uses this port' });
  await user.click(within(section).getByText(/Ingress door/));
  const [fold] = await within(section).findAllByRole('button', { name: '2 lines of server-side fields' });
  expect(fold).toHaveAttribute('aria-expanded', 'false');
  expect(within(section).queryByText(/loadBalancer/)).toBeNull();
  await user.click(fold as HTMLElement);
  expect(within(section).getByText(/loadBalancer/)).toBeVisible();
});
