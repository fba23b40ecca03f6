import type { Analysis } from '../../src/engine/analyze.ts';
import { type Asking, type Client, forecastOf, type Outcome, type Vantage } from '../../src/engine/forecast/index.ts';

export interface Question {
  vantage: Vantage;
  client: Client;
  asking: Asking;
  port?: number;
  /** The container that binds a disputed port first. */
  first?: string | undefined;
}

/** The outcome of one cell of the first chain's forecast; of several, the one in which `first` came first. */
export function outcome(analysis: Analysis, { vantage, client, asking, port = 9100, first }: Question): Outcome {
  const [chain] = analysis.chains;
  const subject = forecastOf(analysis, chain?.id ?? '')?.subjects.find((s) => s.port === port);
  const cell = subject?.rows.find((r) => r.vantage === vantage)?.cells.find((c) => c.client === client && c.asking === asking);
  if (!cell) throw new Error(`no forecast for ${client} ${asking} from ${vantage} to ${port}`);
  const [only] = cell.outcomes;
  if (cell.outcomes.length === 1 && only) return only;
  const found = cell.outcomes.find((o) => o.when?.params['a'] === first);
  if (!found) throw new Error(`no outcome in which ${first} comes first`);
  return found;
}

export const classOf = (analysis: Analysis, question: Question): string => {
  const { class: as } = outcome(analysis, question);
  return as === 'http-200' && question.client === 'prometheus' ? 'up' : as;
};
