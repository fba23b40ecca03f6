import type { Fields } from '../../../objects/index.ts';
import { atLeast, versionText } from '../../version.ts';
import type { Judge } from '../judge.ts';
import { lookUp, secretKey } from '../parts/references.ts';
import { tls as tlsOf } from '../parts/tls.ts';
import { parseGoUrl } from '../text/url.ts';

type Check = (entry: Fields, judge: Judge) => void;

export const tls: Check = (entry, judge) => tlsOf(entry, judge, 'safe');

/** A Secret that is looked up where it is named. */
export const secret =
  (field: string): Check =>
  (entry, judge) => {
    if (entry.has(field)) lookUp(entry.map(field), 'Secret', judge);
  };

/** A Secret that is always looked up. */
export const neededSecret =
  (field: string): Check =>
  (entry, judge) => {
    secretKey(entry, field, judge);
  };

/** A field that the operator takes only for newer versions of Prometheus. */
export const fieldSince =
  (field: string, since: string): Check =>
  (entry, judge) => {
    if (entry.has(field) && !atLeast(judge.version, since)) tooNew(entry, field, since, judge);
  };

export function tooNew(entry: Fields, field: string, since: string, judge: Judge): void {
  judge.reject(entry, field, 'sd-field-too-new', { field, since, version: versionText(judge.version) });
}

/** `readable`: Go reads it; `server`: it has a scheme and a host; `http`: the scheme is http or https. */
export const url =
  (field: string, needs: 'readable' | 'server' | 'http'): Check =>
  (entry, judge) => {
    const text = entry.str(field) ?? '';
    const parsed = parseGoUrl(text);
    const whole = parsed !== null && parsed.scheme !== '' && parsed.host !== '';
    const http = whole && (parsed.scheme === 'http' || parsed.scheme === 'https');
    const fits = { readable: parsed !== null, server: whole, http }[needs];
    if (!fits) judge.reject(entry, field, 'sd-url-invalid', { field, url: text });
  };
