import { lazily } from '../../lazy/index.ts';

type Parser = typeof import('@prometheus-io/lezer-promql')['parser'];
type Tree = ReturnType<Parser['parse']>;
export type Node = Tree['topNode'];

/** Only inputs with rules or dashboards need it. */
const grammar = lazily(() => import('./parser.ts'));

export const parseTree = (text: string): Tree => grammar().parser.parse(text);
