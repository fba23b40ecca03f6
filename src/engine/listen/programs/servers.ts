import { openedByLast } from '../open.ts';
import { named } from '../recognise.ts';
import type { Program } from '../types.ts';

interface Server {
  id: string;
  names?: readonly string[];
  /** Flag of the metrics address, and its default. */
  flag: string;
  address: string;
  /** null: releases or configuration files differ on TLS. */
  serves: 'http' | null;
}

/** Servers with one metrics address of their own (each one's main.go or options file). */
const TABLE: readonly Server[] = [
  { id: 'velero', flag: 'metrics-address', address: ':8085', serves: 'http' },
  { id: 'external-dns', flag: 'metrics-address', address: ':7979', serves: 'http' },
  { id: 'cluster-autoscaler', flag: 'address', address: ':8085', serves: 'http' },
  {
    id: 'cert-manager',
    names: ['cert-manager-controller', 'cert-manager-webhook', 'cert-manager-cainjector'],
    flag: 'metrics-listen-address',
    address: '0.0.0.0:9402',
    serves: null,
  },
];

export const servers: readonly Program[] = TABLE.map((server) => ({
  id: server.id,
  matches: (run) => named(run, ...(server.names ?? [server.id])) && (server.id !== 'velero' || run.words.includes('server')),
  listeners: (run) => openedByLast(run, run.flag(server.flag), server.address, { serves: server.serves }),
}));
