import type { HelpOf } from '../../help.ts';

/** What decides no status and is worth knowing. */
export const warnings: HelpOf<'warning'> = {
  'host-network': {
    why: 'Traffic of a pod on the host’s network is traffic of the node. What a NetworkPolicy means there is undefined, and most network plugins ignore it.',
    symptom: 'The port is reachable although a policy seems to shut it; a wrong port in the policy goes unnoticed.',
    fix: 'Do not count on the policy. A proxy that asks for a token, or a firewall of the node, is what really guards the port.',
  },
  'auth-missing': {
    why: 'What listens on the port asks every caller for a token or a password, and the endpoint sends none.',
    symptom: 'The target is down: “server returned HTTP status 401 Unauthorized”.',
    fix: 'Add authorization with a token, or basicAuth where a password is asked for.',
  },
  'netpol-unknown': {
    why: 'A rule of the policy asks for labels of a Namespace that is not in the input, or for a block of addresses.',
    symptom: 'Where the rule does not admit Prometheus, the target is down with a timeout.',
    fix: 'Add the Namespace to the input. For a block of addresses, compare it with those of the pods.',
  },
  'no-prometheus': {
    why: 'The input holds no Prometheus and no PrometheusAgent, so there is nobody whose selectors, rights and policies could be checked.',
    symptom: 'Whether the job exists at all cannot be told.',
    fix: 'Add the Prometheus object to the input, with its namespace and service account.',
  },
  'undeclared-port': {
    why: 'A Service may lead to a port that no container declares. The traffic arrives; Prometheus only cannot tell which container it belongs to.',
    symptom: 'The target is up, and its series have no label container.',
    fix: 'Declare the port on the container.',
  },
  'port-owner-differs': {
    why: 'Prometheus takes the label container from whoever declares the port, not from who listens on it.',
    symptom: 'The target is up, and its label container names another one than answers.',
    fix: 'Declare the port on the container that listens.',
  },
  'multiple-services': {
    why: 'The selector of the monitor meets several Services, and each brings targets of its own.',
    symptom: 'Pods behind more than one of them are scraped once for each, with other values of service and job.',
    fix: 'If that is not meant, ask for a label that only one of the Services has.',
  },
  'address-rewritten': {
    why: 'A relabeling writes the address, the scheme or the path of the target.',
    symptom: 'The URL on the targets page differs from port and path of the endpoint.',
    fix: 'Nothing, if it is meant. The targets tab shows the URL as far as it can be known.',
  },
  'workload-without-port': {
    why: 'Of several workloads behind the Service, this one has no container port of the name that targetPort asks for.',
    symptom: 'Its pods are missing from the targets, while those of the others are there.',
    fix: 'Name the port on its containers too, or keep its pods out of the selector of the Service.',
  },
  'scheme-unknown': {
    why: 'The image is not one whose flags are known here, or its settings are in a Secret. The name of a port proves nothing.',
    symptom: 'If the guess is wrong: status 400, or “server gave HTTP response to HTTPS client”.',
    fix: 'Ask the port with curl, once with http and once with https.',
  },
  'operator-generated': {
    why: 'The pods are made by the operator from a custom resource; they are shown as it would make them.',
    symptom: 'No manifest of these pods exists.',
    fix: 'Nothing is wrong. To change them, change the custom resource.',
  },
  'selects-all': {
    why: 'A selector without requirements is met by every object.',
    symptom: 'Every Service of the namespaces that has the port is scraped, new ones too.',
    fix: 'If that is not meant, ask for a label.',
  },
  'control-plane-pods': {
    why: 'The control plane runs as static pods that the kubelet of a node reads from files; sets of manifests do not contain them.',
    symptom: 'On managed clusters there are no such pods, and the job has 0 targets.',
    fix: 'Nothing, where the control plane is your own. Elsewhere the monitor can go.',
  },
  'upstream-assumed': {
    why: 'The proxy has no flag that says whom it asks, or nobody of the pod is known to listen there. One container is left that could.',
    symptom: 'If it is another one, what is said of the hop behind the proxy does not hold.',
    fix: 'Name the upstream on the command line of the proxy.',
  },
  'relabel-unknown': {
    why: 'A rule that keeps or drops targets looks at labels which exist only while pods run, such as the name of the node.',
    symptom: 'Some targets, or all, may be dropped.',
    fix: 'Look at the Service Discovery page, or add the running pods to the input.',
  },
  'all-ports': {
    why: 'An endpoint without port and targetPort keeps every port of the endpoints and every other port that the containers declare.',
    symptom: 'Ports that serve no metrics show up as targets that are down, and some are scraped twice.',
    fix: 'Name the port.',
  },
  'tls-name': {
    why: 'Prometheus asks pods by their address, so their certificate must be valid for that address; certificates are made for names.',
    symptom: 'The target is down: “x509: cannot validate certificate for … because it doesn’t contain any IP SANs”.',
    fix: 'Set tlsConfig.serverName to a name in the certificate together with its ca, or accept any certificate with insecureSkipVerify.',
  },
};
