import { mapOf } from '../input.ts';
import type { Client } from './client.ts';
import { field, isPort } from './walk.ts';

/** `spec.service`, port 443 where none is named (apiregistration.k8s.io/v1). */
export const apiService: Client = {
  kinds: ['apiregistration.k8s.io/APIService'],
  follows: false,
  uses(raw) {
    const service = mapOf(field(mapOf(field(raw.body(), 'spec')), 'service'));
    const [name, namespace, port] = ['name', 'namespace', 'port'].map((key) => field(service, key));
    if (typeof name !== 'string' || typeof namespace !== 'string') return [];
    return [{ namespace, service: name, port: isPort(port) ? port : 443, path: ['spec', 'service', 'port'] }];
  },
};
