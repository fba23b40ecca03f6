import type { HelpOf } from '../../help.ts';

/** What is found beside a chain's reasons and warnings, and by comparing chains. */
export const remarks: HelpOf<'remark'> = {
  'token-in-clear': {
    why: 'The endpoint sends credentials, and nothing encrypts them on the way. Often it is what remains after a proxy with TLS was removed.',
    symptom: 'The target is up. Whoever can read the traffic of the node can read the token and use it.',
    fix: 'Remove the credentials where nobody asks for them, or ask over https.',
  },
  'proxy-bypass': {
    why: 'The process behind the proxy listens on all addresses, not on the loopback address alone.',
    symptom: 'The same metrics can be read on its own port without a token.',
    fix: 'Let it listen on 127.0.0.1, or admit only the port of the proxy with a NetworkPolicy.',
  },
  'proxy-rbac-missing': {
    why: 'The proxy asks the API server whose token it was given and what that account may do. Its own service account needs the right to ask.',
    symptom: 'Every scrape is answered with 401 or 500, and the proxy logs that it may not create these reviews.',
    fix: 'Bind a ClusterRole with create on tokenreviews and subjectaccessreviews to it with a ClusterRoleBinding.',
  },
  'policy-not-evaluated': {
    why: 'Network plugins and meshes have policies of their own. They are recognised here and not evaluated.',
    symptom: 'Where such a policy shuts the port, the target is down with a timeout or a reset connection.',
    fix: 'Look through the policies that are named.',
  },
  'scrape-rbac-missing': {
    why: 'The server asks the API server whether the account of Prometheus may read this path or resource, and no binding of the input says so.',
    symptom: 'The target is down: “server returned HTTP status 403 Forbidden”.',
    fix: 'Bind a ClusterRole with get on the nonResourceURL, or on the resource the proxy is configured with. A path needs a ClusterRoleBinding.',
  },
  'proxy-path-refused': {
    why: 'With --allow-paths the proxy answers every other path with 404 before it asks for a token.',
    symptom: 'The target is down: “server returned HTTP status 404 Not Found”.',
    fix: 'Add the path to --allow-paths, or ask for one that is in it.',
  },
  'endpoints-differ': {
    why: 'Manifests and the dump of the cluster are from different moments, or somebody changed the objects in between.',
    symptom: 'The targets of Prometheus are those of the real endpoints, not those of the manifests.',
    fix: 'Take both from the same moment, and apply the manifests if they are meant.',
  },
  'unbuilt-kustomization': {
    why: 'A kustomization adds and changes fields when it is built. The parts in the input are as they were before.',
    symptom: 'Names, namespaces, labels or patches in the cluster differ from what is shown here.',
    fix: 'Build it, and give its output in place of the parts.',
  },
  'reference-not-in-input': {
    why: 'The operator reads this Secret or ConfigMap when it checks the object. Whether it exists cannot be told from the input.',
    symptom: 'If it or its key is missing, the operator skips the whole object.',
    fix: 'Add it to the input, or look whether it is in the namespace of the monitor.',
  },
  'path-not-served': {
    why: 'A flag moved the metrics to another path, or the port is one that serves no metrics.',
    symptom: 'The target is down: “server returned HTTP status 404 Not Found”, or an error about the content type of a page.',
    fix: 'Ask for the path at which the process serves its metrics.',
  },
  'node-open': {
    why: 'The process listens on the node’s address, through the host’s network or a hostPort, and asks nobody who they are.',
    symptom: 'The metrics can be read from every machine that reaches the node.',
    fix: 'Accept it in a trusted network. Else put a proxy with TLS and a token in front, or shut the port on the node.',
  },
  'job-label-missing': {
    why: 'jobLabel is the key of a label. Where the Service, or the pod of a PodMonitor, has no such label, the job is called after the Service or the PodMonitor.',
    symptom: 'The target is up. Alerts and dashboards that ask for the intended job find nothing.',
    fix: 'Add the label, name one that is there, or leave jobLabel out.',
  },
  'probe-mismatch': {
    why: 'The kubelet asks the address of the pod, without a token, by the port and scheme of the probe. A change of the listener has to reach its probes too.',
    symptom: 'The container is restarted again and again, or never gets ready. Prometheus scrapes pods that are not ready, too.',
    fix: 'Let port and scheme of the probe follow the listener. Behind kube-rbac-proxy, name the path in --ignore-paths.',
  },
  'prometheus-paused': {
    why: 'With spec.paused the operator leaves the Prometheus and its configuration as they are.',
    symptom: 'New and changed monitors have no effect. What was configured before is still scraped.',
    fix: 'Take the pause away.',
  },
  'prometheus-rejected': {
    why: 'The operator checks the Prometheus object itself before it writes a configuration: its version, intervals, scrape classes and Secrets. One fault stops the whole configuration.',
    symptom:
      'The configuration stays as it was. The operator logs the error again and again, and the Prometheus has the condition Reconciled: False.',
    fix: 'Correct the field that the message names.',
  },
  'no-replicas': {
    why: 'The number of replicas is 0, so the controller makes no pods and the Service has no endpoints.',
    symptom: 'The job has 0 targets.',
    fix: 'Scale it up. Where something else sets the number when it is needed, nothing is wrong.',
  },
  'operator-ignores': {
    why: 'Arguments tell an operator which namespaces it looks into and which Prometheus objects are its own. The annotation operator.prometheus.io/controller-id must equal its --controller-id.',
    symptom: 'Nothing happens: no pods for the Prometheus, or no job for the monitor.',
    fix: 'Widen the arguments, or move the object; if a second operator is meant to do it, nothing is wrong.',
  },
  sharded: {
    why: 'The targets are spread over the shards by a hash of their address. All shards have the same configuration.',
    symptom: 'On one shard a target is dropped by the last rules, on another it is scraped.',
    fix: 'Look at all shards, or ask where their series come together.',
  },
  'namespace-label': {
    why: 'enforcedNamespaceLabel writes the namespace of the monitor onto all series. Without honorLabels, a label namespace of the process is kept as exported_namespace.',
    symptom: 'The target is up. Rules that ask for the namespace of the pods, or of the described objects, find nothing.',
    fix: 'Exclude the monitor with excludedFromEnforcement, or set honorLabels where the process tells of others; else name the label as it is.',
  },
  'port-not-opened': {
    why: 'The container declares the port, and the program in it listens on another by its flags or its defaults. Something that is not known here could still listen there.',
    symptom: 'The target is likely down: connect: connection refused.',
    fix: 'Let the declared port and the listen address agree.',
  },
  'rights-unknown': {
    why: 'A role that a binding names is not in the input, or no binding of the input names the service account at all.',
    symptom: 'It may be in order. If the right is missing, discovery finds nothing, or the scrape is answered with 403 Forbidden.',
    fix: 'Add the role and its binding to the input, or correct the name in the binding.',
  },
  'undefined-variable': {
    why: 'Kubernetes replaces $(NAME) in arguments only where the container has a variable of that name; otherwise the text stays as it is.',
    symptom: 'The process ends when it starts, as the text is no address, or it listens somewhere else than was meant.',
    fix: 'Set the variable in the container’s env, or write the address itself.',
  },
  'tls-unverifiable': {
    why: 'kube-rbac-proxy without a certificate makes one for its host name, signed by nobody. A file of tlsConfig has to be mounted into the Prometheus pods, by spec.secrets or spec.configMaps.',
    symptom:
      'x509: cannot validate certificate … because it doesn’t contain any IP SANs, or certificate signed by unknown authority. With a missing file no target is listed at all, and only the log says why.',
    fix: 'Set insecureSkipVerify, or give the server a certificate that names what is asked, and the endpoint the authority that signed it.',
  },
  'credentials-file-missing': {
    why: 'bearerTokenFile names a file in the pods of Prometheus. The operator mounts the token of the service account, and what spec.secrets and spec.configMaps name.',
    symptom: 'The target is down: unable to read authorization credentials … no such file or directory.',
    fix: 'Correct the path, mount the Secret through spec.secrets, or refer to it in authorization.credentials.',
  },
  'duplicate-scrape': {
    why: 'Two Services, endpoints or monitors lead the same Prometheus to the same port of the same pods. A headless Service beside the normal one, with the same labels, is the usual cause.',
    symptom:
      'Both targets are up. All series exist twice and sums are doubled; where even the labels are equal, samples are rejected as duplicates.',
    fix: 'Select by a label that only one of them has, or remove one.',
  },
};
