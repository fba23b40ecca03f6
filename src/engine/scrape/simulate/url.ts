/** The parts of a scrape URL. */
export interface UrlParts {
  scheme: string;
  address: string;
  path: string;
  /** All values of every parameter. */
  params: ReadonlyMap<string, readonly string[]>;
}

/** The URL of a target as Prometheus builds and prints it (scrape/target.go URL, Go net/url). */
export function urlOf({ scheme, address, path, params }: UrlParts): string {
  const query = [...params]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([name, values]) => values.map((value) => `${forQuery(name)}=${forQuery(value)}`))
    .join('&');
  const escaped = percent(path, /[A-Za-z0-9\-_.~$&+,/:;=@]/);
  return `${scheme === '' ? '' : `${scheme}:`}//${address}${path.startsWith('/') ? '' : '/'}${escaped}${query === '' ? '' : `?${query}`}`;
}

/** net/url QueryEscape: a space is a plus. */
const forQuery = (text: string): string => percent(text, /[A-Za-z0-9\-_.~ ]/).replaceAll(' ', '+');

const encoder = new TextEncoder();
const hex = (char: string): string =>
  [...encoder.encode(char)].map((byte) => `%${byte.toString(16).toUpperCase().padStart(2, '0')}`).join('');
const percent = (text: string, plain: RegExp): string => [...text].map((char) => (plain.test(char) ? char : hex(char))).join('');
