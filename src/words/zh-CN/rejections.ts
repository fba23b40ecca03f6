import type { rejections as source } from '../en/rejections.ts';
import type { Translated } from '../types.ts';

export const rejections: Translated<typeof source> = {
  'selector-invalid': '选择器无法使用（{why}）。In 和 NotIn 必须带 values，Exists 和 DoesNotExist 不能带。',
  'selector-mechanism-too-new': 'RoleSelector 需要 Prometheus {since}，而这里是 {version}。请使用 RelabelConfig，或升级 Prometheus。',
  'scrape-class-unknown': 'Prometheus 没有名为“{name}”的 scrape class。请在 spec.scrapeClasses 下添加，或改用已有的名称。',
  'file-access-denied': '{field} 引用了文件，而 Prometheus 禁止访问文件（arbitraryFSAccessThroughSMs）。请改为引用 Secret。',

  'auth-given-twice': '同时给出了 {first} 和 {second}，只允许一种认证方式。请去掉其中一个，即使它是空的。',
  'authorization-basic': 'authorization 的类型不能是 Basic。请使用 basicAuth。',
  'authorization-credentials-missing': 'authorization 没有 credentials。请引用保存凭据的 Secret 键。',
  'oauth2-field-missing': 'oauth2 缺少 {field}。请补上。',
  'reference-incomplete': '引用必须写明 Secret 或 ConfigMap 的名称及其中的键。请两项都填写。',
  'secret-and-configmap': '同时给出了 Secret 和 ConfigMap。请只保留一个。',
  'object-not-found': '{kind} {namespace}/{name} 不存在。它必须在这个命名空间中；请创建它，或更正名称。',
  'key-not-found': '{kind} {namespace}/{name} 中没有键“{key}”。请添加该键，或更正键名。',

  'tls-given-twice': '同时给出了 {first} 和 {second}。请只保留一个。',
  'tls-cert-without-key': '有客户端证书但没有私钥。请添加 keySecret（或 keyFile），或去掉证书。',
  'tls-key-without-cert': '有客户端私钥但没有证书。请添加 cert（或 certFile），或去掉私钥。',
  'tls-version-range': 'maxVersion {max} 低于 minVersion {min}。请对调，或去掉其中一个。',
  'not-pem': '{field} 所引用的内容不是 PEM 格式。请连同 BEGIN 和 END 行一起保存。',

  'proxy-given-twice': '给出了 proxyUrl，同时 proxyFromEnvironment 为 true。请只保留一个。',
  'proxy-headers-without-proxy': '给出了 proxyConnectHeader，却没有代理。请添加 proxyUrl，或设置 proxyFromEnvironment。',
  'no-proxy-with-environment': 'noProxy 不能与 proxyFromEnvironment 同时使用，后者自带排除列表。请去掉 noProxy。',
  'no-proxy-without-proxy': '给出了 noProxy，却没有 proxyUrl。请添加 proxyUrl，或去掉 noProxy。',
  'proxy-header-empty': '代理请求头“{header}”没有值。请引用一个 Secret，或去掉该请求头。',
  'proxy-url-invalid': '“{url}”不是 URL。请更正 proxyUrl；其中的变量不会被替换。',

  'duration-invalid': '“{value}”不是时长。请写成 30s、1m 或 1h30m 的形式。',
  'timeout-over-interval': 'scrapeTimeout {timeout} 比抓取间隔 {interval} 还长。请缩短它，或加大间隔。',

  'relabel-action-too-new': 'relabeling 动作 {action} 需要 Prometheus {since}，而这里是 {version}。请升级 Prometheus，或换用其他动作。',
  'relabel-regex-invalid': '“{regex}”不是 RE2 语法的正则表达式。请更正。',
  'relabel-modulus-missing': 'hashmod 需要大于 0 的 modulus。请补上。',
  'relabel-target-missing': 'relabeling 动作 {action} 需要 targetLabel。请补上。',
  'relabel-target-invalid': '在 Prometheus {version} 中“{label}”不能作为标签名。请使用字母、数字和下划线。',
  'relabel-replacement-invalid':
    '在 Prometheus {version} 中 labelmap 无法由“{label}”得到标签名。请使用字母、数字、下划线以及 $1 这样的分组。',
  'relabel-extra-field': 'relabeling 动作 {action} 不接受 {field}。请去掉它。',
  'label-name-invalid': '这里“{name}”不能作为标签名。请使用字母、数字和下划线，且不以数字开头。',

  'probe-targets-missing': 'Probe 既没有 targets.staticConfig 也没有 targets.ingress。请添加其中一个。',
  'prober-url-invalid': '“{url}”不能作为 prober 的地址。请写成 host 或 host:port，不带 http:// 也不带路径。',

  'scrape-config-too-new':
    '对 Prometheus {version}，Operator 不接受任何 ScrapeConfig：因为 {field}，无论是否用到都要求 {since}。请升级 Prometheus。',
  'sd-too-new': '{field} 需要 Prometheus {since}，而这里是 {version}。请升级 Prometheus。',
  'sd-field-too-new': '{field} 需要 Prometheus {since}，而这里是 {version}。请升级 Prometheus，或去掉该字段。',
  'sd-field-missing': '这种登录方式需要 {field}。请补上。',
  'sd-url-invalid': '{field} 的值“{url}”不能用作地址。请连同协议一起写，例如 http://host:port。',
  'sd-dns-port-missing': '类型为 {type} 的 DNS 记录不含端口。请添加 port，或使用 SRV 类型。',
  'sd-own-namespace-elsewhere': '在 apiServer 所指的集群中，ownNamespace 没有意义。请使用 namespaces.names。',
  'sd-role-unknown': '“{role}”不是有效的 role。请使用 Pod、Service、Endpoints、EndpointSlice、Node 或 Ingress。',
  'sd-selector-role': 'role {role} 不能用 role 为“{asked}”的选择器来限制。可用的有：{allowed}。',
  'sd-selector-unreadable': '无法解析选择器“{selector}”。请按 kubectl get -l 或 --field-selector 的写法书写。',

  'rule-too-large': '规则超过了 {limit} 字节。请拆分成多个 PrometheusRule。',
  'rule-group-unnamed': '有一个规则组没有名称。请为它命名。',
  'rule-group-repeated': '规则组“{group}”出现了不止一次。请重命名其中一个。',
  'rule-unnamed': '这条规则既没有 record 也没有 alert。请添加其中一个。',
  'rule-two-names': '这条规则既是 record“{record}”又是 alert“{alert}”。请拆成两条规则。',
  'rule-expression-missing': '这条规则没有 expr。请补上。',
  'rule-expression-invalid': '表达式不是有效的 PromQL：{why}。请更正。',
  'rule-only-for-alerts': '记录规则“{record}”带有 {field}，它只适用于告警。请去掉它。',
  'rule-record-name': '“{record}”不能作为指标名。请更正 record；表达式应写在 expr 中。',

  'prometheus-version-unreadable': '“{version}”不是版本号，因此不会生成任何配置。请写成 v3.5.0 的形式。',
  'prometheus-version-unsupported': '不支持 Prometheus {version}，因此不会生成任何配置。请使用 2 或 3 版本。',
  'scrape-class-defaults': 'scrape class“{first}”和“{second}”都被设为默认，因此不会生成任何配置。请只保留一个。',

  'schema-required': '缺少 {field}，API 服务器会拒绝这个对象。请补上。',
  'schema-enum': 'API 服务器不接受 {field} 的值“{value}”。可用的有：{expected}。',
  'schema-pattern': 'API 服务器不接受 {field} 的值“{value}”。它必须形如 {expected}。',
  'schema-duration': 'API 服务器不接受 {field} 的值“{value}”。它必须是时长，例如 {expected}。',
  'schema-range': 'API 服务器不接受 {field} 的值 {value}。它必须在 {least} 到 {most} 之间。',
  'schema-field-too-new': '这个版本的 CRD 没有 {field} 字段，kubectl 会拒绝它。请把 CRD 升级到 {since}，或去掉该字段。',
};
