/** A single file on disk has no page beside it that could connect. */
export const canLoad = (): boolean => /^https?:$/.test(location.protocol);

/** The page that may connect, with the address it is to load from. */
export const loadingPage = (url: string): string =>
  new URL(`./load.html#src=${encodeURIComponent(url)}`, location.href.replace(/#.*$/, '')).href;
