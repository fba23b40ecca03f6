import type { Speaker } from '../pattern.ts';

/** Prometheus' own pages, and alerts about targets. */
export const ui: Speaker = {
  id: 'page',
  patterns: [
    {
      class: 'no-targets',
      re: /(?:(?:serviceMonitor|podMonitor|probe|scrapeConfig)\/[\w./-]+ ?)?\(?\b0 ?\/ ?(?<discovered>[1-9]\d*) ?(?:active(?: targets?)?|up)\b\)?/i,
    },
    { class: 'nothing-discovered', re: /\b0 ?\/ ?0 ?(?:active(?: targets?)?|up)\b/i },
    { class: 'target-down', re: /\bTargetDown\b/ },
    {
      class: 'target-gone',
      re: /\b(?<alert>Kube(?:ControllerManager|Scheduler|Proxy|StateMetrics|let)Down|KubeAPIDown|CoreDNSDown|AlertmanagerDown|NodeExporterDown|PrometheusDown)\b/,
    },
    { class: 'target-gone', re: /\babsent\(up\{/ },
  ],
};
