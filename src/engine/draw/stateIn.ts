/** The link's fragment that a picture of ours carries; null for any other. */
export function stateIn(svg: string): string | null {
  return /<state xmlns="urn:linkchain">(v\d[\w.-]*)<\/state>/.exec(svg)?.[1] ?? null;
}
