import { expect, test } from 'vitest';
import { fileOf, fillShard, offline, unknownFields, without } from '../../scripts/oracle/config.ts';

test('the shard stands wherever the operator names it', () => {
  expect(fillShard({ relabel_configs: [{ regex: '$(SHARD)', modulus: 2 }], job_name: 'a' }, 1)).toEqual({
    relabel_configs: [{ regex: '1', modulus: 2 }],
    job_name: 'a',
  });
});

test('a job that is asked about finds the targets of its file, knows no secret and reaches nobody', () => {
  const job = {
    job_name: 'a',
    scheme: 'https',
    kubernetes_sd_configs: [{ role: 'pod' }],
    consul_sd_configs: [{ server: 'consul:8500' }],
    static_configs: [{ targets: ['a:1'] }],
    tls_config: { ca_file: '/etc/ca' },
    basic_auth: { username: 'u', password: 'p' },
    proxy_url: 'http://proxy:3128',
    keep_dropped_targets: 1,
    relabel_configs: [{ target_label: 'a', replacement: 'b' }],
  };
  expect(offline(job, '/tmp/job.json')).toEqual({
    job_name: 'a',
    scheme: 'https',
    relabel_configs: [{ target_label: 'a', replacement: 'b' }],
    proxy_url: 'http://127.0.0.1:1',
    file_sd_configs: [{ files: ['/tmp/job.json'] }],
  });
});

test('raw targets in the form of file_sd: texts only, without what Prometheus adds by itself', () => {
  const raw = new Map<string, string | null>([
    ['__address__', '10.0.0.1:80'],
    ['__meta_kubernetes_pod_uid', null],
    ['job', 'a'],
    ['__scheme__', 'https'],
  ]);
  const added = new Map([
    ['job', 'a'],
    ['__scheme__', 'http'],
  ]);
  expect(fileOf([raw], added)).toEqual([
    { targets: ['10.0.0.1:80'], labels: { __meta_kubernetes_pod_uid: 'known-at-run-time', __scheme__: 'https' } },
  ]);
});

test('fields that a Prometheus does not know are read from its message and left out wherever they stand', () => {
  const message = `yaml: unmarshal errors:
  line 3: field kubernetes_sd_configs not found in type config.ScrapeConfig
  line 9: field kubernetes_sd_configs not found in type config.ScrapeConfig`;
  expect(unknownFields(message)).toEqual(['kubernetes_sd_configs']);
  expect(unknownFields('yaml: line 3: did not find expected key')).toEqual([]);
  expect(without({ a: [{ b: 1, c: { b: 2 } }], b: 3 }, new Set(['b']))).toEqual({ a: [{ c: {} }] });
});
