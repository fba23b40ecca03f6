import type { Area } from '../types.ts';

export const samples = {
  'shipped.title': 'node-exporter as shipped',
  'shipped.about': 'The exporter answers only its own node; a proxy in front of it serves https and asks for a token.',
  'obvious-edit.title': 'The obvious edit',
  'obvious-edit.about': 'The exporter is opened to everyone beside the proxy. Both want port 9100, and one of them cannot start.',
  'repaired.title': 'Repaired: plain http',
  'repaired.about': 'The proxy is gone, the exporter answers on port 9100, and every name and scheme agrees.',
} as const satisfies Area;
