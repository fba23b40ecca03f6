import { describe, expect, it } from 'vitest';
import { DISCOVERIES } from '../../src/engine/scrape/config/discovery/index.ts';
import { ROLES } from '../../src/engine/scrape/config/role.ts';
import { withParts } from '../../src/engine/scrape/index.ts';
import { targetsOf } from '../../src/engine/targets.ts';
import { analyzeText, SHOP } from '../fixtures/shop.ts';
import { jobOf, made } from '../scrape/operator.ts';
import { NASTY } from './nasty.ts';

it('gives every service discovery a field and a name of its own', () => {
  for (const part of [0, 1] as const) expect(new Set(DISCOVERIES.map((d) => d[part])).size).toBe(DISCOVERIES.length);
});

describe.each(DISCOVERIES.map(([field, name]) => ({ field, name })))('$field', ({ field, name }) => {
  it('is written under its name in Prometheus, an entry each', () => {
    const { config } = jobOf(made('ScrapeConfig', `{${field}: [{}, {}]}`));
    expect(config[name]).toHaveLength(2);
  });

  it('takes any value, as the list and as what is in it', () => {
    for (const by of NASTY)
      for (const list of [by, [by], [{ url: by, server: by, role: by, names: by, selectors: by, tlsConfig: by, basicAuth: by }]])
        expect(() => jobOf(made('ScrapeConfig', `{${field}: ${JSON.stringify(list)}}`)), JSON.stringify(list)).not.toThrow();
  });
});

const DOOR =
  'apiVersion: networking.k8s.io/v1\nkind: Ingress\nmetadata: {name: door, namespace: shop}\nspec: {rules: [{host: shop.example.org, http: {paths: [{path: /, backend: {service: {name: cart, port: {number: 80}}}}]}}]}';

describe.each(ROLES)('role %s', (role) => {
  it('discovers targets with an address and labels of its own', async () => {
    const object = made('ScrapeConfig', `{kubernetesSDConfigs: [{role: ${role}}]}`);
    const view = await withParts(() => targetsOf(analyzeText(`${SHOP}---\n${DOOR}\n---\n${object}`), 'ScrapeConfig/shop/x#0'));
    expect(view?.counts.discovered).toBeGreaterThan(0);
    for (const { discovered } of view?.kept ?? []) {
      const names = discovered.map(([name]) => name);
      expect(names).toContain('__address__');
      expect(names.some((n) => n.startsWith(`__meta_kubernetes_${role}_`))).toBe(true);
    }
  });
});
