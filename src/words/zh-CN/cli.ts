import type { cli as source } from '../en/cli.ts';
import type { Translated } from '../types.ts';

const PATHS = `PATH 可以是文件、文件夹（包括其下所有内容，.git 和 node_modules 除外）、归档（.zip、.tar、.tar.gz、.gz），
或用 - 表示标准输入。
`;
const COMMON = `  --default-namespace NS     未写明命名空间的对象所属的命名空间（默认：default）
  --operator-version V       所遵循的 operator 版本，例如 v0.80（默认：取自输入，否则为已知最新版）
  --lang en|zh-CN            语句所用的语言（默认：en）
  --quiet                    不在标准错误上输出消息
  --help                     本说明
`;

export const cli: Translated<typeof source> = {
  usage: `linkchain 让 Prometheus Operator 安装中的抓取链路一目了然。

用法：linkchain COMMAND [OPTIONS] PATH...

命令：
  report          所有链路及其问题
  check           像编译器一样列出检查结果；也可输出 JSON、SARIF 和 Markdown
  explain         用文字说明一条链路，或解读粘贴的错误
  forecast        curl、浏览器和 Prometheus 会在一条链路上看到什么，以及原因
  scrape-config   operator 会写出的抓取配置（YAML）
  targets         一条链路的目标：发现了哪些、哪条规则丢弃了哪些、保留了哪些
  patch           一条链路的目标（http、https、outside、fix:CODE……），加以证明，输出 diff、文件或补丁
  draw            一条或所有链路的图：SVG、Mermaid 或 DOT

运行 "linkchain COMMAND --help" 查看某个命令的选项和示例。
`,
  'help.report': `列出清单中的所有抓取链路，问题最严重的在前，并说明问题所在和抓取的目标。

用法：linkchain report [OPTIONS] PATH...

${PATHS}
选项：
  --format text|json         便于阅读的表格，或 JSON 报告（默认：text）
${COMMON}
退出码：0 表示没有问题（包括信息不全和外部链路）；1 表示有链路断开或部分断开，或有错误级别的发现；
2 表示参数不可用，或没有读到任何清单。

示例：
  linkchain report manifests/
  linkchain report --format json manifests.zip > report.json
  kubectl get servicemonitors,services,pods,deployments,daemonsets -A -o yaml | linkchain report -
  helm template monitoring ./chart | linkchain report --default-namespace monitoring -
`,
  'help.scrape-config': `输出 operator 会写出的抓取配置，清单中的每个 Prometheus 对应一个 YAML 文档。

用法：linkchain scrape-config [OPTIONS] PATH...

${PATHS}
从不读取 Secret 的值，而以写明其名称的占位符代替。operator 拒绝的对象不产生抓取任务，
会连同原因和所在行在标准错误上列出；如果被拒绝的是 Prometheus 本身，输出的是去除该问题后会写出的配置。

选项：
${COMMON}
退出码：0 表示清单中的链路没有问题（包括信息不全和外部链路）；1 表示有链路断开或部分断开、
有错误级别的发现，或 operator 拒绝了某个 Prometheus；2 表示参数不可用，或没有读到任何清单。

示例：
  linkchain scrape-config manifests/ > scrape-configs.yaml
  linkchain scrape-config --operator-version v0.80 manifests.zip
  helm template monitoring ./chart | linkchain scrape-config --default-namespace monitoring -
`,
  'help.check': `像编译器一样列出清单中的问题，每条都带位置和代码。

用法：linkchain check [OPTIONS] PATH...

${PATHS}
选项：
  --format text|json|sarif|markdown
                             便于阅读的行、JSON、用于代码扫描的 SARIF 2.1.0，或合并请求的评论（默认：text）
  --all                      也读取不起作用的类型的正文
${COMMON}
可以用注释忽略一条结果，写在该行或其上一行（写在文档第一行之前则对整个文档生效）：
  # linkchain: silence CODE: 理由
也可以写在 .linkchain.yaml 中，对其所在目录及下级目录生效；object 和 chain 可以包含 *：
  silence:
  - {code: CODE, object: Kind/namespace/name, reason: 理由}

退出码：0 表示没有剩下错误；1 表示还有错误，或有链路断开或部分断开；被忽略的错误以及只剩这类错误的链路不计；
2 表示参数不可用，或没有读到任何清单。

示例：
  linkchain check manifests/
  linkchain check --format sarif manifests/ > linkchain.sarif
  kustomize build . | linkchain check -
`,
  'help.explain': `逐跳用文字说明一条链路，以及从外部读取它的办法；或解读一条错误，并指出它与哪条链路有关。

用法：linkchain explain --chain ID [OPTIONS] PATH...
      linkchain explain --error TEXT [OPTIONS] [PATH...]

${PATHS}
选项：
  --chain ID                 链路，名称与 linkchain report 中相同：Kind/namespace/name#endpoint
  --error TEXT               目标的错误、curl 或浏览器的报错、日志行或事件；- 表示读取标准输入
${COMMON}
使用 --chain 时的退出码：0 表示这条链路没有问题（包括信息不全和外部链路）；1 表示它断开或部分断开，或有错误级别的发现。
使用 --error 时：0 表示能够识别，1 表示不能识别。2 表示参数不可用、没有这条链路，或没有读到任何清单。

示例：
  linkchain explain --chain ServiceMonitor/monitoring/node-exporter#0 manifests/
  linkchain explain --error 'server returned HTTP status 400 Bad Request' manifests/
  kubectl logs -n monitoring prometheus-k8s-0 | linkchain explain --error - manifests/
`,
  'takes-no-error': '{command} 不接受 --error。',
  'severity.error': '错误',
  'severity.warning': '警告',
  'severity.info': '提示',
  silenced: '已忽略 {count} 条',
  'silenced.why': '已忽略：{reason}',
  'objects.title': '链路之外：',
  'takes-no-all': '{command} 不接受 --all。',
  'help-part.why': '原因：',
  'help-part.symptom': '现象：',
  'help-part.fix': '办法：',
  'markdown.severity': '程度',
  'markdown.code': '代码',
  'markdown.place': '位置',
  'markdown.finding': '结果',
  'sarif.base': '被检查文件所在的目录。',
  'help.forecast': `输出从 Pod 内部到集群外部，curl、浏览器和 Prometheus 会在一条链路上看到什么、原因，以及可以尝试的命令。

用法：linkchain forecast --chain ID [OPTIONS] PATH...

${PATHS}
选项：
  --chain ID                 链路，名称与 linkchain report 中相同：Kind/namespace/name#endpoint
  --format text|json         便于阅读的列表，或全部内容的 JSON（默认：text）
${COMMON}
退出码：0 表示这条链路没有问题（包括信息不全和外部链路）；1 表示它断开或部分断开，或有错误级别的发现；
2 表示参数不可用、没有这条链路，或没有读到任何清单。

示例：
  linkchain forecast --chain ServiceMonitor/monitoring/node-exporter#0 manifests/
  linkchain forecast --chain PodMonitor/shop/cart#0 --format json manifests.zip > forecast.json
`,
  'forecast.why': '原因：',
  'help.patch': `为一条链路达成目标，重新读取结果加以证明，并以可直接应用的形式输出变更。

用法：linkchain patch --chain ID --goal GOAL [选项] PATH...

${PATHS}
目标：http、https（全程如此抓取），outside（可从集群外读取），tidy-names（端口名称与协议一致），fix:CODE（消除该代码的发现）。
可给出多个，依次达成。

选项：
  --chain ID                 链路，名称同 linkchain report：Kind/namespace/name#endpoint
  --goal GOAL                想要的结果；可多次给出
  --strategy ID              采用的途径（默认：能兑现承诺的最安全途径）
  --names keep|tidy          端口是否改名为其协议（默认：keep）
  --secret NAME              自行提供 TLS 的进程所用证书的 Secret
  --remove-rights            同时删除仅被移除的代理使用的 RBAC 对象
  --format diff|files|json6902|kustomize|kubectl|rollback|values|jsonnet|markdown
                             供 git apply 和 patch -p1 使用的 diff、完整文件、带校验的 JSON patch、kustomization、kubectl 命令、
                             回滚、kube-prometheus-stack 的 values 或 kube-prometheus 的 jsonnet（node-exporter），或合并请求的说明（默认：diff；有 --out 时：files）
  --out DIR                  写入 DIR；--format files 写出全部输入文件，无论是否改动
  --write                    就地修改 PATH 中的文件
${COMMON}
退出状态：全部目标达成为 0；有目标被拒绝为 1（原因见标准错误）；参数不可用、没有该链路或读不到清单为 2。

示例：
  linkchain patch --chain ServiceMonitor/monitoring/node-exporter#0 --goal http manifests/ | git apply
  linkchain patch --chain ServiceMonitor/monitoring/node-exporter#0 --goal outside --strategy token-reader --write manifests/
  linkchain patch --chain ServiceMonitor/shop/cart#0 --goal fix:port-not-found --format kustomize --out overlay manifests/
`,
  'help.targets': `输出 Prometheus 会为一条链路发现哪些目标、保留哪些及其标签，以及其余目标被哪条规则丢弃。

用法：linkchain targets --chain ID [OPTIONS] PATH...

${PATHS}
选项：
  --chain ID                 链路，名称与 linkchain report 中相同：Kind/namespace/name#endpoint
  --format text|json         便于阅读的列表，或全部内容的 JSON（默认：text）
${COMMON}
退出码：0 表示这条链路没有问题（包括信息不全和外部链路）；1 表示它断开或部分断开，或有错误级别的发现；
2 表示参数不可用、没有这条链路，或没有读到任何清单。

示例：
  linkchain targets --chain ServiceMonitor/monitoring/node-exporter#0 manifests/
  linkchain targets --chain Probe/monitoring/website#0 --format json manifests.zip > targets.json
`,
  'help.draw': `把一条链路，或以泳道形式把所有链路，画到标准输出。

用法：linkchain draw [OPTIONS] PATH...

${PATHS}
选项：
  --chain ID                 链路，名称与 linkchain report 中相同：Kind/namespace/name#endpoint（默认：所有链路）
  --format svg|mermaid|dot   矢量图、可放入 Markdown 的流程图，或 Graphviz 的语言（默认：svg）
  --theme light|dark         SVG 的配色（默认：light）
${COMMON}
退出码：0 表示已画出，无论链路状况如何；2 表示参数不可用、没有这条链路，或没有读到任何清单。

示例：
  linkchain draw --chain ServiceMonitor/monitoring/node-exporter#0 manifests/ > node-exporter.svg
  linkchain draw --format dot manifests/ | dot -Tpdf > chains.pdf
`,
  'bad-theme': '--theme 的值是“{value}”，可用的值为 {choices}。',
  'unknown-command': '没有“{command}”这个命令。',
  'bad-arguments': '{detail}',
  'bad-format': '--format 的值是“{value}”，可用的值为 {choices}。',
  'bad-lang': '--lang 的值是“{value}”，可用的值为 {choices}。',
  'bad-version': '--operator-version 是“{value}”；它应当是 v0.80 这样的版本。',
  'takes-no-chain': '{command} 针对所有链路，不接受 --chain。',
  'chain-missing': '需要 --chain。输入中有这些链路：',
  'chain-unknown': '没有“{chain}”这条链路。与它最相近的有：',
  'no-prometheus': '输入中没有 Prometheus 或 PrometheusAgent，因此不会写出任何配置。',
  refused: '{prometheus} 不包含 {object}：operator 拒绝了 {field}。{why}',
  'refused.prometheus': '{prometheus} 按现状得不到配置：operator 拒绝了 {field}。{why}',
  'dropped-by': { other: '第 {rule} 条规则（{why}）丢弃了 {count} 个' },
  more: { other: '… 另有 {count} 个' },
  'no-path': '没有给出 PATH。请指定文件或文件夹，或用 - 表示标准输入。',
  'cannot-read': '无法读取 {path}：{detail}',
  'no-manifest': '没有从 {paths} 中读到任何 Kubernetes 清单。',
  'see-help': '请参阅 linkchain {command} --help。',
  chains: { other: '{count} 条链路' },
  files: { other: '{count} 个文件' },
  documents: { other: '{count} 个文档' },
  objects: { other: '{count} 个对象' },
  summary: '{chains}：{statuses}（{read}）',
  settle: '运行此命令可以确定：{command}',
  'no-chains': '输入中没有 ServiceMonitor、PodMonitor、Probe 或 ScrapeConfig，因此没有链路。',
  'column.status': '状态',
  'column.chain': '链路',
  'column.scrapes': '抓取',
  'column.targets': '目标',
  'no-target': '没有目标',
  'more-targets': { other: '另有 {count} 个' },
  through: '{listener} → {upstream}',
  'problems.title': '以下内容无法照原样使用：',
  'takes-no-option': '{command} 不接受 {option}。',
  'goal-missing': '需要 --goal：http、https、outside、tidy-names 或 fix:CODE。',
  'bad-goal': '--goal 为“{value}”；可以是 http、https、outside、tidy-names 或 fix:CODE。',
  'bad-names': '--names 为“{value}”；可以是 keep 或 tidy。',
  'bad-secret': '--secret 为“{value}”；应为 Secret 的名称：小写字母、数字、- 和点。',
  'write-or-out': '--write 就地修改文件，--out 写到别处：请只用其一。',
  'write-files': '--write 只能与 --format files 一起使用。',
  'not-on-disk': '{path} 来自归档或标准输入，无法就地修改。请使用 --out DIR。',
  'cannot-write': '无法写入 {path}：{detail}',
  written: { other: '已将 {count} 个文件写入 {path}。' },
  'written-back': { other: '已修改 {count} 个文件。' },
  'origin-unknown': '此变更没有 {format}：仅适用于 kube-prometheus-stack 或 kube-prometheus 的 node-exporter。',
  'patch.new': '新发现 {code}',
  'patch.after': '此后 {chain} 为{status}。',
};
