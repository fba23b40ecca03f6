import { act, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { parse, stringify } from 'yaml';
import { type Drawn, drawnAt, drawnOf, filesOf, partsOf, placeOf } from '../../src/app/panels/files/drawn.ts';
import { editFile, removeFile } from '../../src/app/state/actions.ts';
import { withGoal } from '../../src/app/state/input.ts';
import { takeSample } from '../../src/app/state/intake.ts';
import type { Scene } from '../../src/engine/scene/index.ts';
import { openPage } from './page.tsx';

const CHAIN = 'ServiceMonitor/monitoring/node-exporter#0';
const drawn: Drawn[] = [
  { id: 'port', file: 'monitor.yaml', from: 9, to: 9 },
  { id: 'endpoint', file: 'monitor.yaml', from: 8, to: 14 },
  { id: 'endpoint', file: 'monitor.yaml', from: 1, to: 14 },
  { id: 'service', file: 'service.yaml', from: 1, to: 20 },
];

describe('what stands at a line', () => {
  it.each([
    ['monitor.yaml', 9, 'port'],
    ['monitor.yaml', 8, 'endpoint'],
    ['monitor.yaml', 2, 'endpoint'],
    ['monitor.yaml', 15, null],
    ['service.yaml', 9, 'service'],
    ['other.yaml', 9, null],
  ] as const)('%s:%i is %s', (file, line, id) => {
    expect(drawnAt(drawn, file, line)).toBe(id);
  });
});

/** The picture of the sample, and what stands under it. */
async function shipped() {
  const page = openPage();
  await takeSample(page.session, 'shipped');
  const scene = await waitFor(() => {
    const found = page.session.answers.getState().chain?.scene;
    expect(found).toBeDefined();
    return found as Scene;
  });
  const bar = await screen.findByRole('group', { name: 'Under the picture' });
  const press = (name: string) => page.user.click(within(bar).getByRole('button', { name }));
  return { ...page, scene, bar, press };
}

describe('what stands under the picture', () => {
  it('comes and goes by its button; changes are offered once there are some, and then shown', async () => {
    const { user, bar, press } = await shipped();
    expect(within(bar).queryByRole('button', { name: 'Changes' })).toBeNull();
    await press('Forecast');
    await screen.findByRole('region', { name: /^What will be seen of/ });
    await press('Forecast');
    expect(screen.queryByRole('region', { name: /^What will be seen of/ })).toBeNull();
    await press('Forecast');
    await user.click(screen.getByRole('radio', { name: 'http' }));
    await screen.findByRole('region', { name: /^Changes: / });
    expect(within(bar).getByRole('button', { name: 'Changes' })).toHaveAttribute('aria-expanded', 'true');
    expect(within(bar).getByRole('button', { name: 'Forecast' })).toHaveAttribute('aria-expanded', 'false');
  });

  it('opens the text of the endpoint at first, then of what is selected, and keeps the file where that stands in it', async () => {
    const { session, scene, press } = await shipped();
    await press('Text');
    const file = () => session.view.getState().text?.path;
    const line = () => session.view.getState().text?.line;
    await waitFor(() => expect(file()).toMatch(/serviceMonitor\.yaml$/));
    const service = scene.nodes.find((n) => n.role === 'service');
    act(() => session.look({ selection: service?.rows[0]?.id ?? '' }));
    await waitFor(() => expect(file()).toMatch(/service\.yaml$/));
    // An edge stands where its ends stand: here already.
    const edge = scene.edges.find((e) => e.link.startsWith('endpoint-port:'));
    const before = line();
    act(() => session.look({ selection: edge?.id ?? '' }));
    await waitFor(() => expect(session.view.getState().selection).toBe(edge?.id));
    expect(file()).toMatch(/service\.yaml$/);
    expect(line()).toBe(before);
    // Without its file the text is another one.
    act(() => removeFile(session, file() ?? ''));
    await waitFor(() => expect(file()).toMatch(/serviceMonitor\.yaml$/));
  });

  it('stands at its own lines while the picture shows what the changes make of it', async () => {
    const { session, press } = await shipped();
    const daemonset = session.input.getState().files.find((f) => f.path.endsWith('daemonset.yaml'));
    const body = parse(daemonset?.text ?? '');
    // The proxy first: with it gone, the exporter has another index.
    body.spec.template.spec.containers.reverse();
    const text = stringify(body);
    act(() => {
      editFile(session, daemonset?.path ?? '', text);
      session.update((input) => withGoal(input, { chain: CHAIN, goal: 'http', names: 'keep', removeUnusedRbac: false }));
    });
    await waitFor(() => expect(session.answers.getState().preview?.preview.refusals).toEqual([null]));
    await press('Text');
    act(() => session.look({ selection: 'DaemonSet/monitoring/node-exporter/p/node-exporter' }));
    const line = text.split('\n').findIndex((l) => l.includes('--web.listen-address')) + 1;
    await waitFor(() => expect(session.view.getState().text).toMatchObject({ path: daemonset?.path, line }));
  });

  it('offers the files of the chain in the order in which it runs, each once', async () => {
    const { scene, session } = await shipped();
    const parts = partsOf(scene);
    const places = await session.client.ask('locate', [parts.map((p) => p.at)]);
    const all = drawnOf(parts, places);
    const files = filesOf(scene, all);
    expect(new Set(files).size).toBe(files.length);
    const order = ['serviceMonitor.yaml', 'service.yaml', 'daemonset.yaml'].map((name) => files.findIndex((f) => f.endsWith(`/${name}`)));
    expect(order.every((at) => at >= 0)).toBe(true);
    expect([...order].sort((a, b) => a - b)).toEqual(order);
    // Its metadata belong to the box of the endpoint, a whole document being nothing else.
    const monitor = files.find((f) => f.endsWith('serviceMonitor.yaml')) ?? '';
    const text = session.input.getState().files.find((f) => f.path === monitor)?.text ?? '';
    const metadata = text.split('\n').findIndex((l) => l.startsWith('metadata:')) + 1;
    expect(drawnAt(all, monitor, metadata)).toBe(scene.nodes.find((n) => n.role === 'endpoint')?.id);
    expect(placeOf(scene, all, 'nothing', null)).toBeNull();
  });
});
