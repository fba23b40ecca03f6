import type { HelpOf } from '../../help.ts';

/** Rules and dashboards. */
export const rules: HelpOf<'rule'> = {
  'rule-unfed': {
    why: 'The expression asks for a label value that no target of the input has. Job names come from Services and from jobLabel, so a renamed Service is enough.',
    symptom: 'The alert never fires, the recorded series or the panel stays empty; nothing logs an error.',
    fix: 'Ask for a value that the targets have, or give the targets the label.',
  },
  'rule-not-selected': {
    why: 'A Prometheus evaluates only PrometheusRules whose labels its ruleSelector asks for, in namespaces that its ruleNamespaceSelector asks for.',
    symptom: 'The group is missing from the rules page.',
    fix: 'Give the object, or its namespace, the label; or widen the selector.',
  },
  'rule-invalid': {
    why: 'The operator parses every expression and duration, and leaves out an object of which one is wrong.',
    symptom: 'All groups of the object are missing from the rules page, and the operator logs why.',
    fix: 'Correct the rule that is named.',
  },
};
