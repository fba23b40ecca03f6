import type { Area } from '../types.ts';

/** Steps, consequences, offers and refusals of a plan, by code (src/engine/patch). */
export const patch = {
  // What an edit does
  listen: '{container} listens on {to} instead of {from}',
  'rename-pod-port': 'Container port {from} of {container} is called {to}',
  'declare-port': '{container} declares port {port}, which is now its own',
  'undeclare-port': '{container} no longer declares port {port}: the proxy does',
  'probe-port': 'The {probe} of {container} asks port {to}',
  'probe-scheme': 'The {probe} of {container} speaks {to}',
  'neighbour-call': '{container} calls port {to} instead of {from}, where the process now listens',
  'probe-call': 'The {probe} of {container} calls port {to} instead of {from}, where the process now listens',
  'call-scheme': '{container} calls port {port} over {scheme}',
  'remove-container': 'Container {container} is removed from {workload}',
  'add-container': 'Container {container} is added to {workload}',
  'target-port': 'Port {port} of {service} leads to {to}',
  'service-port-name': 'Port {from} of {service} is called {to}',
  'client-port': '{object} calls port {to} of {service} instead of {from}',
  'endpoint-port': 'Endpoint {index} of {monitor} picks {field} {to}',
  'endpoint-scheme': 'Endpoint {index} of {monitor} is scraped over {to}',
  'endpoint-no-tls': 'Endpoint {index} of {monitor} needs no tlsConfig',
  'endpoint-no-token': 'Endpoint {index} of {monitor} sends no credential ({field}): http would carry it in clear text',
  'endpoint-tls': 'Endpoint {index} of {monitor} accepts the proxy’s self-signed certificate',
  'endpoint-token': 'Endpoint {index} of {monitor} sends the token that the proxy asks for',
  'policy-port': '{policy} admits port {to} where it admitted {from}',
  'policy-port-too': '{policy} admits port {to} beside {from}',
  'remove-object': '{object} is removed: only the proxy used it',
  'add-object': '{object} is added',
  'no-token': '{workload} no longer mounts a service account token',
  'mount-token': '{workload} mounts a service account token: the proxy needs it',
  'service-account': '{workload} runs as service account {account}',
  'scrape-right': '{object} also allows GET {path}, which the proxy asks about',
  'mount-secret': '{container} mounts the Secret {secret} for its certificate',
  'mount-config': '{container} mounts the ConfigMap {object}',
  'set-variable': '{container} gets {name}={value}',
  'set-flag': '{container} gets {flag}={value}',
  'unset-flag': '{container} no longer gets {flag}',
  'web-tls': '{object} serves TLS with the certificate of Secret {secret}',
  'web-no-tls': '{object} no longer serves TLS',
  'alerting-scheme': '{object} sends its alerts to {service} over {to}',
  'service-port-added': '{service} gets a port {port} that leads to {to}',
  'host-port': 'Port {port} of {container} is a port of its node too',
  'fix-port': 'Port {from} is asked for as {to}, the name it has',
  'fix-target-port': 'targetPort {from} becomes {to}, which a container has',
  'fix-label': 'Label {label} is asked for as {to} instead of {from}',
  'fix-label-unasked': 'Label {label}={from} is no longer asked for',
  'fix-namespace': '{monitor} looks in namespace {namespace}',
  'fix-own-label': '{object} gets the label {label}={value}',
  'fix-paused': 'The operator manages {prometheus} again',
  'fix-upstream': '{container} sends its requests to {to}, where the process listens',
  'fix-field': 'Endpoint {index} of {monitor} gets {field}: {to}',
  'fix-job-label': 'jobLabel {label} goes; the job stays {job}',
  'fix-policy': '{policy} admits {prometheus} on port {port}',
  'fix-replicas': '{workload} asks for one pod',
  // What no diff shows
  'open-on-nodes':
    'Whoever reaches a node on port {port} can read the metrics of {workload}, without a token. NetworkPolicies normally do not hold for pods on the host network.',
  'open-on-pods':
    'Whoever reaches the pods of {workload} on port {port} can read the metrics, without a token. Only NetworkPolicies still stand in the way.',
  'token-needed':
    'Port {port} of {workload} now answers only callers with a token that may GET the path. Others who read it today, scripts or a second Prometheus, are turned away.',
  'own-certificate': 'The proxy of {workload} makes its own certificate at start. Traffic is encrypted; who answers is not verified.',
  'label-renamed':
    'The label endpoint="{from}" becomes endpoint="{to}". Alerts, dashboards and other clients that name the port have to follow.',
  'token-not-sent': 'Prometheus no longer sends its token for {monitor}.',
  'rights-unused': {
    one: '{count} RBAC object that only the proxy used stays behind. It does no harm.',
    other: '{count} RBAC objects that only the proxy used stay behind. They do no harm.',
  },
  'needs-scrape-right':
    'Service account {account} has to be allowed to GET {path} (nonResourceURLs, in a ClusterRole). No role in the input is its own, so add that yourself.',
  kustomization: '{file} lists manifests by name. Add or take out the files that this patch makes or removes.',
  'fragment-too': '{file} holds a kustomize patch of {object}, which is not changed here and may undo part of this. Change it too.',
  'kustomization-patches': '{file} patches what this plan changes. Look at the output of kubectl kustomize before you apply it.',
  'credentials-in-clear': 'Prometheus goes on sending {field} for {monitor}, now in clear text: whoever listens on the way can read it.',
  'client-scheme': '{object} also leads to port {port} of {service}, which now speaks {scheme}. Check the protocol it is told to use.',
  'client-port-name': '{object} calls port {from} of {service}, which is now called {to} and speaks {scheme}. Change it too.',
  'annotation-left':
    'The annotation {annotation} of {object} still says {from}, and {to} would be right. It is not changed: who reads it is not in the input.',
  'annotation-missing':
    '{object} invites scrapers by annotation and has no {annotation}, so they would go on without it; {to} would be right. It is not added: who reads it is not in the input.',
  'probe-mentions':
    'The {probe} of {container} mentions port {port} in a way that is not safe to rewrite. Check that it still asks the right place, or the pods may never become ready.',
  'pods-restart': 'The pods of {workload} restart when the patch is applied; until then samples are missing.',
  'secret-needed':
    'The pods do not start before Secret {secret} is there in {namespace}. linkchain makes no keys; with a certificate of yours: {command}',
  'users-too': 'Everyone else who uses port {port} of {workload}, browsers included, has to ask in {scheme} from then on.',
  'flag-assumed':
    '{flag} is not in the arguments of {container} so far. It comes with the project scaffold ({program}); a build without it ends at start. Check its --help first.',
  'flag-of-release': 'Not every release of {program} takes {flag}. Check that {image} does.',
  'no-token-asked': 'Port {port} of {workload} is encrypted and asks nobody for a token: whoever reaches it can read the metrics.',
  'config-unused': 'Nothing of {workload} reads {file} any more. Its ConfigMap or Secret stays and does no harm.',
  'proxy-stays':
    'The proxy stays at port {from} for everyone else; the endpoint asks port {to}, where the same process answers without a token.',
  'plain-stays': 'Port {port} of {workload} goes on answering in plain http, for everyone else who uses it.',
  'reader-token': 'Whoever may create a token for {account} can read these metrics, and nothing else.',
  'forward-first': 'The port is not open outside the cluster. Open a way in first: {command}',
  'read-with-token': 'Then read it: {command}',
  'read-plain': 'Then read it: {command}',
  'node-port-given': 'The cluster gives the node port its number. To see it: {command}',
  'token-asked': 'Port {port} of {workload} still answers only callers with a token that may GET the path.',
  'open-to-outside': 'Whoever reaches it from outside can read the metrics of {workload} on port {port}, without a token.',
  'policy-admits': 'A NetworkPolicy of its own admits the new callers to port {port} of {workload}; the others stay as they are.',
  'host-example': '{host} in {object} is an example. Put in a host name that leads to your ingress controller.',
  'controller-told':
    '{object} tells ingress-nginx by annotation that its backend speaks TLS. Another controller wants to be told in another way.',
  'gateway-allows': '{object} has to allow routes from namespace {namespace} (allowedRoutes).',
  'host-port-cost': 'Only one pod of {workload} fits on a node with host port {port}, and the port is then taken there.',
  // Offers
  'unused-proxy-rights': {
    one: 'Also remove {count} RBAC object that only the proxy of {workload} used',
    other: 'Also remove {count} RBAC objects that only the proxy of {workload} used',
  },
  // Refusals
  'chain-not-found': '{chain} is no longer in the input.',
  'no-target': 'This chain leads nowhere yet ({reason}). Repair that first, then choose the scheme.',
  'leaves-input':
    'What answers here is not in the input: {service} is provided by the cluster ({by}). Change the scheme where that component is configured.',
  'no-pods':
    'No pods of the input stand behind {service}: its addresses are written by hand or lie elsewhere. Change the scheme where they are served.',
  'operator-generated':
    'The operator makes the pods of {workload}, and would undo any edit. Set spec.web.tlsConfig (or its equivalent) in {resource} instead.',
  'no-template': 'The pod template of {workload} is not in the input. Add the manifest of its controller.',
  'other-proxy': '{container} ({program}) is a proxy that linkchain does not know how to remove. Take it out by hand and analyse again.',
  'proxy-serves-more':
    '{container} also answers port {port} of {service}, which would lead to nothing without it. Take that Service port out, or point it elsewhere, first.',
  'upstream-unknown':
    'Nothing in the pod is known to listen on port {port}, where {container} sends requests. Name the port in the manifest of the process behind it.',
  'tls-built-in':
    '{container} ({program}) speaks TLS itself, with a certificate of its own. Change its own TLS settings, then let the monitor follow.',
  'api-server':
    '{container} of {workload} is an extension of the Kubernetes API, which talks only https on port {port}. Leave it as it is.',
  'listener-unknown':
    'Nothing says who listens on port {port} of {workload}. Give the container an explicit listen flag, and it can be changed.',
  'scheme-unknown':
    'Nothing says whether {container} speaks TLS on port {port} of {workload}. Its web configuration would tell; add it to the input.',
  'strategy-does-not-fit': 'The way {strategy} does not fit port {port} of {workload} as it is now. Choose another.',
  'listen-flag-unknown':
    'How {container} ({program}) is told where to listen is not known, so it cannot be moved. Set its address by hand and analyse again.',
  'probe-on-metrics':
    'The {probe} of {container} reads {path}, which the proxy would guard or leave open to all. Point the probe at another path first.',
  'own-credentials':
    '{monitor} already sends credentials ({field}), and an endpoint has only one kind. Remove them first; the proxy wants a token.',
  'asks-password':
    '{container} asks for a user and a password itself (basic_auth_users), and {monitor} sends none. Without the proxy every scrape would be answered with 401. Add basicAuth to the endpoint first.',
  'token-needs-secret':
    '{monitor} is a PodMonitor, which takes a token only from a Secret. Create one with a service account token and name it under authorization.',
  'file-access-denied':
    '{prometheus} forbids monitors to read files (arbitraryFSAccessThroughSMs), so {monitor} cannot use the mounted token. Name a Secret under authorization first.',
  'cannot-edit':
    'The text of {file} from line {line} on cannot be changed safely at {path} ({reason}). Simplify that place by hand: anchors and aliases are the usual cause.',
  'not-proved': 'The patch was made, read again, and did not keep its promise: {chain} would be {reason}. It is not offered.',
  'no-way': 'No way is known to get there from how {chain} is now.',
  'no-way-outside':
    'No way is known to read {chain} from outside: what answers is unknown, or it answers its own pod only. Settle the chain first.',
  'no-fix': 'There is no finding {code} on this chain, or none that an edit can mend.',
  'fix-undecided': 'What {code} should be instead, nothing in the input says. Decide it by hand; the finding names both sides.',
  'api-server-calls':
    'The API server calls port {port} of {workload} ({caller}), and only ever over https. Leave it as it is, or give the metrics a port of their own.',
  'scheme-lost':
    'Only the proxy {proxy} says that {container} speaks http, and without it nothing would. If {container} knows --metrics-secure, add --metrics-secure=false to its arguments and ask again.',
  'web-config-passwords':
    '{container} reads passwords and certificates from one file ({file}). Take tls_server_config out of it by hand; without the file nobody would be asked for a password.',
  'live-pods':
    'The input holds the running pods of {workload}, which stay as they are until the operator remakes them. Leave Pods and StatefulSets out of the input, and {resource} can be changed.',
  'tidy-needs-agreement': 'The port names of {chain} can follow its scheme once the endpoint and the process agree on one.',
  // Ways to a goal
  'strategy.met': 'Nothing to do',
  'strategy.follow-listener': 'Let the monitor follow the process',
  'strategy.remove-proxy': 'Remove the proxy',
  'strategy.behind-proxy': 'Move the process behind its proxy',
  'strategy.add-proxy': 'Put kube-rbac-proxy in front',
  'strategy.use-other-port': 'Ask the port that already speaks it',
  'strategy.grafana-protocol': 'Set Grafana’s own protocol',
  'strategy.tls-flag': 'Turn the process’s own TLS switch',
  'strategy.web-config': 'Give the exporter a web configuration',
  'strategy.operator-sidecar': 'Add a kube-rbac-proxy in spec.containers',
  'strategy.web-tls': 'Set spec.web.tlsConfig',
  'strategy.token-reader': 'Keep TLS and read with a token',
  'strategy.gateway-route': 'Add an HTTPRoute',
  'strategy.ingress': 'Add an Ingress',
  'strategy.node-port': 'Add a NodePort Service',
  'strategy.host-port': 'Open the port on the node',
  'strategy.plain-port': 'Open a plain port beside the proxy',
  'strategy.fix': 'Mend it',
  // Goals, and the text of a pull request
  'goal.http': 'scraped over http end to end',
  'goal.https': 'scraped over https end to end',
  'goal.outside': 'readable from outside the cluster',
  'goal.tidy-names': 'ports are called what they speak',
  'goal.fix': 'without {code}',
  refused: 'Not offered:',
  'pr.why': 'Why',
  'pr.what': 'What',
  'pr.risk': 'Risk',
  'pr.verify': 'How to verify',
  'pr.rollback': 'Rollback',
  'pr.new': 'new',
  'pr.removed': 'removed',
  'pr.verify.report': 'The manifests, before they are applied:',
  'pr.verify.up': 'After the rollout the target is up in Prometheus (Status, Target health).',
  'pr.rollback.git': 'Revert this commit and apply the manifests again.',
  'pr.rollback.cluster': 'In the cluster alone: sh rollback.sh, as linkchain exports it with the change.',
} as const satisfies Area;
