import type { HelpOf } from '../../help.ts';

export const warnings: HelpOf<'warning'> = {
  'host-network': {
    why: '使用主机网络的 Pod，其流量就是节点的流量。NetworkPolicy 对它的含义没有定义，多数网络插件会忽略。',
    symptom: '策略看似关闭了端口，实际仍可访问；策略中写错的端口也不会被发现。',
    fix: '不要依赖这条策略。真正保护端口的是要求令牌的代理，或节点的防火墙。',
  },
  'auth-missing': {
    why: '监听该端口的进程要求每个调用者提供令牌或密码，而 endpoint 没有发送。',
    symptom: '目标为 down：“server returned HTTP status 401 Unauthorized”。',
    fix: '请添加带令牌的 authorization；若要求密码，则添加 basicAuth。',
  },
  'netpol-unknown': {
    why: '策略的某条规则要求输入中没有的 Namespace 的标签，或要求某个地址段。',
    symptom: '若该规则不放行 Prometheus，目标会因超时而 down。',
    fix: '请把该 Namespace 加入输入。若是地址段，请与 Pod 的地址比较。',
  },
  'no-prometheus': {
    why: '输入中没有 Prometheus 或 PrometheusAgent，因此没有可供检查的选择器、权限和策略。',
    symptom: '无法判断这个 job 是否存在。',
    fix: '请把 Prometheus 对象连同其命名空间和服务账号加入输入。',
  },
  'undeclared-port': {
    why: 'Service 可以指向没有容器声明的端口。流量能到达，只是 Prometheus 无法知道它属于哪个容器。',
    symptom: '目标为 up，但它的序列没有 container 标签。',
    fix: '请在容器上声明该端口。',
  },
  'port-owner-differs': {
    why: 'Prometheus 的 container 标签取自声明该端口的容器，而不是监听它的容器。',
    symptom: '目标为 up，但 container 标签不是实际应答的容器。',
    fix: '请在监听该端口的容器上声明它。',
  },
  'multiple-services': {
    why: '监控对象的选择器匹配多个 Service，每个都带来自己的目标。',
    symptom: '位于多个 Service 之后的 Pod 会被每个 Service 各抓取一次，service 和 job 标签不同。',
    fix: '若非本意，请使用只有其中一个 Service 才有的标签。',
  },
  'address-rewritten': {
    why: '有一条 relabeling 改写了目标的地址、协议或路径。',
    symptom: '目标页面上的 URL 与 endpoint 的端口和路径不同。',
    fix: '若是本意则无需处理。目标标签页会显示能够得知的 URL。',
  },
  'workload-without-port': {
    why: 'Service 之后有多个工作负载，这一个没有 targetPort 所要求名称的容器端口。',
    symptom: '目标中缺少它的 Pod，而其他工作负载的都在。',
    fix: '请在它的容器上也命名该端口，或让 Service 的选择器不包含它的 Pod。',
  },
  'scheme-unknown': {
    why: '该镜像的参数在此未知，或它的设置在 Secret 中。端口名称什么都证明不了。',
    symptom: '若猜错协议：状态码 400，或“server gave HTTP response to HTTPS client”。',
    fix: '请用 curl 分别以 http 和 https 访问该端口。',
  },
  'operator-generated': {
    why: '这些 Pod 由 operator 根据自定义资源创建，此处按它的做法显示。',
    symptom: '没有这些 Pod 的清单。',
    fix: '没有问题。要修改它们，请修改自定义资源。',
  },
  'selects-all': {
    why: '没有任何要求的选择器匹配所有对象。',
    symptom: '命名空间中凡有该端口的 Service 都会被抓取，新增的也一样。',
    fix: '若非本意，请要求一个标签。',
  },
  'control-plane-pods': {
    why: '控制平面以静态 Pod 运行，由节点的 kubelet 从文件读取；清单集中不包含它们。',
    symptom: '托管集群上没有这样的 Pod，job 的目标数为 0。',
    fix: '自建控制平面时无需处理。否则可以删除该监控对象。',
  },
  'upstream-assumed': {
    why: '代理没有参数说明它请求谁，或已知没有进程在那里监听。剩下一个可能的容器。',
    symptom: '若其实是另一个容器，则关于代理之后那一跳的说法不成立。',
    fix: '请在代理的命令行中写明 upstream。',
  },
  'relabel-unknown': {
    why: '某条 keep 或 drop 规则所看的标签只在 Pod 运行时才有，例如节点名称。',
    symptom: '部分或全部目标可能被丢弃。',
    fix: '请查看 Service Discovery 页面，或把运行中的 Pod 加入输入。',
  },
  'all-ports': {
    why: '没有 port 和 targetPort 的 endpoint 会保留所有 endpoint 端口，以及容器声明的其余所有端口。',
    symptom: '不提供指标的端口会成为 down 的目标，有些还会被抓取两次。',
    fix: '请写明端口。',
  },
  'tls-name': {
    why: 'Prometheus 按地址请求 Pod，因此证书必须对该地址有效；而证书通常是为名称签发的。',
    symptom: '目标为 down：“x509: cannot validate certificate for … because it doesn’t contain any IP SANs”。',
    fix: '请把 tlsConfig.serverName 设为证书中的名称并给出它的 ca，或用 insecureSkipVerify 接受任何证书。',
  },
};
