import type { Fields } from '../../../objects/index.ts';
import type { Judge } from '../judge.ts';
import { authorization, basicAuth } from '../parts/auth.ts';
import { oauth2 } from '../parts/oauth2.ts';
import { proxy } from '../parts/proxy.ts';
import { isFieldSelector, isLabelSelector } from '../text/selectorText.ts';
import { tls } from './steps.ts';
import type { Discovery } from './types.ts';

/** Roles whose objects a role may select. */
const SELECTABLE = new Map<string, readonly string[]>([
  ['pod', ['pod']],
  ['service', ['service']],
  ['endpointslice', ['pod', 'service', 'endpointslice']],
  ['endpoints', ['pod', 'service', 'endpoints']],
  ['node', ['node']],
  ['ingress', ['ingress']],
]);

function ownNamespace(config: Fields, judge: Judge): void {
  const namespaces = config.map('namespaces');
  if (config.has('apiServer') && namespaces.bool('ownNamespace')) judge.reject(namespaces, 'ownNamespace', 'sd-own-namespace-elsewhere');
}

function selectors(config: Fields, judge: Judge): void {
  const role = config.str('role') ?? '';
  const allowed = SELECTABLE.get(role.toLowerCase());
  const entries = config.list('selectors');
  for (const entry of entries) {
    const asked = entry.str('role') ?? '';
    if (!allowed) judge.reject(config, 'role', 'sd-role-unknown', { role });
    else if (!allowed.includes(asked.toLowerCase()))
      judge.reject(entry, 'role', 'sd-selector-role', { role, asked, allowed: allowed.join(', ') });
  }
  for (const entry of entries) {
    const [field, label] = [entry.str('field'), entry.str('label')];
    if (field !== null && !isFieldSelector(field)) judge.reject(entry, 'field', 'sd-selector-unreadable', { selector: field });
    if (label !== null && !isLabelSelector(label)) judge.reject(entry, 'label', 'sd-selector-unreadable', { selector: label });
  }
}

/** resource_selector.go validateKubernetesSDConfigs */
export const kubernetes: Discovery = {
  field: 'kubernetesSDConfigs',
  checks: [basicAuth, authorization, oauth2, tls, proxy, ownNamespace, selectors],
};
