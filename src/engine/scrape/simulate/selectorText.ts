import type { Requirement } from '../../objects/index.ts';

type Wanted = Omit<Requirement, 'at' | 'fromMatchLabels'>;

const TERM =
  /^\s*(?:!\s*(?<absent>[^\s=!,()]+)|(?<key>[^\s=!,()]+)\s*(?:(?<eq>==?|!=)\s*(?<value>[^\s,()]*)|\s(?<op>in|notin)\s*\((?<values>[^)]*)\))?)\s*(?:,|$)/;

/** A selector as the API server takes it in text (apimachinery labels.Parse); null where it does not parse. */
export function parseSelector(text: string): Wanted[] | null {
  const out: Wanted[] = [];
  for (let rest = text; rest.trim() !== ''; ) {
    const found = TERM.exec(rest);
    if (!found?.groups) return null;
    const { absent, key = '', eq, value = '', op, values = '' } = found.groups;
    rest = rest.slice(found[0].length);
    const list = values.split(',').map((v) => v.trim());
    if (absent !== undefined) out.push({ key: absent, operator: 'DoesNotExist', values: [] });
    else if (eq !== undefined) out.push({ key, operator: eq === '!=' ? 'NotIn' : 'In', values: [value] });
    else if (op !== undefined) out.push({ key, operator: op === 'in' ? 'In' : 'NotIn', values: list });
    else out.push({ key, operator: 'Exists', values: [] });
  }
  return out;
}
