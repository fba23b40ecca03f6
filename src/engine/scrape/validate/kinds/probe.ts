import type { Fields } from '../../../objects/index.ts';
import type { Judge } from '../judge.ts';
import { authorization, basicAuth, bearerToken } from '../parts/auth.ts';
import { timeoutWithinInterval } from '../parts/interval.ts';
import { oauth2 } from '../parts/oauth2.ts';
import { proxy } from '../parts/proxy.ts';
import { relabelings } from '../parts/relabel.ts';
import { scrapeClass } from '../parts/selection.ts';
import { tls } from '../parts/tls.ts';
import { isProberUrl } from '../text/host.ts';
import { PROXY_SINCE } from './monitor.ts';

/** resource_selector.go checkProbe */
export function probe(object: Fields, judge: Judge): void {
  const spec = object.map('spec');
  const targets = spec.map('targets');
  const prober = spec.map('prober');
  scrapeClass(spec, judge);
  if (!targets.has('staticConfig') && !targets.has('ingress')) judge.reject(spec, 'targets', 'probe-targets-missing');
  bearerToken(spec, judge, judge.release >= 90 ? [] : ['name', 'key']);
  basicAuth(spec, judge);
  tls(spec, judge, 'safe');
  authorization(spec, judge);
  oauth2(spec, judge);
  timeoutWithinInterval(spec, judge);
  relabelings(spec, 'metricRelabelings', judge);
  relabelings(targets.map('staticConfig'), 'relabelingConfigs', judge);
  relabelings(targets.map('ingress'), 'relabelingConfigs', judge);
  if (judge.release >= PROXY_SINCE) proxy(prober, judge);
  const url = prober.str('url') ?? '';
  if (!isProberUrl(url, judge.release)) judge.reject(prober, 'url', 'prober-url-invalid', { url });
}
