import { expect, it } from 'vitest';
import { contains } from '../../src/engine/reach/cidr.ts';

it.each([
  ['10.0.0.0/8', '10.255.0.1', true],
  ['10.0.0.0/8', '11.0.0.1', false],
  ['10.1.2.3', '10.1.2.3', true],
  ['10.1.2.3/32', '10.1.2.4', false],
  ['0.0.0.0/0', '255.255.255.255', true],
  ['192.168.1.77/24', '192.168.1.1', true],
  ['fd00::/8', 'fdff:1::2', true],
  ['fd00::/8', 'fe80::1', false],
  ['::/0', '::1', true],
  ['::ffff:10.0.0.0/104', '::ffff:10.2.3.4', true],
  ['10.0.0.0/8', '::1', false],
  ['10.0.0.0/33', '10.0.0.1', null],
  ['10.0.0/8', '10.0.0.1', null],
  ['300.0.0.0/8', '10.0.0.1', null],
  ['1::2::3/64', '1::1', null],
  ['', '', null],
])('%s contains %s: %s', (cidr, ip, holds) => {
  expect(contains(cidr, ip)).toBe(holds);
});
