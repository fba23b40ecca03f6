import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Asking, Client, Vantage } from '../../src/engine/forecast/index.ts';
import { classOf } from '../forecast/ask.ts';
import { type ASKS, FIRST, STATES, type StateName, stateOf } from '../forecast/states.ts';
import { SHARED } from './root.ts';

interface Row {
  state: string;
  vantage: string;
  client: string;
  url?: string;
  job?: string;
  class: string;
}
const rows = (JSON.parse(readFileSync(join(SHARED, 'outcomes.json'), 'utf8')) as { states: Row[] }).states;

const CURL: Record<string, Asking> = { 'curl -k': 'https-insecure', 'curl -k +prom token': 'https-token' };
const PLACES: Record<string, Vantage> = { n1: 'node-address', n2: 'other-node', ext: 'outside', prom: 'prometheus' };

/** Where and how a row was measured, as the forecast names it. */
function question({ state, vantage, client, url = '' }: Row): { vantage: Vantage; client: Client; asking: Asking; port: number } {
  const port = Number(/:(\d+)$/.exec(url)?.[1] ?? (state === 'S6-9101' ? 9101 : 9100));
  // On a network of its own the pod's loopback is not the node's; the firewall that was measured left it alone.
  const loopback: Vantage = state.startsWith('S5') ? 'in-pod' : 'node-loopback';
  const from = url.includes('127.0.0.1') ? loopback : (PLACES[vantage] as Vantage);
  if (client.startsWith('prometheus')) return { vantage: 'prometheus', client: 'prometheus', asking: 'endpoint', port };
  const scheme = url.startsWith('https') ? 'https' : 'http';
  return { vantage: from, client: client === 'chromium' ? 'browser' : 'curl', asking: CURL[client] ?? scheme, port };
}

describe('what was observed in every state of the story is what is forecast', () => {
  it('knows all states', () => {
    expect(new Set(rows.map((r) => r.state))).toEqual(new Set(Object.keys(STATES)));
    expect(rows.length).toBe(259);
  });

  it.each(rows.map((row) => [`${row.state} ${row.vantage} ${row.client} ${row.url ?? row.job} → ${row.class}`, row] as const))(
    '%s',
    (_, row) => {
      const state = row.state as StateName;
      const asks = (row.job?.replace(/^sm /, '') ?? 'https skip token') as keyof typeof ASKS;
      const scrapes = row.state === 'S6-9101' && row.job ? 9101 : 9100;
      expect(classOf(stateOf(state, asks, scrapes), { ...question(row), first: FIRST[state] })).toBe(row.class);
    },
  );
});
