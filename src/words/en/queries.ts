import type { Area } from '../types.ts';

/** Rules and dashboards: what feeds them, and what is wrong with them. */
export const queries = {
  'rule-unfed.alert': 'Alert {name} can never fire: no chain brings series with {matcher}. Values here: {has}.',
  'rule-unfed.record': 'The recording rule {name} never has a result: no chain brings series with {matcher}. Values here: {has}.',
  'rule-unfed.panel': 'Panel “{name}” of {group} stays empty: no chain brings series with {matcher}. Values here: {has}.',
  'rule-unfed.variable': 'The variable {name} of {group} stays empty: no chain brings series with {matcher}. Values here: {has}.',
  'rule-unfed.annotation': 'The annotation {name} of {group} never appears: no chain brings series with {matcher}. Values here: {has}.',
  'rule-unfed.always': '{name} asks whether {matcher} is absent. No chain brings it, so the answer is always yes.',
  'rule-unfed.unscraped':
    '{name} asks for {matcher}. The chain {chain} has it, but no Prometheus that evaluates the rule scrapes that chain.',
  'rule-unfed.do': 'Give the target the label the expression asks for, or ask for one that it has.',
  'rule-not-selected.nil-selector': 'Nobody evaluates {object}: {prometheus} has no ruleSelector, and without one it selects no rules.',
  'rule-not-selected.namespace': 'Nobody evaluates {object}: {prometheus} does not look for rules in its namespace, {namespace}.',
  'rule-not-selected.labels': 'Nobody evaluates {object}: {prometheus} wants the label {key} = {wanted}, and the rule has “{got}”.',
  'rule-not-selected.do': 'Give the PrometheusRule (or its namespace) the labels Prometheus selects by, or widen ruleSelector.',
  'rule-invalid.syntax':
    'The operator rejects {object}: the expression of {name} is not PromQL at line {line}, column {column}: “{detail}”.',
  'rule-invalid.escape':
    'The operator rejects {object}: a string in the expression of {name} has an escape sequence that PromQL does not know, at line {line}, column {column}: “{detail}”. Double the backslash, or use backticks.',
  'rule-invalid.regex':
    'The operator rejects {object}: “{detail}” in the expression of {name} is not a regular expression (line {line}, column {column}).',
  'rule-invalid.empty-selector':
    'The operator rejects {object}: a selector in the expression of {name} would match every series (line {line}, column {column}).',
  'rule-invalid.name-twice':
    'The operator rejects {object}: a selector in the expression of {name} names its metric twice (line {line}, column {column}).',
  'rule-invalid.type':
    'The operator rejects {object}: an operand in the expression of {name} has the wrong type, at line {line}, column {column}: {detail}.',
  'rule-invalid.empty': 'The operator rejects {object}: the expression of {name} is empty.',
  'rule-invalid.no-expr': 'The operator rejects {object}: {name} has no expression.',
  'rule-invalid.no-name': 'The operator rejects {object}: a rule is neither an alert nor a record.',
  'rule-invalid.two-names': 'The operator rejects {object}: {name} is an alert and a record at once.',
  'rule-invalid.record-annotations': 'The operator rejects {object}: the recording rule {name} has annotations.',
  'rule-invalid.record-for': 'The operator rejects {object}: the recording rule {name} has `{field}`, which only alerts may have.',
  'rule-invalid.record-name': 'The operator rejects {object}: braces stand in the name {name}; they belong into the expression.',
  'rule-invalid.label-name': 'The operator rejects {object}: “{name}” is no name for a label.',
  'rule-invalid.group-name': 'The operator rejects {object}: a group has no name.',
  'rule-invalid.group-repeated': 'The operator rejects {object}: two groups are called {group}.',
  'rule-invalid.duration': 'The operator rejects {object}: {value} is no duration.',
  'rule-invalid.too-large': 'The operator rejects {object}: more than 512 KiB do not fit into a rule file.',
  'rule-invalid.do': 'One fault rejects the whole object, and all of its rules are missing. Correct it.',
  'verdict.fed': 'fed by chains of the input',
  'verdict.no-chain': 'no chain feeds it',
  'verdict.always': 'always has a result, since nothing is there',
  'verdict.constant': 'needs no series',
  'verdict.unknown': 'the input does not tell what feeds it',
  'open.no-prometheus': 'no Prometheus in the input: whoever evaluates it may scrape more',
  'open.no-chains': 'no chain of the input is scraped by who evaluates it',
  'open.additional-scrape-configs': '{object} has scrape configurations the input does not show',
  'open.remote': '{object} receives or reads series from elsewhere',
  'open.thanos-ruler': '{object} asks servers the input does not show',
  'error.syntax': 'not PromQL',
  'error.escape': 'no such escape sequence in a string',
  'error.regex': 'not a regular expression',
  'error.empty-selector': 'a selector needs at least one matcher that is not satisfied by the empty value',
  'error.name-twice': 'a selector names its metric twice',
  'error.type': 'an operand is of the wrong type',
  'error.empty': 'no expression',
  'error.too-long': 'too long to be looked into',
  'error.too-deep': 'nested too deep to be followed',
  'error.template': 'a template that is still to be filled in',
} as const satisfies Area;
