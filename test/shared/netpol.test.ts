import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { buildCluster } from '../../src/engine/cluster/index.ts';
import { ingest } from '../../src/engine/ingest/index.ts';
import { connections } from './connections.ts';

/** Cases recorded from an independent analyser; see the README beside them. */
const ROOT = new URL('../../../shared/conformance/netpol/', import.meta.url);

const cases = readdirSync(ROOT, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map((entry) => entry.name);
const read = (name: string, file: string): string => readFileSync(new URL(`${name}/${file}`, ROOT), 'utf8');

describe('who may talk to whom', () => {
  it('has cases', () => {
    expect(cases.length).toBeGreaterThan(0);
  });

  it.each(cases)('%s', (name) => {
    // The analyser does not model hostNetwork, we do: as pods like any other the policies must come out the same.
    const manifests = read(name, 'manifests.yaml').replace(/hostNetwork: true/g, 'hostNetwork: false');
    const cluster = buildCluster(ingest([{ path: 'manifests.yaml', text: manifests }], { defaultNamespace: 'default', eager: () => true }));
    const expected = read(name, 'expected.txt')
      .split('\n')
      .filter((line) => line !== '');
    expect(connections(cluster)).toEqual(expected.sort());
  });
});
