import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { diagnose } from '../../src/engine/diagnose/index.ts';
import { SHARED } from './root.ts';

interface Row {
  class: string;
  err?: string | null;
  body1?: string | null;
  lastError?: string | null;
  result?: string | null;
}
const outcomes = JSON.parse(readFileSync(join(SHARED, 'outcomes.json'), 'utf8')) as {
  states: Row[];
  prometheusMatrix: Record<string, Record<string, Row>>;
};
const rows = [...outcomes.states, ...Object.values(outcomes.prometheusMatrix).flatMap(({ '2.42.0': old, '3.5.3': now }) => [old, now])];
const texts = new Map(
  rows.flatMap((row) =>
    [row?.err, row?.body1, row?.lastError, row?.result].flatMap((text) =>
      row && text && row.class !== 'http-200' ? [[text, row.class] as const] : [],
    ),
  ),
);

it('knows texts of most classes', () => expect(new Set(texts.values()).size).toBeGreaterThan(20));
it.each([...texts])('%s', (text, as) => {
  expect(diagnose(null, text)[0]?.class).toBe(as);
});
