import type { Speaker } from '../pattern.ts';

/** prometheus-operator's log and events, and its own alerts. */
export const operator: Speaker = {
  id: 'operator',
  patterns: [
    {
      class: 'rejected',
      re: /(?:skipping|rejected|rejecting) (?<kind>servicemonitor|podmonitor|probe|scrapeconfig|prometheusrule)s?\b/i,
    },
    { class: 'rejected', re: /\bInvalidConfiguration\b/ },
    { class: 'rejected', re: /it accesses file system via bearer token file which Prometheus specification prohibits/i },
    { class: 'rejected', re: /it accesses file system via tls config which Prometheus specification prohibits/i },
    { class: 'rejected', re: /\bPrometheusOperatorRejectedResources\b/ },
    { class: 'operator-failed', re: /sync "?[\w./-]+"? failed/i },
    { class: 'not-selected', re: /\bno (?:ServiceMonitors?|PodMonitors?) (?:match|selected)/i },
  ],
};
