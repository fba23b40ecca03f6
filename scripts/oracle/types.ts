/** null: only a running cluster knows; whatever Prometheus says is right. */
export type Labels = ReadonlyMap<string, string | null>;

/** A target that is scraped, as one side sees it. */
export interface Active {
  url: string;
  labels: Labels;
}

/** What one side says of a job. */
export interface Side {
  active: Active[];
  /** Discovered labels of what relabeling drops. */
  dropped: Labels[];
  /** Discovered labels of everything that is kept; of equal targets, Prometheus tells those of one. */
  kept: Labels[];
}

export const nothing = (): Side => ({ active: [], dropped: [], kept: [] });
