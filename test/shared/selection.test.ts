import { join } from 'node:path';
import { expect, test } from 'vitest';
import { selectionCases } from '../../scripts/conformance/selection.ts';
import { SHARED } from './root.ts';

test('the operator’s own cases are accepted and rejected as it does', async () => {
  const cases = [];
  for await (const one of selectionCases(join(SHARED, 'conformance/selection'))) cases.push(one);
  expect(cases.length).toBeGreaterThan(0);
  expect(cases.flatMap(({ name, differences }) => differences.map((d) => `${name}: ${d.expected}, got ${d.got}`))).toEqual([]);
});
