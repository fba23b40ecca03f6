import type { HelpOf } from '../../help.ts';

export const rules: HelpOf<'rule'> = {
  'rule-unfed': {
    why: '表达式要求的标签值，输入中没有任何目标具有。job 的名称来自 Service 和 jobLabel，因此 Service 改名就足以造成这种情况。',
    symptom: '告警永远不会触发，记录的序列或面板一直为空，也没有任何错误日志。',
    fix: '请改用目标具有的值，或给目标加上该标签。',
  },
  'rule-not-selected': {
    why: 'Prometheus 只评估标签符合其 ruleSelector、且命名空间符合其 ruleNamespaceSelector 的 PrometheusRule。',
    symptom: '规则页面上没有这个组。',
    fix: '请给该对象或其命名空间加上标签，或放宽选择器。',
  },
  'rule-invalid': {
    why: 'Operator 会解析每个表达式和时长，只要有一处错误就不采用整个对象。',
    symptom: '规则页面上没有该对象的任何组，operator 的日志会说明原因。',
    fix: '请修正所指出的规则。',
  },
};
