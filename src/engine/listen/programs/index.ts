import type { Program } from '../types.ts';
import { alertmanager } from './alertmanager.ts';
import { kubeApiserver, kubeControllerManager, kubeScheduler, metricsServer, prometheusAdapter } from './apiServers.ts';
import { configReloader } from './configReloader.ts';
import { controllerRuntime } from './controllerRuntime.ts';
import { coredns } from './coredns.ts';
import { etcd } from './etcd.ts';
import { exporters } from './exporters.ts';
import { exporterToolkit } from './exporterToolkit.ts';
import { grafana } from './grafana.ts';
import { ingressNginx } from './ingressNginx.ts';
import { istiod, istioProxy } from './istio.ts';
import { kubeProxy } from './kubeProxy.ts';
import { kubeRbacProxy } from './kubeRbacProxy.ts';
import { kubeStateMetrics } from './kubeStateMetrics.ts';
import { metallb } from './metallb.ts';
import { minio } from './minio.ts';
import { oauthProxy } from './oauthProxy.ts';
import { prometheus } from './prometheus.ts';
import { admissionWebhook, prometheusOperator } from './prometheusOperator.ts';
import { promLabelProxy } from './promLabelProxy.ts';
import { proxies } from './proxies/index.ts';
import { servers } from './servers.ts';
import { sqlExporter } from './sqlExporter.ts';
import { statsdExporter } from './statsdExporter.ts';
import { thanos } from './thanos.ts';

/** One line per program; the first that recognises a container has it, so those known by flags alone stand last. */
export const programs: readonly Program[] = [
  promLabelProxy,
  oauthProxy,
  kubeStateMetrics,
  prometheus,
  alertmanager,
  configReloader,
  prometheusOperator,
  admissionWebhook,
  thanos,
  grafana,
  prometheusAdapter,
  metricsServer,
  kubeApiserver,
  kubeControllerManager,
  kubeScheduler,
  etcd,
  kubeProxy,
  coredns,
  minio,
  metallb,
  ingressNginx,
  istioProxy,
  istiod,
  statsdExporter,
  sqlExporter,
  ...servers,
  ...proxies,
  ...exporters,
  kubeRbacProxy,
  controllerRuntime,
  exporterToolkit,
];
