import { alertmanager } from './alertmanager.ts';
import { prometheus } from './prometheus.ts';
import { prometheusAgent } from './prometheusAgent.ts';
import { thanosRuler } from './thanosRuler.ts';
import type { OperatorMade } from './types.ts';

/** One line per kind whose pods the operator makes. */
export const operatorMade: readonly OperatorMade[] = [prometheus, prometheusAgent, alertmanager, thanosRuler];
