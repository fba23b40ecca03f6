import { SAMPLES } from '../../src/app/samples/index.ts';
import type { SourceFile } from '../../src/engine/ingest/index.ts';
import { fixture } from '../fixtures/load.ts';
import { SHOP } from '../fixtures/shop.ts';
import { INSTALLATION } from './faults.ts';

const FIXTURES = ['node-exporter/shared-port', 'two-proxies', 'kept-port', 'plain', 'pod-monitor', 'undeclared'];

/** Installations of our own in which every chain works. */
export const HEALTHY: [name: string, files: SourceFile[]][] = [
  ['installation', INSTALLATION],
  ['shop', [{ path: 'shop.yaml', text: SHOP }]],
  ...SAMPLES.filter((s) => s.id !== 'obvious-edit').map(({ id, files }): [string, SourceFile[]] => [id, files]),
  ...FIXTURES.map((name): [string, SourceFile[]] => [name, [...fixture(name), ...fixture('guards')]]),
];
