import fc from 'fast-check';
import type { ShareState } from '../../src/engine/share/index.ts';

const text = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 200 }),
  fc.constantFrom('\ud800', '\ufeffkind: Service\r\n', 'a: "\\u0000"\n'),
);
const short = fc.string({ maxLength: 40 });
const goal = fc.record(
  {
    chain: short,
    goal: fc.constantFrom('http' as const, 'https' as const),
    names: fc.constantFrom('keep' as const, 'tidy' as const),
    removeUnusedRbac: fc.boolean(),
    strategy: short,
  },
  { requiredKeys: ['chain', 'goal', 'names', 'removeUnusedRbac'], noNullPrototype: true },
);
const path = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 40 }).filter((p) => [...p].every((c) => c >= ' ' && c !== '\u007f'));

/** Any state that a link may hold. */
export const anyState: fc.Arbitrary<ShareState> = fc.record(
  {
    type: fc.constant('linkchain' as const),
    version: fc.constant(1 as const),
    files: fc.uniqueArray(fc.record({ path, text }, { noNullPrototype: true }), { selector: (file) => file.path, maxLength: 5 }),
    defaultNamespace: short,
    goals: fc.array(goal, { maxLength: 3 }),
    chain: fc.option(short),
    selection: fc.option(short),
    view: short,
  },
  { requiredKeys: ['type', 'version', 'files', 'defaultNamespace', 'goals', 'chain', 'selection'], noNullPrototype: true },
);

export const sample: ShareState = {
  type: 'linkchain',
  version: 1,
  files: [
    {
      path: 'shop/service.yaml',
      text: 'apiVersion: v1\nkind: Service\nmetadata:\n  name: till\nspec:\n  ports:\n    - name: metrics\n      port: 9114\n',
    },
  ],
  defaultNamespace: 'shop',
  goals: [{ chain: 'ServiceMonitor/shop/till#0', goal: 'http', names: 'tidy', removeUnusedRbac: true }],
  chain: 'ServiceMonitor/shop/till#0',
  selection: 'Service/shop/till',
};
