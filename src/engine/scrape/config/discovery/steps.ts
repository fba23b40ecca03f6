import type { Fields } from '../../../objects/index.ts';
import type { Json, JsonMap } from '../../../yaml/index.ts';
import type { Context } from '../context.ts';
import * as http from '../http.ts';
import type { Store } from '../secrets.ts';
import { asText, put, scalar, sortedMap, text, texts } from '../values.ts';

/** What is being written: one entry of a list of service discoveries. */
export interface Entry {
  c: Context;
  store: Store;
  fields: Fields;
  out: JsonMap;
}

/** Writes one part of an entry. A discovery is a list of them, in the operator's order. */
export type Step = (entry: Entry) => void;

export const basicAuth: Step = ({ store, fields, out }) => http.addBasicAuth(store, fields, out);
export const authorization: Step = ({ c, store, fields, out }) => http.addSafeAuthorization(c, store, fields, out);
export const requiredAuthorization: Step = ({ c, store, fields, out }) => http.addSafeAuthorization(c, store, fields, out, true);
export const oauth2: Step = ({ c, store, fields, out }) => http.addOAuth2(c, store, fields, out);
export const proxy: Step = ({ c, store, fields, out }) => http.addProxy(c, store, fields, out);
export const tls: Step = ({ c, store, fields, out }) => http.addSafeTls(c, store, fields, out);

/** `refreshInterval` as `refresh_interval`. */
const snake = (field: string): string => field.replace(/[A-Z]/g, (c) => `_${c.toLowerCase()}`);

/** A field that is written when it is given. */
export const given =
  (field: string, name = snake(field)): Step =>
  ({ fields, out }) =>
    put(out, name, scalar(fields, field));

/** The same for several fields whose names differ only in style. */
export const allGiven = (...fields: string[]): Step[] => fields.map((field) => given(field));

/** A field the CRD requires: written in any case. */
export const required =
  (field: string, name = snake(field)): Step =>
  ({ fields, out }) => {
    out[name] = scalar(fields, field) ?? '';
  };

/** A step that only this Prometheus version and later get. */
export const since =
  (version: string, step: Step): Step =>
  (entry) => {
    if (entry.c.since(version)) step(entry);
  };

/** The value in lower case, as Prometheus wants it where the CRD has it in another. */
export const lowered =
  (field: string, name = snake(field), always = false): Step =>
  ({ fields, out }) =>
    put(out, name, text(fields, field)?.toLowerCase() ?? (always ? '' : undefined));

/** A list the CRD requires. */
export const list =
  (field: string, name = snake(field)): Step =>
  ({ fields, out }) => {
    out[name] = texts(fields, field);
  };

/** A list that is written unless it is empty. */
export const filled =
  (field: string, name = snake(field)): Step =>
  ({ fields, out }) => {
    const found: Json = texts(fields, field);
    if (found.length > 0) out[name] = found;
  };

/** A `map[string]string` that is written unless it is empty. */
export const filledMap =
  (field: string, name = snake(field)): Step =>
  ({ fields, out }) => {
    const found = sortedMap(fields, field, asText);
    if (found && Object.keys(found).length > 0) out[name] = found;
  };

/** The value a SecretKeySelector names. `always`: an empty text where it cannot be read. */
export const secret =
  (field: string, name = snake(field), always = false): Step =>
  ({ store, fields, out }) => {
    if (always || fields.has(field)) put(out, name, store.secret(fields.map(field)) ?? (always ? '' : null));
  };

/** Both or none. */
export const accessKeys: Step = (entry) => {
  if (!entry.fields.has('accessKey') || !entry.fields.has('secretKey')) return;
  for (const step of [secret('accessKey'), secret('secretKey')]) step(entry);
};

/** `filters`, sorted by name. */
export const filters: Step = ({ fields, out }) => {
  const found = fields.list('filters').map((f) => ({ name: f.text('name') ?? '', values: texts(f, 'values') }));
  if (found.length > 0) out['filters'] = found.sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
};

export const refresh = given('refreshInterval');
export const redirects = given('followRedirects');
export const http2 = given('enableHTTP2', 'enable_http2');
