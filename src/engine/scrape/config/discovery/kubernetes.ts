import type { JsonMap } from '../../../yaml/index.ts';
import { scalar, texts } from '../values.ts';
import { authorization, basicAuth, given, http2, lowered, oauth2, proxy, redirects, type Step, tls } from './steps.ts';

const role: Step = (entry) => {
  if (entry.fields.text('role') !== 'EndpointSlice' || entry.c.since('2.21.0')) lowered('role', 'role', true)(entry);
};

const namespaces: Step = ({ fields, out }) => {
  if (!fields.has('namespaces')) return;
  const given = fields.map('namespaces');
  const own = scalar(given, 'ownNamespace');
  out['namespaces'] = { names: texts(given, 'names'), ...(own === undefined ? {} : { own_namespace: own }) };
};

const selectors: Step = ({ c, fields, out }) => {
  const found = fields.list('selectors').map((s): JsonMap => {
    const [label, field] = [scalar(s, 'label'), scalar(s, 'field')];
    return {
      role: (s.text('role') ?? '').toLowerCase(),
      ...(label === undefined ? {} : { label }),
      ...(field === undefined ? {} : { field }),
    };
  });
  if (found.length > 0 && c.since('2.17.0')) out['selectors'] = found;
};

/** Only pods and endpoints have a node. */
const NODE_SINCE: Readonly<Record<string, string>> = { pod: '2.35.0', endpoints: '2.37.0', endpointslice: '2.37.0' };

const attachMetadata: Step = ({ c, fields, out }) => {
  const name = fields.text('role')?.toLowerCase() ?? '';
  const from = Object.hasOwn(NODE_SINCE, name) ? NODE_SINCE[name] : undefined;
  if (from && fields.has('attachMetadata') && c.since(from))
    out['attach_metadata'] = { node: scalar(fields.map('attachMetadata'), 'node') ?? null };
};

/** `kubernetesSDConfigs`: in full, where a monitor only has a role and namespaces. */
export const kubernetes: readonly Step[] = [
  given('apiServer'),
  role,
  basicAuth,
  authorization,
  oauth2,
  proxy,
  redirects,
  http2,
  tls,
  namespaces,
  selectors,
  attachMetadata,
];
