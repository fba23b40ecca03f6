import type { ObjectRule } from '../rule.ts';

/** IANA_SVC_NAME: what the API server takes as the name of a container port (apimachinery IsValidPortName). */
export const isContainerPortName = (name: string): boolean =>
  name.length <= 15 && /^[a-z0-9]([a-z0-9-]*[a-z0-9])?$/.test(name) && /[a-z]/.test(name) && !name.includes('--');
/** DNS_LABEL: what it takes as the name of a Service port. */
const isServicePortName = (name: string): boolean => name.length <= 63 && /^[a-z0-9]([a-z0-9-]*[a-z0-9])?$/.test(name);

/** A port name the API server refuses, and the whole object with it. */
export const invalidPortName: ObjectRule = {
  code: 'invalid-port-name',
  run: ({ cluster }) => [
    ...cluster.services.flatMap(({ service, providedBy }) =>
      service.ports
        .filter((p) => providedBy === null && p.name !== '' && !isServicePortName(p.name))
        .map((p) => ({
          object: service.id,
          params: { name: p.name, variant: 'service' },
          severity: 'error' as const,
          evidence: [service.at(['spec', 'ports', p.index, 'name'])],
        })),
    ),
    ...cluster.workloads.flatMap((workload) =>
      workload.generatedBy !== null
        ? []
        : workload.pod.containers.flatMap((c) =>
            c.ports
              .filter((p) => p.name !== null && !isContainerPortName(p.name))
              .map((p) => ({
                object: workload.id,
                params: { name: p.name ?? '', container: c.name },
                severity: 'error' as const,
                evidence: [{ ...p.at, path: [...p.at.path, 'name'] }],
              })),
          ),
    ),
  ],
};
