import { describe, type FixedAnswer, type Listener } from '../listen/index.ts';
import type { Request } from './asking.ts';
import type { Result } from './result.ts';
import { said } from './said.ts';

/** Browsers and Prometheus stop here. */
const MOST_REDIRECTS = 10;

/** What a server answers at the end of the way, as far as its configuration spells it out. */
export function reply(
  listener: Listener,
  request: Request,
  follow: (location: string, left: number) => Result[],
  left = MOST_REDIRECTS,
): Result[] {
  const { path } = request;
  const { container } = listener;
  const fixed = listener.fixed.find((f) => (f.exact ? f.path === path : path.startsWith(f.path)));
  if (fixed) return spelledOut(listener, fixed, request, follow, left);
  if (path === listener.path) return [{ class: 'http-200', why: [said('answer.metrics', { container, path }, listener.at)] }];
  const why = [said('answer.path-unknown', { container, path, metrics: listener.path }, listener.at)];
  return [
    { class: 'http-200', why, when: said('when.path-there', { container, path }) },
    { class: 'http-404', why, when: said('when.path-missing', { container, path }) },
  ];
}

function spelledOut(
  listener: Listener,
  { status, location, contentType, body }: FixedAnswer,
  request: Request,
  follow: (location: string, left: number) => Result[],
  left: number,
): Result[] {
  const why = [said('answer.fixed', { listener: describe(listener), path: request.path, status }, listener.at)];
  // nginx closes the connection without a word.
  if (status === 444) return [{ class: 'empty', why }];
  if (location !== null && request.redirects) {
    if (left === 0) return [{ class: 'redirect-loop', why }];
    return follow(location, left - 1).map((r) => ({ ...r, why: [...why, ...r.why] }));
  }
  if (status !== 200 || request.client !== 'prometheus') return [{ class: `http-${status}`, why }];
  if (request.major >= 3 && !isMetricsType(contentType)) return [{ class: 'content-type', why }];
  return [{ class: body === null || isMetrics(body) ? 'http-200' : 'parse', why }];
}

/** Content types that Prometheus 3 takes without a fallback (model/textparse). */
const isMetricsType = (type: string | null): boolean =>
  type !== null && /^(?:text\/plain|application\/openmetrics-text|application\/vnd\.google\.protobuf)\b/.test(type);

/** Lines of the text exposition format. */
const isMetrics = (body: string): boolean =>
  body
    .split('\n')
    .every((line) => /^\s*(?:#.*|[a-zA-Z_:][\w:]*(?:\{[^{}]*\})?\s+(?:[-+]?(?:\d[\d.eE+-]*|Inf)|NaN)(?:\s+-?\d+)?)?\s*$/.test(line));
