import type { HelpOf } from '../../help.ts';

export const objects: HelpOf<'object'> = {
  'duplicate-port-name': {
    why: '端口名称在一个 Service 或一个容器中必须唯一。在 Pod 中，按名称的 targetPort 会找到第一个有该名称的容器。',
    symptom: '同一对象内重复会被 API 服务器拒绝：Duplicate value。跨容器重复时，Service 指向第一个容器，另一个永远不会经由它被抓取。',
    fix: '给每个端口各自的名称，并让 targetPort 和 endpoint 指向真正想要的那个。',
  },
  'invalid-port-name': {
    why: '容器端口名最多 15 个小写字母、数字和连字符，且至少含一个字母；Service 端口名是最多 63 个字符的 DNS 标签。',
    symptom: 'API 服务器拒绝整个对象，其中的任何内容都不会运行。',
    fix: '缩短名称或改用小写，并同时修改所有引用它的地方。',
  },
  'quoted-number': {
    why: '在既可写名称又可写数字的地方，引号使它成为名称。容器端口不会有纯数字的名称。',
    symptom: 'API 服务器拒绝该对象，或者永远找不到端口：端点为空、探针失败、策略什么也不放行。',
    fix: '去掉引号，或写端口的名称。',
  },
  'misplaced-field': {
    why: '该字段存在，但在对象的另一个位置。缩进过多或过少，它就属于别的字段。',
    symptom: 'API 服务器会悄悄丢弃它：kubectl apply 最多警告未知字段，对象的行为就像没有写它一样。',
    fix: '把它移到应在的位置。',
  },
  'unknown-field': {
    why: '该类型在此处没有这个名称的字段：可能拼写有误，或属于其他版本、其他类型。',
    symptom: 'API 服务器会悄悄丢弃它，并使用默认值。',
    fix: '更正拼写或删除它。用 kubectl explain 可以查看某个版本支持的字段。',
  },
};
