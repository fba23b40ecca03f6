import { open } from '../base.ts';
import type { KindReader, Namespace, ServiceAccount } from '../types.ts';

export const serviceAccount: KindReader<ServiceAccount> = {
  group: '',
  kinds: ['ServiceAccount'],
  eager: true,
  read(raw) {
    const { base, fields } = open<'ServiceAccount'>(raw);
    return { ...base, automountToken: fields.bool('automountServiceAccountToken') };
  },
};

export const namespace: KindReader<Namespace> = {
  group: '',
  kinds: ['Namespace'],
  clusterScoped: true,
  eager: true,
  read: (raw) => open<'Namespace'>(raw).base,
};
