import type { ObjectRule } from '../rule.ts';

const isNumber = (port: string | number | null): port is string => typeof port === 'string' && /^\d+$/.test(port);

/**
 * A number in quotes where a name or a number may stand: it is taken for a name, and no container port can be called so,
 * as its name needs a letter (apimachinery IsValidPortName).
 */
export const quotedNumber: ObjectRule = {
  code: 'quoted-number',
  run: ({ cluster }) => [
    ...cluster.services.flatMap(({ service, providedBy }) =>
      service.ports
        .filter((p) => providedBy === null && p.targetPortGiven && isNumber(p.targetPort))
        .map((p) => ({
          object: service.id,
          params: { field: 'targetPort', value: String(p.targetPort) },
          severity: 'error' as const,
          evidence: [service.at(['spec', 'ports', p.index, 'targetPort'])],
        })),
    ),
    ...cluster.policies.flatMap((policy) =>
      [...policy.ingress, ...policy.egress].flatMap(({ ports }) =>
        (ports ?? [])
          .filter((p) => isNumber(p.port))
          .map((p) => ({
            object: policy.id,
            params: { field: 'port', value: String(p.port) },
            severity: 'error' as const,
            evidence: [{ ...p.at, path: [...p.at.path, 'port'] }],
          })),
      ),
    ),
    ...cluster.workloads.flatMap((workload) =>
      workload.generatedBy !== null
        ? []
        : workload.pod.containers.flatMap((c) =>
            c.probes
              .filter((p) => p.kind !== 'grpc' && isNumber(p.port))
              .map((p) => ({
                object: workload.id,
                params: { field: `${p.which} port`, value: String(p.port) },
                severity: 'error' as const,
                evidence: [{ ...p.at, path: [...p.at.path, 'port'] }],
              })),
          ),
    ),
  ],
};
