import { type Check, hit } from '../check.ts';

/** The endpoint picks ports of several Services: targets are scraped once per Service. */
export const multipleServices: Check = {
  kind: 'warning',
  code: 'multiple-services',
  severity: 'info',
  link: 'monitor-service',
  run: ({ targets, resolution }) => {
    const services = [
      ...new Map(targets.flatMap(({ raw }) => (raw.service ? [[raw.service.service.id, raw.service.service] as const] : []))).values(),
    ];
    if (services.length < 2) return [];
    return [
      hit(
        { count: services.length, services: services.map((s) => s.name).join(', ') },
        resolution.monitor.at(['spec', 'selector']),
        ...services.map((s) => s.at(['metadata', 'labels'])),
      ),
    ];
  },
};
