import { alerting } from './alerting.ts';
import { apiService } from './apiService.ts';
import type { Client } from './client.ts';
import { ingress } from './ingress.ts';
import { pods } from './pods.ts';
import { route } from './route.ts';

/** Everyone who calls a Service by name and port, one kind of caller each. */
export const CLIENTS: readonly Client[] = [ingress, route, apiService, alerting, pods];
