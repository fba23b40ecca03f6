import { open } from '../base.ts';
import type { KindReader, Namespace, Node, ServiceAccount } from '../types.ts';

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

export const node: KindReader<Node> = {
  group: '',
  kinds: ['Node'],
  clusterScoped: true,
  eager: true,
  read: (raw) => open<'Node'>(raw).base,
};
