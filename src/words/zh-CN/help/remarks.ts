import type { HelpOf } from '../../help.ts';

export const remarks: HelpOf<'remark'> = {
  'token-in-clear': {
    why: 'endpoint 会发送凭据，而途中没有加密。通常是移除带 TLS 的代理之后遗留下来的。',
    symptom: '目标为 up。能读到节点流量的人就能读到令牌并使用它。',
    fix: '若没有人要求凭据，请删除；否则请改用 https。',
  },
  'proxy-bypass': {
    why: '代理之后的进程监听所有地址，而不只是回环地址。',
    symptom: '无需令牌即可在它自己的端口上读到同样的指标。',
    fix: '让它监听 127.0.0.1，或用 NetworkPolicy 只放行代理的端口。',
  },
  'proxy-rbac-missing': {
    why: '代理向 API 服务器询问令牌属于谁、该账号可以做什么。它自己的服务账号需要有询问的权限。',
    symptom: '每次抓取都得到 401 或 500，代理的日志说它无权创建这些 review。',
    fix: '请用 ClusterRoleBinding 给它绑定对 tokenreviews 和 subjectaccessreviews 有 create 权限的 ClusterRole。',
  },
  'policy-not-evaluated': {
    why: '网络插件和服务网格有自己的策略。这里只识别它们，不求值。',
    symptom: '若这样的策略关闭了端口，目标会因超时或连接被重置而 down。',
    fix: '请查看所列出的策略。',
  },
  'scrape-rbac-missing': {
    why: '服务器向 API 服务器询问 Prometheus 的账号是否可以读取该路径或资源，而输入中没有绑定授予这一权限。',
    symptom: '目标为 down：“server returned HTTP status 403 Forbidden”。',
    fix: '请绑定对该 nonResourceURL（或代理所配置的资源）有 get 权限的 ClusterRole。路径需要 ClusterRoleBinding。',
  },
  'proxy-path-refused': {
    why: '设置了 --allow-paths 时，代理在要求令牌之前就对其他路径回答 404。',
    symptom: '目标为 down：“server returned HTTP status 404 Not Found”。',
    fix: '请把该路径加入 --allow-paths，或请求其中已有的路径。',
  },
  'endpoints-differ': {
    why: '清单与集群导出的内容取自不同时刻，或期间有人改动了对象。',
    symptom: 'Prometheus 的目标以真实的 endpoints 为准，而不是清单。',
    fix: '请取同一时刻的内容；若以清单为准，请应用清单。',
  },
  'unbuilt-kustomization': {
    why: 'kustomization 在构建时会添加和修改字段。输入中的文件是构建之前的样子。',
    symptom: '集群中的名称、命名空间、标签或补丁与此处显示的不同。',
    fix: '请先构建，再用它的输出代替这些文件。',
  },
  'reference-not-in-input': {
    why: 'Operator 检查对象时会读取这个 Secret 或 ConfigMap。从输入无法得知它是否存在。',
    symptom: '若它或其中的键不存在，operator 会跳过整个对象。',
    fix: '请把它加入输入，或确认它在监控对象的命名空间中。',
  },
  'path-not-served': {
    why: '某个参数把指标移到了别的路径，或该端口不提供指标。',
    symptom: '目标为 down：“server returned HTTP status 404 Not Found”，或关于页面内容类型的错误。',
    fix: '请使用该进程提供指标的路径。',
  },
  'node-open': {
    why: '进程通过主机网络或 hostPort 监听节点的地址，并且不验证任何人的身份。',
    symptom: '凡能访问该节点的机器都能读到指标。',
    fix: '在可信网络中可以接受。否则请在前面放一个带 TLS 并要求令牌的代理，或在节点上关闭该端口。',
  },
  'job-label-missing': {
    why: 'jobLabel 是一个标签的键。若 Service（PodMonitor 则为 Pod）没有该标签，job 就以 Service 或 PodMonitor 命名。',
    symptom: '目标为 up，但按预期 job 查询的告警和仪表板什么都找不到。',
    fix: '请加上该标签，改用已有的标签，或去掉 jobLabel。',
  },
  'probe-mismatch': {
    why: 'kubelet 按探测中的端口和协议请求 Pod 的地址，不带令牌。监听方式改变时，探测也要随之改变。',
    symptom: '容器不断重启，或一直不就绪。Prometheus 也会抓取未就绪的 Pod。',
    fix: '让探测的端口和协议与监听进程一致。在 kube-rbac-proxy 之后，请把该路径写入 --ignore-paths。',
  },
  'prometheus-paused': {
    why: '设置了 spec.paused 时，operator 不再改动该 Prometheus 及其配置。',
    symptom: '新增或修改的监控对象不起作用，之前已配置的仍会被抓取。',
    fix: '请取消暂停。',
  },
  'prometheus-rejected': {
    why: 'Operator 在写入配置之前会检查 Prometheus 对象本身：版本、间隔、scrape class 和 Secret。只要有一处错误，整份配置都不会生成。',
    symptom: '配置保持原样。Operator 不断记录该错误，Prometheus 的状态条件 Reconciled 为 False。',
    fix: '请修正消息中指出的字段。',
  },
  'no-replicas': {
    why: '副本数为 0，控制器不创建 Pod，Service 也就没有 endpoints。',
    symptom: 'Job 的目标数为 0。',
    fix: '请扩容。若由其他组件在需要时设置副本数，则没有问题。',
  },
  'operator-ignores': {
    why: '参数规定了 operator 查看哪些命名空间、负责哪些 Prometheus 对象。注解 operator.prometheus.io/controller-id 必须与它的 --controller-id 相同。',
    symptom: '什么都不会发生：Prometheus 没有 Pod，或监控对象没有 job。',
    fix: '请放宽参数，或移动对象；若本应由另一个 operator 负责，则没有问题。',
  },
  sharded: {
    why: '目标按地址的哈希分配到各个分片，所有分片的配置相同。',
    symptom: '同一目标在一个分片上被最后的规则丢弃，在另一个分片上被抓取。',
    fix: '请查看所有分片，或在汇总各分片序列的地方查询。',
  },
  'namespace-label': {
    why: 'enforcedNamespaceLabel 把监控对象的命名空间写到所有序列上。没有 honorLabels 时，进程自己的 namespace 标签会改名为 exported_namespace。',
    symptom: '目标为 up，但按 Pod 或所描述对象的命名空间查询的规则什么都找不到。',
    fix: '请用 excludedFromEnforcement 排除该监控对象；若进程描述的是其他对象，请设置 honorLabels；否则按实际标签查询。',
  },
  'port-not-opened': {
    why: '容器声明了该端口，而其中的程序按参数或默认值监听另一个端口。仍可能有此处未知的进程在那里监听。',
    symptom: '目标很可能为 down：connect: connection refused。',
    fix: '让声明的端口与监听地址一致。',
  },
  'rights-unknown': {
    why: '绑定所指的角色不在输入中，或者输入中没有任何绑定指向该服务账号。',
    symptom: '也许一切正常。若确实缺少权限，服务发现会一无所获，或者抓取得到 403 Forbidden。',
    fix: '把角色及其绑定加入输入，或者更正绑定中的名称。',
  },
  'undefined-variable': {
    why: '只有容器定义了同名变量时，Kubernetes 才会替换参数中的 $(NAME)；否则文本保持原样。',
    symptom: '进程启动时因为地址无效而退出，或者监听在并非本意的地方。',
    fix: '在容器的 env 中定义该变量，或直接写出地址。',
  },
  'tls-unverifiable': {
    why: '没有证书的 kube-rbac-proxy 会为主机名自行生成一个，没有可信的签发者。tlsConfig 中的文件必须通过 spec.secrets 或 spec.configMaps 挂载到 Prometheus 的 Pod 中。',
    symptom:
      'x509: cannot validate certificate … because it doesn’t contain any IP SANs，或 certificate signed by unknown authority。缺少文件时根本不列出目标，只有日志说明原因。',
    fix: '设置 insecureSkipVerify；或给服务器配置名称相符的证书，并在 endpoint 上写明签发它的机构。',
  },
  'credentials-file-missing': {
    why: 'bearerTokenFile 指 Prometheus 的 Pod 中的文件。operator 会挂载服务账号的令牌，以及 spec.secrets 和 spec.configMaps 所列的内容。',
    symptom: '目标为 down：unable to read authorization credentials … no such file or directory。',
    fix: '更正路径，通过 spec.secrets 挂载该 Secret，或在 authorization.credentials 中引用它。',
  },
  'duplicate-scrape': {
    why: '两个 Service、endpoint 或监控对象让同一个 Prometheus 抓取同一批 Pod 的同一端口。最常见的原因是普通 Service 旁边有一个标签相同的 headless Service。',
    symptom: '两个目标都为 up。所有序列都出现两次，求和结果翻倍；若标签也相同，样本会因重复而被拒绝。',
    fix: '请用只有其中一个才有的标签来选择，或删除其中一个。',
  },
};
