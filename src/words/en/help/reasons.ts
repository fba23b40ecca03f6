import type { HelpOf } from '../../help.ts';

/** Why a chain is broken. */
export const reasons: HelpOf<'reason'> = {
  'operator-rejects': {
    why: 'The operator checks every object that a Prometheus selects. One endpoint that fails a check takes the whole object out of the configuration.',
    symptom:
      'The job is missing from the configuration and from the targets. The operator logs “skipping object” and writes an InvalidConfiguration event.',
    fix: 'Correct the field that the message names. A reference must point to a Secret or ConfigMap in the namespace of the monitor.',
  },
  'invalid-field-type': {
    why: 'The API server holds each object against the schema of its CRD and takes no value of another type, enum or pattern.',
    symptom: 'kubectl apply fails and names the field. What was there before stays, so the change never arrives.',
    fix: 'Write the type that is asked for. A port is the name of a Service port in quotes, a targetPort may be a number.',
  },
  'invalid-selector': {
    why: 'A selector with an unknown operator, or with values where none belong, selects nothing at all; the operator refuses the object.',
    symptom: 'The job is missing from the configuration, and the operator logs that it skips the object.',
    fix: 'Use In and NotIn with values, Exists and DoesNotExist without.',
  },
  'monitor-not-selected': {
    why: 'A Prometheus takes up only objects whose labels its selector asks for, in namespaces whose labels its namespace selector asks for. No selector selects nothing, and no namespace selector means its own namespace only.',
    symptom: 'The job is missing from the configuration and from the targets; nothing logs an error.',
    fix: 'Give the monitor, or its namespace, the label that is asked for; or widen the selector of the Prometheus. {} selects everything.',
  },
  'no-endpoints': {
    why: 'Each entry under endpoints makes one scrape job. A list without entries makes none.',
    symptom: 'The monitor is accepted, and no job of its name is in the configuration.',
    fix: 'Add an entry with the port to scrape.',
  },
  'rbac-missing': {
    why: 'Prometheus finds its targets by listing and watching Services, endpoints and pods with its service account. Where the API server forbids one list, that namespace stays empty.',
    symptom: 'The job is there with 0 targets. The log of Prometheus says “is forbidden: cannot list resource”.',
    fix: 'Bind a Role with get, list and watch on these resources in each namespace, or a ClusterRole where all namespaces are asked for. Nodes always need a ClusterRole.',
  },
  'service-not-found': {
    why: 'A ServiceMonitor looks for labels of the Service itself, not of its pods and not of its selector, and only in the namespaces of its namespaceSelector: without one, in its own.',
    symptom: 'The job has 0 active targets. Services of the namespace show up as dropped, or there are none at all.',
    fix: 'Make the labels of the Service and the selector of the monitor agree, and name the namespace of the Service in namespaceSelector.matchNames.',
  },
  'external-name-service': {
    why: 'An ExternalName Service is a name in DNS. No endpoints exist for it, and endpoints are what Prometheus discovers.',
    symptom: 'The job has 0 targets.',
    fix: 'Write a ScrapeConfig with static targets, or a Service without selector and with endpoints of your own.',
  },
  'service-without-selector': {
    why: 'For a Service without selector no controller makes endpoints. Somebody has to write them, and they are not in the input.',
    symptom: 'Without endpoints the job has 0 targets.',
    fix: 'Add the Endpoints or EndpointSlice of the Service. A slice needs the label kubernetes.io/service-name.',
  },
  'port-not-found': {
    why: 'The port of an endpoint is the name of a port of the Service, as spec.ports[].name has it. A number in quotes and the name of a container port are other things. For a PodMonitor it is the name of a container port.',
    symptom: 'The job has 0 active targets; all that the Service has are dropped.',
    fix: 'Use the name that the Service has, or name the port of the Service.',
  },
  'no-workload': {
    why: 'The selector of a Service, or of a PodMonitor, must be met by labels of the pods, in the same namespace for a Service.',
    symptom: 'The Service has no endpoints, and the job discovers 0 targets.',
    fix: 'Make the labels of the pod template and the selector agree.',
  },
  'target-port-not-found': {
    why: 'A named targetPort is looked up among the container ports of each pod, by name and protocol. A pod without it is left out.',
    symptom: 'The endpoints of the Service have no such port, and the job discovers 0 targets.',
    fix: 'Give the container port that name and protocol, or write the number as targetPort.',
  },
  'container-port-undeclared': {
    why: 'The targetPort of an endpoint, and the ports of a PodMonitor, pick among ports that containers declare. A number in quotes is a name, and the number of a Service port is not one of the container.',
    symptom: 'The job has 0 active targets, all others are dropped.',
    fix: 'Declare the port on the container, and pick it by its name or as a number without quotes.',
  },
  'dropped-by-relabeling': {
    why: 'A keep rule drops every target whose labels its regex does not match from beginning to end, a drop rule every one it matches.',
    symptom: 'The target stands under the dropped ones of the Service Discovery page.',
    fix: 'Correct the labels or the regex of the rule; an absent label has the empty value.',
  },
  'not-tcp': {
    why: 'Metrics are fetched over HTTP, which runs on TCP. Nothing answers such a request on a port of UDP or SCTP.',
    symptom: 'The target is down: connection refused.',
    fix: 'Pick the TCP port on which the metrics are served.',
  },
  'netpol-egress-denied': {
    why: 'As soon as one policy selects the pods of Prometheus for egress, only what some egress rule names gets out. Ports are those of the pod, not of the Service.',
    symptom: 'The target is down: context deadline exceeded, or i/o timeout.',
    fix: 'Add an egress rule that names the pods and the port.',
  },
  'netpol-denied': {
    why: 'As soon as one policy selects the pods for ingress, only what some rule admits gets in: the pods of Prometheus, their namespace, and the port of the pod, not of the Service.',
    symptom: 'The target is down: context deadline exceeded, or i/o timeout. It is not refused.',
    fix: 'Add the pods of Prometheus, with their namespace, and the port to an ingress rule.',
  },
  'bind-conflict': {
    why: 'Containers of one pod share its network, and pods on the host network share that of the node. A port on all addresses is not free while anybody holds it on one of them.',
    symptom: 'One of the two containers crashes with “bind: address already in use”. What Prometheus sees depends on which one was first.',
    fix: 'Give one of them another port, or remove the one that is no longer needed.',
  },
  'nothing-listens': {
    why: 'A Service port may lead to any number, declared or not; nothing makes a process listen there. All programs of the pod are known, and they listen elsewhere.',
    symptom: 'The target is down: connect: connection refused. The label container is often missing.',
    fix: 'Let targetPort and the declared port follow the listen address of the process, or the other way round.',
  },
  'loopback-only': {
    why: 'A process on 127.0.0.1 answers inside its pod only, or on its node where the pod uses the host’s network. Declaring the port opens nothing.',
    symptom: 'The target is down: connect: connection refused. From inside, and through kubectl port-forward, it answers.',
    fix: 'Listen on the address of the pod, or put a proxy in front that does.',
  },
  'scheme-mismatch': {
    why: 'What a port speaks is decided by the process behind it, never by the name of the port. The endpoint, or the proxy in between, asks in the other way.',
    symptom:
      'http asked of TLS: “server returned HTTP status 400 Bad Request”. https asked of plain http: “server gave HTTP response to HTTPS client”. Behind a proxy: 502.',
    fix: 'Set scheme to what the process speaks. With https, think of tlsConfig and of the token that a proxy may want.',
  },
  'upstream-not-found': {
    why: 'The proxy passes requests on to an address in its pod, and no process listens there.',
    symptom: 'The target is down: “server returned HTTP status 502 Bad Gateway”.',
    fix: 'Make the upstream of the proxy and the listen address of the process behind it agree.',
  },
};
