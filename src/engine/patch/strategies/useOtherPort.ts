import type { ClusterService, Workload } from '../../cluster/index.ts';
import { type Listener, listenersAt, listenersOf } from '../../listen/index.ts';
import type { ServicePort } from '../../objects/index.ts';
import { podPortOf } from '../../scrape/index.ts';
import { endpointsFollow } from '../follow/endpoints.ts';
import { policiesFollow } from '../follow/policies.ts';
import type { ChainStrategy, PortChange, Task } from '../job.ts';
import type { Scheme } from '../types.ts';

/**
 * The same process already answers in the wanted scheme at another port of the Services, behind or before a proxy: only
 * the endpoint has to go there, and nothing restarts (blackbox-exporter of kube-prometheus has such a port).
 */
export const useOtherPort: ChainStrategy = {
  level: 'chain',
  id: 'use-other-port',
  goals: ['http', 'https'],
  fits: (task) => otherPort(task) !== null,
  apply(task) {
    const found = otherPort(task) as Found;
    const scheme = task.goal.goal as Scheme;
    const job = { ...task, scheme, chains: [task.chain] };
    for (const change of found.changes) policiesFollow(job, change);
    if (scheme === 'http') task.draft.tell('proxy-stays', 'info', { from: found.from, to: found.to });
    const renames = found.services.map((service) => ({
      ...{ service, from: found.from, to: found.to },
      ...{ number: null, pod: found.changes[0]?.after.number ?? 0, respeaks: false },
    }));
    return endpointsFollow(job, found.changes, renames);
  },
};

interface Found {
  from: string;
  to: string;
  services: ClusterService['service'][];
  changes: PortChange[];
}

/** One port name at which every target of the endpoint has the same process in the wanted scheme. */
function otherPort({ input, chain, goal }: Task): Found | null {
  const { cluster } = input;
  const from = chain.port;
  if (from === null || chain.targets.length === 0 || chain.targets.some((t) => t.process?.serves === goal.goal)) return null;
  const targets = chain.targets.flatMap(({ service: id, workload, number, process }) => {
    const service = cluster.services.find((s) => s.service.id === id && s.providedBy === null)?.service;
    const pods = cluster.workloads.find((w) => w.id === workload);
    return service && pods && number !== null && process ? [{ service, pods, number, process }] : [];
  });
  if (targets.length < chain.targets.length) return null;
  const taken = new Set(input.chains.flatMap((c) => c.targets.map((t) => `${t.workload} ${t.number}`)));
  const names = targets[0]?.service.ports.map((p) => p.name).filter((name) => name !== '' && name !== from) ?? [];
  for (const to of names) {
    const changes = targets.flatMap(({ service, pods, number, process }): PortChange[] => {
      const port = service.ports.find((p) => p.name === to);
      const answers = port ? sameProcess(port, pods, process, input.cluster, goal.goal) : null;
      if (!answers || taken.has(`${pods.id} ${answers.port}`)) return [];
      const name = (n: number): string | null =>
        pods.pod.containers.flatMap((c) => c.ports).find((p) => p.containerPort === n)?.name ?? null;
      return [
        {
          workload: pods,
          before: { number, name: name(number) },
          after: { number: answers.port, name: name(answers.port) },
          answers: answers.authorizes ? null : answers,
          respeaks: false,
          stays: true,
        },
      ];
    });
    if (changes.length === targets.length) return { from, to, services: [...new Set(targets.map((t) => t.service))], changes };
  }
  return null;
}

/** Who answers at a Service port, where that is the process itself, what stands behind it, or its proxy. */
function sameProcess(
  port: ServicePort,
  pods: Workload,
  process: Listener,
  cluster: Task['input']['cluster'],
  scheme: string,
): Listener | null {
  const number = podPortOf(port, pods);
  const listeners = listenersOf(pods, cluster);
  const there = number === null ? [] : listenersAt(listeners, number).filter((l) => l.bind !== 'loopback');
  const [answers] = there;
  if (there.length !== 1 || !answers || answers.serves !== scheme || !answers.schemeCertain) return null;
  const leadsTo = (proxy: Listener, target: Listener): boolean => proxy.upstream?.port === target.port && proxy.upstream.known;
  const same = answers.container === process.container && !process.proxy;
  return same || leadsTo(process, answers) || leadsTo(answers, process) ? answers : null;
}
