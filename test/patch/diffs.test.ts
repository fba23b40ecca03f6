import { describe, expect, it } from 'vitest';
import { unifiedDiff } from '../../src/engine/export/index.ts';
import { previewGoals } from '../../src/engine/patch/index.ts';
import { goalOf, run, withPrometheus } from './cases.ts';

/** The diff of a plan, without the lines that only say where it is. */
const diffOf = (name: string, chain: string, goal: 'http' | 'https'): string => {
  const { changes, refusals } = previewGoals(withPrometheus(name), [goalOf(chain, goal)], run);
  expect(refusals).toEqual([null]);
  return unifiedDiff(changes)
    .split('\n')
    .filter((line) => /^([-+]|diff)/.test(line) && !/^(---|\+\+\+) /.test(line))
    .map((line) => line.replace(/^diff --git a\/(\S+) .*/, '$1'))
    .join('\n');
};

/** What a careful person would change, and not a line more. */
describe('nothing but the lines that must change', () => {
  it('a proxy on a port of its own', () => {
    expect(diffOf('node-exporter/split-port', 'ServiceMonitor/watch/node-exporter#0', 'http')).toMatchInlineSnapshot(`
      "everything.yaml
      -            - "--web.listen-address=127.0.0.1:9101"
      +            - "--web.listen-address=:9100"
      -        - name: kube-rbac-proxy
      -          image: "quay.io/brancz/kube-rbac-proxy:v0.22.1"
      -          args: ["--secure-listen-address=[$(IP)]:9100", "--upstream=http://127.0.0.1:9101/"]
      -          env:
      -            - name: IP
      -              valueFrom: {fieldRef: {fieldPath: status.podIP}}
      -          ports:
      -            - {name: https, containerPort: 9100, hostPort: 9100}
      +          ports:
      +            - name: https
      +              containerPort: 9100
      +              hostPort: 9100
      -      scheme: https
      +      scheme: http
      -      tlsConfig: {insecureSkipVerify: true}
      -      bearerTokenFile: /var/run/secrets/kubernetes.io/serviceaccount/token
      -      scheme: https
      +      scheme: http
      -      tlsConfig: {insecureSkipVerify: true}
      -      bearerTokenFile: /var/run/secrets/kubernetes.io/serviceaccount/token"
    `);
  });
  it('a proxy and the process on one port', () => {
    expect(diffOf('node-exporter/shared-port', 'ServiceMonitor/watch/node-exporter#0', 'http')).toMatchInlineSnapshot(`
      "daemonset.yaml
      -        - --web.listen-address=127.0.0.1:9100 # nobody from outside
      +        - --web.listen-address=:9100 # nobody from outside
      +        ports:
      +        - containerPort: 9100
      +          hostPort: 9100
      +          name: https
      -      # ends TLS
      -      - args:
      -        - --secure-listen-address=[$(IP)]:9100
      -        - --upstream=http://127.0.0.1:9100/
      -        env:
      -        - name: IP
      -          valueFrom:
      -            fieldRef:
      -              fieldPath: status.podIP
      -        image: quay.io/brancz/kube-rbac-proxy:v0.14.0
      -        name: kube-rbac-proxy
      -        ports:
      -        - containerPort: 9100
      -          hostPort: 9100
      -          name: https
      monitor.yaml
      -  - bearerTokenFile: /var/run/secrets/kubernetes.io/serviceaccount/token
      -    interval: 15s
      +  - interval: 15s
      -    scheme: HTTPS # upper case is allowed
      +    scheme: http # upper case is allowed
      -    tlsConfig:
      -      insecureSkipVerify: true"
    `);
  });
  it('one of two proxies', () => {
    expect(diffOf('two-proxies', run(withPrometheus('two-proxies')).chains[0]?.id ?? '', 'http')).toMatchInlineSnapshot(`
      "state.yaml
      -        - --host=127.0.0.1
      +        - "--host=::"
      -        - --port=8081
      +        - --port=8443
      -      - args:
      -        - --secure-listen-address=:8443
      -        - --upstream=http://127.0.0.1:8081/
      -        image: quay.io/brancz/kube-rbac-proxy:v0.22.1
      -        name: main
      -  - bearerTokenFile: /var/run/secrets/kubernetes.io/serviceaccount/token
      -    honorLabels: true
      +  - honorLabels: true
      -    scheme: https
      +    scheme: http
      -    tlsConfig:
      -      insecureSkipVerify: true"
    `);
  });
  it('a plain exporter gets a proxy', () => {
    expect(diffOf('plain', 'ServiceMonitor/watch/redis#0', 'https')).toMatchInlineSnapshot(`
      "redis.yaml
      -          ports:
      -            - containerPort: 9121
      +              scheme: HTTPS
      +          args:
      +            - --web.listen-address=127.0.0.1:9122
      +        - name: kube-rbac-proxy
      +          image: quay.io/brancz/kube-rbac-proxy:v0.22.1
      +          args:
      +            - --secure-listen-address=:9121
      +            - --upstream=http://127.0.0.1:9122/
      +            - --ignore-paths=/health
      +          ports:
      +            - containerPort: 9121
      +          resources:
      +            limits:
      +              cpu: 20m
      +              memory: 40Mi
      +            requests:
      +              cpu: 10m
      +              memory: 20Mi
      +          securityContext:
      +            allowPrivilegeEscalation: false
      +            capabilities:
      +              drop:
      +                - ALL
      +            readOnlyRootFilesystem: true
      +            runAsGroup: 65532
      +            runAsNonRoot: true
      +            runAsUser: 65532
      +      serviceAccountName: redis
      +      automountServiceAccountToken: true
      monitoring.yaml
      +      scheme: https
      +      tlsConfig:
      +        insecureSkipVerify: true
      +      bearerTokenFile: /var/run/secrets/kubernetes.io/serviceaccount/token
      redis-serviceAccount.yaml
      +apiVersion: v1
      +kind: ServiceAccount
      +automountServiceAccountToken: false
      +metadata:
      +  name: redis
      +  namespace: watch
      redis-clusterRole.yaml
      +apiVersion: rbac.authorization.k8s.io/v1
      +kind: ClusterRole
      +metadata:
      +  name: redis
      +rules:
      +- apiGroups:
      +  - authentication.k8s.io
      +  resources:
      +  - tokenreviews
      +  verbs:
      +  - create
      +- apiGroups:
      +  - authorization.k8s.io
      +  resources:
      +  - subjectaccessreviews
      +  verbs:
      +  - create
      redis-clusterRoleBinding.yaml
      +apiVersion: rbac.authorization.k8s.io/v1
      +kind: ClusterRoleBinding
      +metadata:
      +  name: redis
      +roleRef:
      +  apiGroup: rbac.authorization.k8s.io
      +  kind: ClusterRole
      +  name: redis
      +subjects:
      +- kind: ServiceAccount
      +  name: redis
      +  namespace: watch"
    `);
  });
});
