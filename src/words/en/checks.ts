import type { Area } from '../types.ts';

/** Findings: one sentence per permanent code, with both values. `.do` says what to change. */
export const checks = {
  'operator-rejects': 'The operator refuses {object} for Prometheus {prometheus}, at {field}: {why}',
  'operator-rejects.do': 'The operator leaves out the whole object, all its endpoints, until the field is corrected.',
  'reference-not-in-input':
    '{kind} {namespace}/{name}, which {field} needs, is not in the input: whether the operator accepts this is open.',
  'reference-not-in-input.do':
    'To know: kubectl get {resource} -n {namespace} {name} -o yaml. Of a Secret only the names of its keys are looked at.',
  'rights-unknown':
    'Whether service account {account} may {verbs} {what} is open: {kind} {role}, which {binding} names, is not in the input.',
  'rights-unknown.unbound':
    'Whether service account {account} may {verbs} {what} is open: no binding of the input that could grant it names the account.',
  'rights-unknown.do': 'Add the role or the binding to the input, or correct the name.',
  'undefined-variable': '{container} is started with {text}, and nothing sets {name}: it stays as it is written, and is no address.',
  'undefined-variable.do': 'Add {name} to the env of the container; an address of the pod comes from fieldRef status.podIP.',
  'invalid-field-type': '{field} is {got}, and the API server takes only {expected} there.',
  'invalid-field-type.value': '{why}',
  'invalid-field-type.do': 'Quote the value if it is a name; `port` is the name of a Service port, never its number.',
  'invalid-selector': 'The selector cannot be used: {why}. The operator rejects the whole monitor.',
  'invalid-selector.do': 'Operators are In, NotIn, Exists and DoesNotExist; In and NotIn need values.',
  'monitor-not-selected': 'No Prometheus in the input takes up {monitor}.',
  'monitor-not-selected.labels': 'No Prometheus takes up {monitor}: {prometheus} asks for label {key} = {wanted}, the monitor has “{got}”.',
  'monitor-not-selected.namespace': 'No Prometheus takes up {monitor}: {prometheus} does not look in its namespace ({namespace}).',
  'monitor-not-selected.nil-selector':
    'No Prometheus takes up {monitor}: {prometheus} has no selector for this kind, and no selector selects nothing.',
  'monitor-not-selected.do': 'Give the monitor (or its namespace) the label that the Prometheus selects, or widen the selector.',
  'no-endpoints': '{kind} {monitor} has no endpoints, so nothing is scraped.',
  'no-endpoints.do': 'Add an entry under spec.endpoints (podMetricsEndpoints for a PodMonitor).',
  'rbac-missing': 'Service account {account} may not {verbs} {resources} in namespace {namespace}, so Prometheus discovers nothing there.',
  'rbac-missing.do': 'Bind a Role with get, list and watch on these resources in that namespace to the service account.',
  'service-not-found': 'No Service in the input matches the selector of {monitor} (namespaces: {namespaces}).',
  'service-not-found.one-label':
    'The selector of {monitor} matches 0 of {count} Services; {candidate} differs only in {differs}: {wanted} is asked for, and it has {got}.',
  'service-not-found.on-pods':
    'No Service matches the selector of {monitor}. The label is on the pods of {pods}, which {candidate} selects, but not on the Service itself.',
  'service-not-found.namespace':
    'No Service matches {monitor} in its namespaces ({namespaces}); {candidate} has all the labels, in another namespace.',
  'service-not-found.name': 'No Service matches the selector of {monitor}; {candidate} has the name, and differs in {differs}.',
  'service-not-found.address': '{monitor} asks {address}, and the input has no Service of that name.',
  'service-not-found.namesake':
    '{monitor} asks {address}, which names no Service seen from Prometheus; {candidate} has the name, in another namespace.',
  'service-not-found.do': 'Add the Service to the input, or make its labels and the selector agree.',
  'external-name-service': 'Service {service} is of type ExternalName: it has no endpoints, so a ServiceMonitor finds nothing.',
  'external-name-service.do': 'Use a Service with hand-written Endpoints, or a ScrapeConfig with static targets.',
  'service-without-selector': 'Service {service} has no selector and the input holds no Endpoints or EndpointSlice for it.',
  'service-without-selector.do':
    'Add the endpoints to the input: kubectl get endpointslices -l kubernetes.io/service-name={service} -o yaml',
  'port-not-found': '“{port}” is asked for, and {object} has: {ports}.',
  'port-not-found.nearest': 'Service {object} has port “{candidate}”, and “{port}” is asked for.',
  'port-not-found.number': '“{port}” is a number, and names are asked for: Service {object} calls that port “{candidate}”.',
  'port-not-found.container-name': '“{port}” is the container’s name for the port; that of Service {object} is “{candidate}”.',
  'port-not-found.unnamed': '“{port}” is asked for, and port {candidate} of Service {object} has no name.',
  'port-not-found.address': 'Port {port} is asked for, and Service {object} has: {ports}.',
  'port-not-found.do': 'Make the endpoint’s port the name of a port of the Service (not its number, not the container’s port name).',
  'no-workload': 'The selector of {service} matches no pods of the input.',
  'no-workload.one-label':
    'The selector of {service} matches no pods; those of {candidate} differ only in {differs}: {wanted} is asked for, and they have {got}.',
  'no-workload.namespace': 'The selector of {service} matches no pods in its namespace; {candidate} has all the labels, in another one.',
  'no-workload.name': 'The selector of {service} matches no pods; {candidate} has the name, and its labels differ in {differs}.',
  'no-workload.do': 'Add the workload to the input, or make its pod labels and the selector agree.',
  'target-port-not-found': 'targetPort “{target}” of Service {service} is the name of no container port of the matching pods.',
  'target-port-not-found.nearest':
    'Service {service} sends to targetPort “{target}”, and the container port of {workload} is called “{candidate}”.',
  'target-port-not-found.protocol':
    'Service {service} sends to targetPort “{target}”; the container port of that name in {workload} has another protocol ({candidate}).',
  'target-port-not-found.quoted':
    'targetPort “{target}” of Service {service} is quoted and so taken for a name; {workload} declares it as a number.',
  'target-port-not-found.service-port':
    'targetPort “{target}” of Service {service} is its own name or number for the port; the container of {workload} calls it “{candidate}”.',
  'target-port-not-found.do': 'Name the container port like the targetPort, with the same protocol, or use the number.',
  'container-port-undeclared': 'The endpoint picks container port “{port}”, and the pods of {object} declare no such port.',
  'container-port-undeclared.nearest': 'The endpoint picks container port “{port}”, and {object} calls it “{candidate}”.',
  'container-port-undeclared.protocol': 'Container port “{port}” of {object} has another protocol ({candidate}).',
  'container-port-undeclared.quoted':
    '“{port}” is quoted and so taken for a name; {object} declares the number, and calls it “{candidate}”.',
  'container-port-undeclared.service-port':
    '“{port}” is the Service’s name or number for the port; the container of {object} calls it “{candidate}”, and targetPort means the container’s.',
  'container-port-undeclared.do': 'Declare the port on the container; a quoted number is taken as a name.',
  'dropped-by-relabeling': 'Relabeling {rule} ({action} on {sources} with {regex}) drops the target.',
  'dropped-by-relabeling.do': 'Check the rule’s regex against the labels; it must match the whole value.',
  'not-tcp': 'Port {port} is {protocol}; Prometheus scrapes over TCP.',
  'not-tcp.do': 'Pick the port on which the metrics are served.',
  'netpol-egress-denied': 'NetworkPolicy {policy} isolates the pods of {prometheus} and lets nothing out to port {port}.',
  'netpol-egress-denied.no-rule':
    'NetworkPolicy {policy} isolates the pods of {prometheus} and has no egress rule, so nothing gets out to port {port}.',
  'netpol-egress-denied.port':
    'NetworkPolicy {policy} lets the pods of {prometheus} out to {key} {wanted}, and the connection goes to {got}.',
  'netpol-egress-denied.namespace':
    'NetworkPolicy {policy} lets the pods of {prometheus} out to pods of namespace {wanted} only; those on port {port} are in {got}.',
  'netpol-egress-denied.label':
    'NetworkPolicy {policy} lets the pods of {prometheus} out to {wanted} only; at the other end of port {port}, {key} is “{got}”.',
  'netpol-egress-denied.peer': 'NetworkPolicy {policy} lets the pods of {prometheus} out, but to none of the addresses behind port {port}.',
  'netpol-egress-denied.do': 'Add an egress rule for these pods and this port.',
  'netpol-denied': 'NetworkPolicy {policy} guards the pods and does not admit Prometheus {prometheus} on port {port}.',
  'netpol-denied.no-rule':
    'NetworkPolicy {policy} guards the pods and has no ingress rule, so nobody gets in, and Prometheus {prometheus} neither.',
  'netpol-denied.port': 'NetworkPolicy {policy} admits Prometheus {prometheus} on {key} {wanted}, and the scrape goes to {got}.',
  'netpol-denied.namespace':
    'NetworkPolicy {policy} admits pods of its own namespace {wanted} only; Prometheus {prometheus} runs in {got}, and port {port} stays shut.',
  'netpol-denied.label': 'NetworkPolicy {policy} asks for {wanted} on port {port}; for Prometheus {prometheus}, {key} is “{got}”.',
  'netpol-denied.peer': 'NetworkPolicy {policy} admits none of the addresses from which Prometheus {prometheus} asks on port {port}.',
  'netpol-denied.do': 'Add the port, and the pods of Prometheus with their namespace, to an ingress rule.',
  'bind-conflict': '{first} and {second} both want port {port}: whichever starts second fails with “address already in use”.',
  'bind-conflict.do': 'Give {a} or {b} another port, or remove the one that is no longer needed.',
  'nothing-listens': 'Nothing in the pods of {workload} listens on port {port}, so it refuses connections. They listen on: {listeners}.',
  'nothing-listens.do': 'Let the port that is scraped and the port a process listens on agree.',
  'loopback-only': '{listener} listens on the loopback address only, so port {port} of the pod refuses connections.',
  'loopback-only.do': 'Let it listen on the pod’s address, or put a proxy in front of it.',
  'scheme-mismatch': 'The endpoint asks for {scheme}, and {listener} speaks {serves}.',
  'scheme-mismatch.upstream':
    '{proxy} asks the process behind it over {scheme}, and {listener} speaks {serves}: every request is answered with 502.',
  'scheme-mismatch.do': 'Set scheme: {serves} on the endpoint, or change what the listener speaks.',
  'upstream-not-found': '{proxy} forwards to {upstream}, and nothing in the pod listens there: every request is answered with 502.',
  'upstream-not-found.do': 'Make --upstream and the listen address of the process behind it agree.',
  'host-network': 'The pods of {workload} use the host’s network: policies ({policies}) are drawn, normally not enforced here.',
  'host-network.port':
    'NetworkPolicy {policy} admits port {admits}, and the scrape goes to {port}. The pods of {workload} use the host’s network, where it is drawn, normally not enforced.',
  'host-network.no-policy': 'The pods of {workload} use the host’s network, where policies are normally not enforced.',
  'auth-missing.password': '{proxy} asks for a password and the endpoint sends none: the answer is 401.',
  'auth-missing': '{proxy} asks for a token and the endpoint sends none: the answer is 401.',
  'netpol-unknown': 'Whether {policy} admits port {port} hangs on a Namespace or an address that is not in the input.',
  'no-prometheus': 'No Prometheus is in the input, so nobody can say who takes up {monitor} and whether policies admit it.',
  'undeclared-port': 'No container of {workload} declares port {port}: scraping works, but its targets have no container label.',
  'port-owner-differs': '{declares} declares port {port}, {listens} listens on it: the `container` label names the first.',
  'multiple-services': {
    one: 'Ports of {count} Service are picked ({services}).',
    other: 'Ports of {count} Services are picked ({services}): pods behind several are scraped once for each.',
  },
  'address-rewritten': 'A relabeling writes {label}: what is scraped may differ from what is drawn.',
  'workload-without-port': '{workload} stands behind {service} and lacks port “{target}”: it is skipped.',
  'scheme-unknown': 'Nothing in the input says whether {container} speaks TLS on port {port}.',
  'operator-generated': 'The operator makes {workload} from {resource}.',
  'selects-all': 'The empty selector of {monitor} selects everything in its namespaces.',
  'control-plane-pods': 'Service {service} selects control-plane pods, which no set of manifests ships.',
  'upstream-assumed': 'No flag says who listens on port {port} behind the proxy; {container} is taken to be it.',
  'relabel-unknown': 'A keep or drop relabeling on {sources} depends on labels that exist only at run time.',
  'all-ports': '{monitor} names no port: every port of the endpoints and every other container port is scraped.',
  'tls-name': 'https without insecureSkipVerify or serverName: the certificate must be valid for the pod’s IP address.',
  'tls-unverifiable':
    '{listener} makes its own certificate when it starts, and nobody can verify it: x509 errors, until insecureSkipVerify is set or the server gets a certificate.',
  'tls-unverifiable.file':
    '{field} {path} is mounted nowhere in the pods of Prometheus {prometheus}: the job is left out, no target is listed.',
  'tls-unverifiable.do':
    'Set insecureSkipVerify: true, or give the server a certificate from a Secret and the endpoint its ca and serverName.',
  'credentials-file-missing': 'The token file {path} is mounted nowhere in the pods of Prometheus {prometheus}: every scrape fails.',
  'credentials-file-missing.do': 'Name the token of the service account, or a Secret under authorization.credentials.',
  'token-in-clear': 'The endpoint sends its token ({field}) over plain http, readable by everyone on the way.',
  'proxy-bypass': '{listener} is open beside {proxy}: its metrics can be read without a token.',
  'policy-not-evaluated': {
    one: 'Not checked: {policies} may close or open this connection; such policies are not evaluated here.',
    other: 'Not checked: {count} policies may close or open this connection ({policies}); such policies are not evaluated here.',
  },
  'scrape-rbac-missing': 'Service account {account} may not {rights}, so every scrape is answered with 403.',
  'scrape-rbac-missing.namespaced':
    'Service account {account} may not {rights} in namespace {namespace}, so every scrape is answered with 403.',
  'proxy-path-refused': '{proxy} lets only {allowed} pass on port {port}, and the endpoint asks for {path}: the answer is 404.',
  'proxy-rbac-missing': 'Service account {account} may not create {resources}, so the proxy cannot check who is calling.',
  'endpoints-differ': 'The real endpoints of Service {service} are not what the input explains.',
  'endpoints-differ.port':
    'The real endpoints of Service {service} have {number} for port “{port}”; by the Service and its pods it would be {expected}.',
  'endpoints-differ.port-name': 'The real endpoints of Service {service} have a port “{port}” ({number}) that the Service does not have.',
  'endpoints-differ.pod': 'Pod {pod} ({ip}) matches the selector of Service {service} and is not among its real endpoints.',
  'endpoints-differ.labels': 'Pod {pod} ({ip}) is among the real endpoints of Service {service}, and its labels do not match the selector.',
  'endpoints-differ.address': 'The real endpoints of Service {service} have {ip} for pod {pod}, which has {expected}.',
  'endpoints-differ.do':
    'The manifests and the dump are from different moments, or what runs is not what is written here. Look again: kubectl get endpointslices -l kubernetes.io/service-name={service} -o yaml',
  'path-not-served': '{container} serves its metrics at {served} on port {port}, and the endpoint asks for {path}.',
  'path-not-served.do': 'Set path: {served} on the endpoint, or change the flag that moves it.',
  'port-not-opened':
    '{container} declares port {port}, and what is known of it says that it listens elsewhere ({listeners}): a scrape is likely refused.',
  'port-not-opened.do': 'Check what the container really listens on, and let the declared port follow.',
  'node-open': '{listener} is open to everybody who reaches the node: {workload} uses the host’s network, without TLS and without a token.',
  'node-open.host-port':
    'Port {port} of the node leads to {listener} of {workload}, without TLS and without a token: everybody who reaches the node can read it.',
  'node-open.do': 'Put a proxy that asks for a token in front of it, or listen on an address that only the cluster reaches.',
  'job-label-missing': 'jobLabel of {monitor} is {label}, and Service {service} has no such label: the job is called {job}.',
  'job-label-missing.pods': 'jobLabel of {monitor} is {label}, and the pods of {workload} have no such label: the job is called {job}.',
  'job-label-missing.do': 'Give it the label, or remove jobLabel; rules and dashboards that ask for the job must name it as it is.',
  'probe-mismatch': 'The {probe} of {container} does not fit what listens on port {port}.',
  'probe-mismatch.nobody': 'The {probe} of {container} asks port {port}, and nothing in the pod listens there.',
  'probe-mismatch.loopback':
    'The {probe} of {container} asks port {port} of the pod, and {listener} listens on the loopback address only: it always fails.',
  'probe-mismatch.scheme': 'The {probe} of {container} asks port {port} over {scheme}, and {listener} speaks {serves}: it always fails.',
  'probe-mismatch.token':
    'The {probe} of {container} asks {path} on port {port} without a token, and {listener} answers 401: it always fails.',
  'probe-mismatch.do': 'Let the probe ask a port, a scheme and a path that answer from the pod’s address without a token.',
  'prometheus-rejected':
    'The operator refuses Prometheus {prometheus}, at {field}, so its configuration stays as it was for all monitors: {why}',
  'prometheus-rejected.do': 'Correct the field; until then no change of a monitor has an effect.',
  'no-replicas': '{workload} has 0 replicas: there are no pods, so nothing is scraped.',
  'no-replicas.do': 'Set replicas to 1 or more, if it is meant to run.',
  'prometheus-paused':
    'Prometheus {prometheus} is paused: the operator writes nothing new for it, so what is changed or added has no effect.',
  'prometheus-paused.do': 'Remove spec.paused, or set it to false.',
  'operator-ignores': 'The operator {operator} does not act on Prometheus {prometheus}: --{flag} is {value}.',
  'operator-ignores.instance-namespace':
    'The operator {operator} does not act on Prometheus {prometheus} in namespace {namespace}: --{flag} is {value}.',
  'operator-ignores.instance-labels':
    'The operator {operator} does not act on Prometheus {prometheus}, whose labels do not meet --{flag}={value}.',
  'operator-ignores.controller-id':
    'The operator {operator} does not act on Prometheus {prometheus}: its controller id is {value}, and the annotation operator.prometheus.io/controller-id says otherwise.',
  'operator-ignores.namespace': 'The operator {operator} does not look at {monitor} in namespace {namespace}: --{flag} is {value}.',
  'operator-ignores.do': 'Change the operator’s arguments, or check that another operator takes care of it.',
  sharded: 'Prometheus {prometheus} has {shards} shards: each scrapes some of the targets, shard 0 to {last}, and lacks the others.',
  'namespace-label':
    'Prometheus {prometheus} forces the label namespace = {namespace} onto every series; the pods are in {pods}, and rules that ask for that find nothing.',
  'namespace-label.exported':
    'Without honorLabels, series of {container} carry its own namespace, {namespace}; that of the object they tell of is exported_namespace.',
  'duplicate-scrape': 'Port {port} of {target} is scraped twice: {chain} asks the same URL, so every series exists twice.',
  'duplicate-scrape.services':
    'Port {port} of {target} is scraped twice, through the Services {through} and {other}, so every series exists twice.',
  'duplicate-scrape.do': 'Leave one of the two: a selector that only one Service meets, or one monitor less.',
  'duplicate-port-name': 'Two ports are called “{name}”.',
  'duplicate-port-name.service': 'Two ports of the Service are called “{name}”: the API server refuses it.',
  'duplicate-port-name.nameless': 'A Service with several ports needs a name for each: the API server refuses it.',
  'duplicate-port-name.container': 'Two ports of container {first} are called “{name}”: the API server refuses it.',
  'duplicate-port-name.pod': 'Containers {first} and {second} both call a port “{name}”: who asks by this name gets {first}.',
  'duplicate-port-name.do': 'Give each port a name of its own.',
  'invalid-port-name':
    '“{name}” of container {container} is no name for a port: at most 15 lower-case letters, digits and hyphens, one letter at least.',
  'invalid-port-name.service': '“{name}” is no name for a Service port: at most 63 lower-case letters, digits and hyphens.',
  'invalid-port-name.do': 'Rename it here and wherever it is named; the API server refuses the whole object.',
  'quoted-number': '{field}: “{value}” is quoted and so taken for a name, and no port is called so.',
  'quoted-number.do': 'Remove the quotes, or write the port’s name.',
  'misplaced-field': '{field} does not belong into {place}: it is dropped without a word. Its place is {belongs}.',
  'misplaced-field.do': 'Move it to {belongs}.',
  'unknown-field': '{kind} has no field {field} in {place}: it is dropped without a word.',
  'unknown-field.near': '{kind} has no field {field} in {place}: it is dropped without a word. {meant} was likely meant.',
  'unknown-field.do': 'Correct or remove it; kubectl explain lists the fields of your release.',
  'unbuilt-kustomization':
    'The kustomization in {dir} has not been built: what it changes ({fields}) is not in {object} as it is read here.',
  'unbuilt-kustomization.do': 'Add what this prints in place of the parts: {command}',
} as const satisfies Area;
