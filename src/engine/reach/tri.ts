/** Three-valued: `null` is "cannot be told from the input". */
export type Tri = boolean | null;

export function and(...values: Tri[]): Tri {
  if (values.includes(false)) return false;
  return values.includes(null) ? null : true;
}

export function or(values: Iterable<Tri>): Tri {
  let unknown = false;
  for (const value of values) {
    if (value === true) return true;
    unknown ||= value === null;
  }
  return unknown ? null : false;
}
