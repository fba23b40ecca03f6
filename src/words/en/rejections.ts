import type { Area } from '../types.ts';

/** Keys are the rejection codes of `engine/scrape/validate`: what is refused, then what to do. The field stands beside it. */
export const rejections = {
  'selector-invalid': 'The selector cannot be used ({why}). Use In and NotIn with values, Exists and DoesNotExist without.',
  'selector-mechanism-too-new':
    'RoleSelector needs Prometheus {since}, and this one is {version}. Use RelabelConfig, or a newer Prometheus.',
  'scrape-class-unknown': 'The Prometheus has no scrape class “{name}”. Add it under spec.scrapeClasses, or name one that is there.',
  'file-access-denied':
    '{field} names a file, and the Prometheus denies file access (arbitraryFSAccessThroughSMs). Refer to a Secret instead.',

  'auth-given-twice': '{first} and {second} are both given, and only one way to log in is allowed. Remove one, even if it is empty.',
  'authorization-basic': 'authorization cannot be of type Basic. Use basicAuth.',
  'authorization-credentials-missing': 'authorization has no credentials. Refer to the key of a Secret that holds them.',
  'oauth2-field-missing': 'oauth2 needs {field}. Add it.',
  'reference-incomplete': 'A reference must give the name of a Secret or ConfigMap and a key of it. Fill in both.',
  'secret-and-configmap': 'A Secret and a ConfigMap are both given. Keep one of them.',
  'object-not-found': '{kind} {namespace}/{name} does not exist. It must be in this namespace; create it, or correct the name.',
  'key-not-found': '{kind} {namespace}/{name} has no key “{key}”. Add the key, or correct its name.',

  'tls-given-twice': '{first} and {second} are both given. Keep one of them.',
  'tls-cert-without-key': 'There is a client certificate without its key. Add keySecret (or keyFile), or remove the certificate.',
  'tls-key-without-cert': 'There is a client key without its certificate. Add cert (or certFile), or remove the key.',
  'tls-version-range': 'maxVersion {max} lies below minVersion {min}. Exchange them, or leave one out.',
  'not-pem': 'What {field} refers to is not in PEM format. Store it with its BEGIN and END lines.',

  'proxy-given-twice': 'proxyUrl is given, and proxyFromEnvironment is true. Keep one of them.',
  'proxy-headers-without-proxy': 'proxyConnectHeader is given without a proxy. Add proxyUrl, or set proxyFromEnvironment.',
  'no-proxy-with-environment': 'noProxy cannot be used with proxyFromEnvironment, which brings its own. Remove noProxy.',
  'no-proxy-without-proxy': 'noProxy is given without proxyUrl. Add proxyUrl, or remove noProxy.',
  'proxy-header-empty': 'Proxy header “{header}” has no values. Refer to a Secret, or remove the header.',
  'proxy-url-invalid': '“{url}” is not a URL. Correct proxyUrl; variables are not filled in.',

  'duration-invalid': '“{value}” is not a duration. Write it like 30s, 1m or 1h30m.',
  'timeout-over-interval': 'scrapeTimeout {timeout} is longer than the interval {interval}. Shorten it, or scrape less often.',

  'relabel-action-too-new':
    'The relabeling action {action} needs Prometheus {since}, and this one is {version}. Use a newer Prometheus, or another action.',
  'relabel-regex-invalid': '“{regex}” is not a regular expression of the RE2 syntax. Correct it.',
  'relabel-modulus-missing': 'hashmod needs a modulus above 0. Add it.',
  'relabel-target-missing': 'The relabeling action {action} needs a targetLabel. Add it.',
  'relabel-target-invalid': '“{label}” cannot be a label’s name in Prometheus {version}. Use letters, digits and underscores.',
  'relabel-replacement-invalid':
    'labelmap cannot make a label’s name of “{label}” in Prometheus {version}. Use letters, digits, underscores and groups such as $1.',
  'relabel-extra-field': 'The relabeling action {action} does not take {field}. Remove it.',
  'label-name-invalid': '“{name}” cannot be a label’s name here. Use letters, digits and underscores, the first not a digit.',

  'probe-targets-missing': 'The Probe has neither targets.staticConfig nor targets.ingress. Add one of them.',
  'prober-url-invalid': '“{url}” is not a prober. Give host or host:port, without http:// and without a path.',

  'scrape-config-too-new':
    'The operator accepts no ScrapeConfig for Prometheus {version}: it asks for {since} on account of {field}, used or not. Use a newer Prometheus.',
  'sd-too-new': '{field} needs Prometheus {since}, and this one is {version}. Use a newer Prometheus.',
  'sd-field-too-new': '{field} needs Prometheus {since}, and this one is {version}. Use a newer Prometheus, or remove the field.',
  'sd-field-missing': '{field} is needed for this way to log in. Add it.',
  'sd-url-invalid': '{field} “{url}” cannot be used as an address. Write it with its scheme, as in http://host:port.',
  'sd-dns-port-missing': 'DNS records of type {type} hold no port. Add port, or use type SRV.',
  'sd-own-namespace-elsewhere': 'ownNamespace means nothing in the cluster that apiServer names. Use namespaces.names.',
  'sd-role-unknown': '“{role}” is not a role. Use Pod, Service, Endpoints, EndpointSlice, Node or Ingress.',
  'sd-selector-role': 'Role {role} cannot be limited by a selector of role “{asked}”. Possible: {allowed}.',
  'sd-selector-unreadable': 'The selector “{selector}” cannot be read. Write it as for kubectl get -l or --field-selector.',

  'rule-too-large': 'The rules are larger than {limit} bytes. Split them into several PrometheusRules.',
  'rule-group-unnamed': 'A group of rules has no name. Give it one.',
  'rule-group-repeated': 'There is more than one group “{group}”. Rename one of them.',
  'rule-unnamed': 'The rule has neither record nor alert. Add one of them.',
  'rule-two-names': 'The rule is both record “{record}” and alert “{alert}”. Make two rules of it.',
  'rule-expression-missing': 'The rule has no expr. Add it.',
  'rule-expression-invalid': 'The expression is not PromQL: {why}. Correct it.',
  'rule-only-for-alerts': 'Recording rule “{record}” has {field}, which only alerts take. Remove it.',
  'rule-record-name': '“{record}” cannot be a metric’s name. Correct record; an expression belongs under expr.',

  'prometheus-version-unreadable': '“{version}” is not a version, so no configuration is written. Write it like v3.5.0.',
  'prometheus-version-unsupported': 'Prometheus {version} is not supported, so no configuration is written. Use version 2 or 3.',
  'scrape-class-defaults': 'Scrape classes “{first}” and “{second}” are both the default, so no configuration is written. Keep one.',

  'schema-required': '{field} is missing, and the API server refuses the object. Add it.',
  'schema-enum': '{field} “{value}” is refused by the API server. Possible: {expected}.',
  'schema-pattern': '{field} “{value}” is refused by the API server. It must look like {expected}.',
  'schema-duration': '{field} “{value}” is refused by the API server. It must be a duration such as {expected}.',
  'schema-range': '{field} {value} is refused by the API server. It must lie between {least} and {most}.',
  'schema-field-too-new':
    'The custom resource definitions of this release do not know {field}, and kubectl refuses it. Upgrade them to {since}, or remove it.',
} as const satisfies Area;
