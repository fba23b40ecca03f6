import { act, fireEvent, screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { changedScene, overviewScene } from '../../src/engine/scene/index.ts';
import { loadWords } from '../../src/words/index.ts';
import { analysed, deployment, monitor, prometheus, sampled, sceneOf, service, yaml } from '../scene/picture.ts';
import { dimmed, draw, focused, stop } from './draw.tsx';

/** Without the press before it: panning by d3 wants a real window there. */
const click = (element: HTMLElement) => fireEvent.click(element);
const SHIPPED = sceneOf(sampled('shipped'));
const BROKEN = sceneOf(sampled('obvious-edit'));

describe('read aloud', () => {
  it('every node, row and edge is a button that says what it is and how it fares', () => {
    draw(SHIPPED);
    expect(stop(/^Service node-exporter, monitoring$/)).toBeVisible();
    expect(stop(/^https 9100 → https, Service node-exporter$/)).toBeVisible();
    expect(stop(/^Service node-exporter, https → container kube-rbac-proxy, https\. targetPort: https: agrees$/)).toBeVisible();
    expect(stop(/^NetworkPolicy node-exporter, monitoring, not enforced here$/)).toBeVisible();
    expect(stop(/→ http:\/\/127\.0\.0\.1:9100\/: agrees, http, clear text$/)).toBeVisible();
    expect(screen.getAllByRole('button', { pressed: false })).toHaveLength(
      SHIPPED.nodes.length + SHIPPED.nodes.flatMap((n) => n.rows).length + SHIPPED.edges.length + 1,
    );
  });

  it('a broken hop is told by sign and word, not by colour', () => {
    draw(BROKEN);
    const hops = screen.getAllByRole('button', { name: /9100: breaks here/ });
    expect(hops).toHaveLength(2);
    for (const hop of hops) expect(hop).toHaveTextContent('✕');
    expect(stop(/^process node-exporter, breaks here, two processes, one port$/)).toBeVisible();
  });

  it('a missing end says what was looked for', () => {
    draw(sceneOf(analysed(yaml(prometheus, monitor('web', 'app: web, tier: front'), service('web', 'app: web, tier: back')))));
    expect(stop(/^Service no Service found, looked for, breaks here/)).toBeVisible();
    expect(stop(/^tier=front, breaks here, Service no Service found$/)).toBeVisible();
    expect(stop(/^Service\/shop\/web, all labels but one, cannot be told/)).toBeVisible();
  });

  it('in Chinese, with Kubernetes terms as they are', async () => {
    draw(BROKEN, { words: await loadWords('zh-CN') });
    expect(stop(/^进程 node-exporter, 在此断开, 两个进程争用同一端口$/)).toBeVisible();
  });

  it('names too long are cut in the middle and given in full', () => {
    const name = `metrics-of-${'a-very-long-name-'.repeat(6)}end`;
    draw(sceneOf(analysed(yaml(prometheus, monitor(name), service(name), deployment(name)))));
    const head = stop(new RegExp(`^Service ${name}, shop$`));
    expect(head).toHaveTextContent(new RegExp(`^Service ${name} shop`));
    expect(head.title).toContain(name);
  });
});

describe('the keyboard', () => {
  it('Tab goes through the nodes in reading order', async () => {
    const { user } = draw(SHIPPED);
    const order: string[] = [];
    for (let i = 0; i < 5; i++) {
      await user.tab();
      order.push(focused().split(',')[0] ?? '');
    }
    expect(order).toEqual([
      'Prometheus main',
      'ServiceAccount prometheus-main',
      'ClusterRole prometheus-main',
      'Role prometheus-discovery',
      'ServiceMonitor[0] node-exporter',
    ]);
  });

  it('right walks along the edges, from row to edge to row, to the process behind the proxy', async () => {
    const { user } = draw(SHIPPED);
    act(() => stop(/^port: https, ServiceMonitor/).focus());
    const way: string[] = [];
    for (let i = 0; i < 8; i++) {
      await user.keyboard('{ArrowRight}');
      way.push(focused());
    }
    expect(way.filter((_, i) => i % 2 === 1)).toEqual([
      'https 9100 → https, Service node-exporter',
      'https 9100 hostPort 9100, container kube-rbac-proxy',
      '<pod-ip>:9100, https, encrypted, process kube-rbac-proxy',
      '127.0.0.1:9100, http, clear text, process node-exporter',
    ]);
    await user.keyboard('{ArrowRight}');
    expect(focused()).toBe(way.at(-1));
    await user.keyboard('{ArrowLeft}{ArrowLeft}');
    expect(focused()).toBe(way.at(-3));
  });

  it('up and down walk through a column, row by row', async () => {
    const { user } = draw(SHIPPED);
    act(() => stop(/^ServiceMonitor\[0\] node-exporter, monitoring$/).focus());
    await user.keyboard('{ArrowDown}{ArrowDown}');
    expect(focused()).toMatch(/^scheme:/);
    await user.keyboard('{ArrowUp}');
    expect(focused()).toMatch(/^port: https/);
  });

  it('Enter selects, Escape clears', async () => {
    const { user, seen } = draw(SHIPPED);
    act(() => stop(/^Service node-exporter, monitoring$/).focus());
    await user.keyboard('{Enter}');
    expect(stop(/^Service node-exporter, monitoring$/)).toHaveAttribute('aria-pressed', 'true');
    await user.keyboard('{Escape}');
    expect(seen).toEqual(['Service/monitoring/node-exporter', null]);
  });
});

describe('pointing', () => {
  it('a click selects a row or an edge', () => {
    const { seen } = draw(SHIPPED);
    click(stop(/^https 9100 → https, Service/));
    click(stop(/\. port: https: agrees/));
    const edge = SHIPPED.edges.find((e) => e.label === 'port: https');
    expect(seen).toEqual(['Service/monitoring/node-exporter|9100/TCP', edge?.id]);
  });

  it('hovering a row lights the path through it and dims the rest', async () => {
    const apps = yaml(service('b', 'all: "1"'), service('a', 'all: "1"'), deployment('a', 'all: "1"'));
    const { user, container } = draw(sceneOf(analysed(yaml(prometheus, monitor('all', 'all: "1"'), apps))));
    expect(dimmed(container)).toEqual([]);
    await user.hover(stop(/^http 80 → web, Service a$/));
    expect(dimmed(container)).toEqual([
      'ServiceMonitor[0] all → Service b. selector: agrees, several Services pick it',
      'ServiceMonitor[0] all, port: http → Service b, http. port: http: agrees, http, clear text',
      'Service b → Deployment a. selector: agrees',
      'Service b, http → container main, web. targetPort: web: agrees',
      'Service b, shop, several Services pick it',
      'http 80 → web, Service b',
    ]);
    await user.unhover(stop(/^http 80 → web, Service a$/));
    expect(dimmed(container)).toEqual([]);
  });

  it('focus leaves only the neighbours of what is selected', async () => {
    const { user, container } = draw(SHIPPED);
    const focus = screen.getByRole('button', { name: 'Focus' });
    expect(focus).toBeDisabled();
    click(stop(/^Prometheus main, monitoring$/));
    await user.click(focus);
    await user.unhover(focus);
    expect(dimmed(container)).toContain('process node-exporter');
    expect(dimmed(container)).not.toContain('ServiceAccount prometheus-main, monitoring');
    await user.keyboard('{Escape}');
    expect(dimmed(container)).toEqual([]);
  });

  it('a double click opens the chain of a lane', () => {
    const opened: string[] = [];
    draw(overviewScene(sampled('shipped')), { onOpenChain: (id) => opened.push(id) });
    fireEvent.doubleClick(stop(/^https \/metrics, ServiceMonitor node-exporter$/));
    expect(opened).toEqual(['ServiceMonitor/monitoring/node-exporter#0']);
  });
});

describe('before and after', () => {
  const after = changedScene(SHIPPED, sceneOf(sampled('repaired')));

  it('marks what changed by sign and word', () => {
    draw(after);
    expect(stop(/^container kube-rbac-proxy, removed$/)).toHaveTextContent('− removed');
    expect(stop(/^container node-exporter, changed$/)).toHaveTextContent('~ changed');
    expect(stop(/^http 9100 hostPort 9100, added, container node-exporter$/)).toHaveTextContent('+');
  });

  it('keeps the view through a toggle, fits another chain anew', () => {
    const { container, show } = draw(SHIPPED);
    const view = () => container.querySelector<HTMLElement>('.react-flow__viewport')?.style.transform;
    const before = view();
    act(() => show(after));
    expect(view()).toBe(before);
    act(() => show(sceneOf(analysed(monitor('web')))));
    expect(view()).not.toBe(before);
  });
});

it('the legend names every state, role, scheme and origin', async () => {
  const { user, container } = draw(SHIPPED);
  await user.click(screen.getByText('Legend'));
  const items = within(container.querySelector('details') as HTMLElement).getAllByRole('listitem');
  expect(items.map((i) => i.textContent?.trim())).toEqual([
    '✓ agrees',
    '✕ breaks here',
    '? cannot be told',
    'not enforced here',
    'Prometheus',
    'endpoint of a monitor',
    'Service',
    'pods',
    'process that listens',
    'NetworkPolicy',
    'ServiceAccount',
    'rights (RBAC)',
    'who else uses the port',
    'Secret or ConfigMap',
    'https, encrypted',
    'http, clear text',
    'in the input',
    'made by the operator',
    'made by the cluster',
    'outside the input',
    'looked for, not in the input',
    'named, not in the input',
    'Arrow keys walk along the edges, Enter opens, Esc clears.',
  ]);
});

it('lanes are bands with a title, their worst status and how many chains', () => {
  draw(overviewScene(sampled('obvious-edit')));
  expect(screen.getByRole('heading', { name: /broken.*node-exporter.*DaemonSet.*1 chain/ })).toBeVisible();
});
