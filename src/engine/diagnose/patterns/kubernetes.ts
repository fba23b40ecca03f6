import type { Speaker } from '../pattern.ts';

/** kubelet, scheduler and API server: events, and refusals of kubectl apply. */
export const kubernetes: Speaker = {
  id: 'kubernetes',
  patterns: [
    { class: 'probe-failed', re: /(?<probe>Readiness|Liveness|Startup) probe failed/i },
    {
      class: 'crash-loop',
      re: /Back-off restarting failed container(?: (?<container>[\w-]+) in pod (?<pod>[\w.-]+))?|\bCrashLoopBackOff\b/i,
    },
    { class: 'hostport-taken', re: /didn.?t have free ports for the requested pod ports/i },
    { class: 'unknown-field', re: /(?:strict decoding error: )?unknown field "(?<field>[\w.[\]-]+)"/i },
    {
      class: 'wrong-type',
      re: /json: cannot unmarshal (?<got>\w+) into Go (?:struct field (?<field>[\w.[\]-]+) of type|value of type) (?<type>\S+)/i,
    },
    { class: 'wrong-type', re: /(?<field>[\w.[\]-]+): Invalid value: "?(?<got>[^"\s]*)"?: .{0,120}must be of type (?<type>\w+)/i },
    { class: 'wrong-value', re: /(?<field>[\w.[\]-]+): Unsupported value: "?(?<got>[^"\s]*)"?/i },
    { class: 'duplicate-name', re: /(?<field>[\w.[\]-]+): Duplicate value:/i },
    { class: 'wrong-value', re: /(?<field>spec[\w.[\]-]+): Invalid value: "?(?<got>[^"\s]*)"?/i },
    { class: 'required', re: /(?<field>spec[\w.[\]-]+): Required value/i },
  ],
};
