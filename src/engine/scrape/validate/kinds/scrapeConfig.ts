import type { Fields } from '../../../objects/index.ts';
import { discoveries } from '../discovery/index.ts';
import type { Judge } from '../judge.ts';
import { authorization, basicAuth } from '../parts/auth.ts';
import { timeoutWithinInterval } from '../parts/interval.ts';
import { oauth2 } from '../parts/oauth2.ts';
import { proxy } from '../parts/proxy.ts';
import { relabelings } from '../parts/relabel.ts';
import { scrapeClass } from '../parts/selection.ts';
import { tls } from '../parts/tls.ts';
import { isLabelName, nameScheme } from '../text/labelName.ts';

/** resource_selector.go checkScrapeConfig */
export function scrapeConfig(object: Fields, judge: Judge): void {
  const spec = object.map('spec');
  scrapeClass(spec, judge);
  relabelings(spec, 'relabelings', judge);
  basicAuth(spec, judge);
  authorization(spec, judge);
  oauth2(spec, judge);
  tls(spec, judge, 'safe');
  timeoutWithinInterval(spec, judge, 'scrapeInterval');
  proxy(spec, judge);
  relabelings(spec, 'metricRelabelings', judge);
  // Which names were good enough before v0.86 hung on the libraries it was built with.
  if (judge.release >= 86) staticLabels(spec, judge);
  discoveries(spec, judge);
}

function staticLabels(spec: Fields, judge: Judge): void {
  const scheme = nameScheme(judge.version, judge.release);
  for (const config of spec.list('staticConfigs')) {
    const labels = config.map('labels');
    for (const name of Object.keys(labels.value))
      if (!isLabelName(name, scheme)) judge.reject(labels, name, 'label-name-invalid', { name });
  }
}
