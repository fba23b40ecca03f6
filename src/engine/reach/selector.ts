import type { NamespaceInfo } from '../cluster/index.ts';
import { type Labels, meets, type Requirement, type Selector } from '../objects/index.ts';
import { and, type Tri } from './tri.ts';

/** The one Namespace label the API server sets itself, so it is known even where the Namespace is not in the input. */
const NAME_LABEL = 'kubernetes.io/metadata.name';

/** metav1.LabelSelector against known labels (apimachinery labels.Requirement.Matches). An invalid selector selects nothing. */
export function selects(selector: Selector, labels: Labels): boolean {
  return selector.invalid === null && selector.requirements.every((r) => meets(r, labelOf(labels, r.key)));
}

/** A namespaceSelector: unknown where it asks for labels of a Namespace that is not in the input. */
export function selectsNamespace(selector: Selector, namespace: NamespaceInfo): Tri {
  if (selector.invalid !== null) return false;
  return and(...selector.requirements.map((r) => requirementHolds(r, namespace)));
}

/** One requirement of a namespaceSelector. */
export const requirementHolds = (r: Requirement, namespace: NamespaceInfo): Tri =>
  namespace.known || r.key === NAME_LABEL ? meets(r, labelOf(namespace.labels, r.key)) : null;

export const labelOf = (labels: Labels, key: string): string | undefined => (Object.hasOwn(labels, key) ? labels[key] : undefined);
