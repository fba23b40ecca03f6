import type { HelpOf } from '../../help.ts';

export const reasons: HelpOf<'reason'> = {
  'operator-rejects': {
    why: 'Operator 会检查 Prometheus 选中的每个对象。只要有一个 endpoint 未通过检查，整个对象就不会写入配置。',
    symptom: '配置和目标列表中都没有这个 job。Operator 的日志中有“skipping object”，并产生 InvalidConfiguration 事件。',
    fix: '请修正消息中指出的字段。被引用的 Secret 或 ConfigMap 必须与监控对象位于同一命名空间。',
  },
  'invalid-field-type': {
    why: 'API 服务器按 CRD 的 schema 检查每个对象，类型、枚举或格式不符的值都会被拒绝。',
    symptom: 'kubectl apply 失败并指出该字段。原有内容保持不变，改动不会生效。',
    fix: '请写成要求的类型。port 是带引号的 Service 端口名称，targetPort 可以是数字。',
  },
  'invalid-selector': {
    why: '选择器中若有未知的运算符，或在不该有 values 的地方写了 values，就什么都选不中；operator 会拒绝该对象。',
    symptom: '配置中没有这个 job，operator 的日志说明跳过了该对象。',
    fix: 'In 和 NotIn 要带 values，Exists 和 DoesNotExist 不带。',
  },
  'monitor-not-selected': {
    why: 'Prometheus 只选中标签符合其选择器、且命名空间标签符合其命名空间选择器的对象。没有选择器就什么都不选；没有命名空间选择器就只看自己的命名空间。',
    symptom: '配置和目标列表中都没有这个 job，也没有任何错误日志。',
    fix: '给监控对象或它的命名空间加上所要求的标签，或放宽 Prometheus 的选择器。{} 表示全选。',
  },
  'no-endpoints': {
    why: 'endpoints 下的每一项生成一个抓取 job。空列表不生成任何 job。',
    symptom: '监控对象会被接受，但配置中没有以它命名的 job。',
    fix: '请添加一项并写明要抓取的端口。',
  },
  'rbac-missing': {
    why: 'Prometheus 用它的服务账号 list 和 watch Service、endpoints 和 Pod 来发现目标。API 服务器只要拒绝其中一个 list，该命名空间就是空的。',
    symptom: 'Job 存在，但目标数为 0。Prometheus 的日志中有“is forbidden: cannot list resource”。',
    fix: '在每个命名空间中绑定对这些资源有 get、list、watch 权限的 Role；要看所有命名空间时绑定 ClusterRole。节点总是需要 ClusterRole。',
  },
  'service-not-found': {
    why: 'ServiceMonitor 看的是 Service 自身的标签，不是 Pod 的标签，也不是 Service 的选择器；并且只看 namespaceSelector 指定的命名空间，没有指定时只看自己的命名空间。',
    symptom: 'Job 的活动目标数为 0。该命名空间中的 Service 显示为被丢弃，或根本没有。',
    fix: '让 Service 的标签与监控对象的选择器一致，并在 namespaceSelector.matchNames 中写明 Service 的命名空间。',
  },
  'external-name-service': {
    why: 'ExternalName 类型的 Service 只是一个 DNS 名称，没有 endpoints，而 Prometheus 发现的正是 endpoints。',
    symptom: 'Job 的目标数为 0。',
    fix: '请写一个带静态目标的 ScrapeConfig，或使用没有选择器、由您自己编写 endpoints 的 Service。',
  },
  'service-without-selector': {
    why: '没有选择器的 Service，控制器不会为它生成 endpoints，必须有人编写，而输入中没有。',
    symptom: '没有 endpoints 时，job 的目标数为 0。',
    fix: '请加入该 Service 的 Endpoints 或 EndpointSlice。EndpointSlice 需要 kubernetes.io/service-name 标签。',
  },
  'port-not-found': {
    why: 'endpoint 的 port 是 Service 端口的名称，即 spec.ports[].name。带引号的数字、容器端口的名称都不是它。对于 PodMonitor，它是容器端口的名称。',
    symptom: 'Job 的活动目标数为 0，该 Service 的目标全部被丢弃。',
    fix: '请使用 Service 中的名称，或给 Service 的端口命名。',
  },
  'no-workload': {
    why: 'Service 或 PodMonitor 的选择器必须与 Pod 的标签相符；对于 Service，还必须在同一命名空间。',
    symptom: 'Service 没有 endpoints，job 发现的目标数为 0。',
    fix: '让 Pod 模板的标签与选择器一致。',
  },
  'target-port-not-found': {
    why: '名称形式的 targetPort 会按名称和协议在每个 Pod 的容器端口中查找。没有该端口的 Pod 会被略过。',
    symptom: 'Service 的 endpoints 中没有这个端口，job 发现的目标数为 0。',
    fix: '让容器端口使用该名称和协议，或在 targetPort 中写数字。',
  },
  'container-port-undeclared': {
    why: 'endpoint 的 targetPort 和 PodMonitor 的端口只在容器声明的端口中挑选。带引号的数字是名称，Service 端口的数字也不是容器端口。',
    symptom: 'Job 的活动目标数为 0，其余全部被丢弃。',
    fix: '在容器上声明该端口，并用名称或不带引号的数字来选择。',
  },
  'dropped-by-relabeling': {
    why: 'keep 规则会丢弃标签值未被其正则从头到尾匹配的目标，drop 规则则丢弃被匹配的目标。',
    symptom: '在 Service Discovery 页面中，该目标列在被丢弃的一栏。',
    fix: '请修正标签或规则的正则；不存在的标签的值为空。',
  },
  'not-tcp': {
    why: '指标通过 HTTP 获取，而 HTTP 基于 TCP。UDP 或 SCTP 端口上没有进程回答这样的请求。',
    symptom: '目标为 down：connection refused。',
    fix: '请选择提供指标的 TCP 端口。',
  },
  'netpol-egress-denied': {
    why: '只要有一条策略为 egress 选中了 Prometheus 的 Pod，就只有 egress 规则列出的流量能出去。端口是 Pod 的端口，不是 Service 的端口。',
    symptom: '目标为 down：context deadline exceeded 或 i/o timeout。',
    fix: '请添加写明这些 Pod 和端口的 egress 规则。',
  },
  'netpol-denied': {
    why: '只要有一条策略为 ingress 选中了这些 Pod，就只有规则放行的流量能进来：要写明 Prometheus 的 Pod、其命名空间，以及 Pod 的端口（不是 Service 的端口）。',
    symptom: '目标为 down：context deadline exceeded 或 i/o timeout，而不是拒绝连接。',
    fix: '请把 Prometheus 的 Pod（连同其命名空间）和该端口加入 ingress 规则。',
  },
  'bind-conflict': {
    why: '同一 Pod 的容器共享网络，使用主机网络的 Pod 共享节点的网络。只要有进程在某一个地址上占用端口，就不能再监听所有地址上的该端口。',
    symptom: '两个容器之一以“bind: address already in use”崩溃。Prometheus 看到什么取决于谁先启动。',
    fix: '让其中一个使用别的端口，或移除不再需要的那一个。',
  },
  'nothing-listens': {
    why: 'Service 端口可以指向任何数字，声明与否都行，但这不会让进程在那里监听。这些 Pod 的程序都是已知的，它们监听的是别处。',
    symptom: '目标为 down：connect: connection refused。通常没有 container 标签。',
    fix: '让 targetPort 和声明的端口与进程的监听地址一致，或反过来。',
  },
  'loopback-only': {
    why: '监听 127.0.0.1 的进程只在 Pod 内部应答；Pod 使用主机网络时，只在该节点上应答。声明端口并不会打开它。',
    symptom: '目标为 down：connect: connection refused。从 Pod 内部或通过 kubectl port-forward 却可以访问。',
    fix: '让它监听 Pod 的地址，或在前面放一个监听该地址的代理。',
  },
  'scheme-mismatch': {
    why: '端口使用什么协议由其后的进程决定，与端口名称无关。endpoint 或中间的代理用了另一种方式请求。',
    symptom:
      '以 http 请求 TLS 端口：“server returned HTTP status 400 Bad Request”。以 https 请求明文端口：“server gave HTTP response to HTTPS client”。在代理之后则是 502。',
    fix: '请把 scheme 设为进程所用的协议。使用 https 时还要考虑 tlsConfig 以及代理可能要求的令牌。',
  },
  'upstream-not-found': {
    why: '代理把请求转发到 Pod 内的一个地址，而没有进程在那里监听。',
    symptom: '目标为 down：“server returned HTTP status 502 Bad Gateway”。',
    fix: '让代理的 upstream 与其后进程的监听地址一致。',
  },
};
