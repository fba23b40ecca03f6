import type { Area } from '../types.ts';

const PATHS = `PATH is a file, a folder (read with everything below it, except .git and node_modules), an archive (.zip, .tar, .tar.gz, .gz),
or - for standard input.
`;
const COMMON = `  --default-namespace NS     namespace of objects that name none (default: default)
  --operator-version V       operator to follow, such as v0.80 (default: the input’s own, else the newest known)
  --lang en|zh-CN            language of the sentences (default: en)
  --quiet                    no messages on standard error
  --help                     this text
`;

export const cli = {
  usage: `linkchain makes the scrape chains of a Prometheus Operator installation visible.

Usage: linkchain COMMAND [OPTIONS] PATH...

Commands:
  report          all chains and what is wrong with them
  check           findings, like a compiler; also as JSON, SARIF and Markdown
  explain         one chain in words, or what a pasted error means
  forecast        what curl, a browser and Prometheus will see of one chain, and why
  scrape-config   the configuration the operator would write, YAML
  targets         the targets of one chain: discovered, dropped by which rule, kept
  patch           goals for one chain (http, https, outside, fix:CODE …), proved, as a diff, files or patches
  draw            one chain or all, as SVG, Mermaid or DOT

Run "linkchain COMMAND --help" for the options and examples of a command.
`,
  'help.report': `Prints every scrape chain of the manifests, worst first, with what is wrong and what it scrapes.

Usage: linkchain report [OPTIONS] PATH...

${PATHS}
Options:
  --format text|json         a table to read, or the JSON report (default: text)
${COMMON}
Exit status: 0 when nothing is wrong (incomplete and external chains included), 1 when a chain is broken or partial or a finding is
an error, 2 when the arguments cannot be used or no manifest could be read.

Examples:
  linkchain report manifests/
  linkchain report --format json manifests.zip > report.json
  kubectl get servicemonitors,services,pods,deployments,daemonsets -A -o yaml | linkchain report -
  helm template monitoring ./chart | linkchain report --default-namespace monitoring -
`,
  'help.scrape-config': `Prints the scrape configuration the operator would write, one YAML document for each Prometheus of the manifests.

Usage: linkchain scrape-config [OPTIONS] PATH...

${PATHS}
Values of Secrets are never read; a placeholder names them. What the operator refuses makes no job and is named on standard error
with the reason and its line; for a Prometheus it refuses, what is printed is what it would write without that.

Options:
${COMMON}
Exit status: 0 when nothing is wrong with the chains of the manifests (incomplete and external ones included), 1 when a chain is
broken or partial, a finding is an error or the operator refuses a Prometheus, 2 when the arguments cannot be used or no manifest could be read.

Examples:
  linkchain scrape-config manifests/ > scrape-configs.yaml
  linkchain scrape-config --operator-version v0.80 manifests.zip
  helm template monitoring ./chart | linkchain scrape-config --default-namespace monitoring -
`,
  'help.check': `Prints what is wrong with the manifests, each with its place and code, like a compiler.

Usage: linkchain check [OPTIONS] PATH...

${PATHS}
Options:
  --format text|json|sarif|markdown
                             lines to read, JSON, SARIF 2.1.0 for code scanning, or a comment for a pull request (default: text)
  --all                      read the bodies of kinds that play no part too
${COMMON}
A finding is silenced by a comment on its line or the line before it (before the first line of a document: for the whole of it),
  # linkchain: silence CODE: why
or by an entry of a file .linkchain.yaml, for its folder and those below it; object and chain may contain *:
  silence:
  - {code: CODE, object: Kind/namespace/name, reason: why}

Exit status: 0 when no error is left, 1 when one is or a chain is broken or partial; silenced errors, and chains with no others, do
not count; 2 when the arguments cannot be used or no manifest could be read.

Examples:
  linkchain check manifests/
  linkchain check --format sarif manifests/ > linkchain.sarif
  kustomize build . | linkchain check -
`,
  'help.explain': `Tells one chain in words, hop by hop, with the ways to read it from outside; or what an error means and which chain it is about.

Usage: linkchain explain --chain ID [OPTIONS] PATH...
       linkchain explain --error TEXT [OPTIONS] [PATH...]

${PATHS}
Options:
  --chain ID                 the chain, named as in linkchain report: Kind/namespace/name#endpoint
  --error TEXT               the error of a target, of curl or a browser, a line of a log or an event; - reads standard input
${COMMON}
Exit status with --chain: 0 when nothing is wrong with the chain (incomplete and external included), 1 when it is broken or partial
or a finding of it is an error. With --error: 0 when the text is recognised, 1 when it is not. 2 when the arguments cannot be used,
there is no such chain or no manifest could be read.

Examples:
  linkchain explain --chain ServiceMonitor/monitoring/node-exporter#0 manifests/
  linkchain explain --error 'server returned HTTP status 400 Bad Request' manifests/
  kubectl logs -n monitoring prometheus-k8s-0 | linkchain explain --error - manifests/
`,
  'takes-no-error': '{command} takes no --error.',
  'severity.error': 'error',
  'severity.warning': 'warning',
  'severity.info': 'note',
  silenced: '{count} silenced',
  'silenced.why': 'silenced: {reason}',
  'objects.title': 'Beside the chains:',
  'takes-no-all': '{command} takes no --all.',
  'help-part.why': 'Why:',
  'help-part.symptom': 'What one sees:',
  'help-part.fix': 'What to do:',
  'markdown.severity': 'Severity',
  'markdown.code': 'Code',
  'markdown.place': 'Place',
  'markdown.finding': 'Finding',
  'sarif.base': 'The folder whose files were checked.',
  'help.forecast': `Prints what curl, a browser and Prometheus will see of one chain, from inside the pod to outside the cluster, why, and what to try.

Usage: linkchain forecast --chain ID [OPTIONS] PATH...

${PATHS}
Options:
  --chain ID                 the chain, named as in linkchain report: Kind/namespace/name#endpoint
  --format text|json         a list to read, or all of it as JSON (default: text)
${COMMON}
Exit status: 0 when nothing is wrong with the chain (incomplete and external included), 1 when it is broken or partial or a finding
of it is an error, 2 when the arguments cannot be used, there is no such chain or no manifest could be read.

Examples:
  linkchain forecast --chain ServiceMonitor/monitoring/node-exporter#0 manifests/
  linkchain forecast --chain PodMonitor/shop/cart#0 --format json manifests.zip > forecast.json
`,
  'forecast.why': 'Why:',
  'help.patch': `Reaches goals for one chain, proves it by reading the result again, and prints the change in the form that is applied.

Usage: linkchain patch --chain ID --goal GOAL [OPTIONS] PATH...

${PATHS}
Goals: http, https (scraped so end to end), outside (readable from outside the cluster), tidy-names (ports are called what they
speak), fix:CODE (the finding of that code goes away). Several are reached one after the other.

Options:
  --chain ID                 the chain, named as in linkchain report: Kind/namespace/name#endpoint
  --goal GOAL                what is wanted; may be given several times
  --strategy ID              the way to take (default: the safest that keeps its promise)
  --names keep|tidy          whether ports are renamed to the scheme they then speak (default: keep)
  --secret NAME              the Secret with the certificate of a process that speaks TLS itself
  --remove-rights            also remove the RBAC objects that only a removed proxy used
  --format diff|files|json6902|kustomize|kubectl|rollback|values|jsonnet|markdown
                             a diff for git apply and patch -p1, whole files, guarded JSON patches, a kustomization, kubectl
                             commands, the way back, values of kube-prometheus-stack or jsonnet of kube-prometheus (node-exporter),
                             or the text of a pull request (default: diff; with --out: files)
  --out DIR                  write files into DIR; --format files writes the whole input set, changed and unchanged alike
  --write                    change the files of PATH in place
${COMMON}
Exit status: 0 when every goal is reached, 1 when one is refused (the reason is on standard error), 2 when the arguments cannot be
used, there is no such chain or no manifest could be read.

Examples:
  linkchain patch --chain ServiceMonitor/monitoring/node-exporter#0 --goal http manifests/ | git apply
  linkchain patch --chain ServiceMonitor/monitoring/node-exporter#0 --goal outside --strategy token-reader --write manifests/
  linkchain patch --chain ServiceMonitor/shop/cart#0 --goal fix:port-not-found --format kustomize --out overlay manifests/
`,
  'help.targets': `Prints what Prometheus would discover for one chain, what it keeps with which labels, and which rule drops the others.

Usage: linkchain targets --chain ID [OPTIONS] PATH...

${PATHS}
Options:
  --chain ID                 the chain, named as in linkchain report: Kind/namespace/name#endpoint
  --format text|json         a list to read, or all of it as JSON (default: text)
${COMMON}
Exit status: 0 when nothing is wrong with the chain (incomplete and external included), 1 when it is broken or partial or a finding
of it is an error, 2 when the arguments cannot be used, there is no such chain or no manifest could be read.

Examples:
  linkchain targets --chain ServiceMonitor/monitoring/node-exporter#0 manifests/
  linkchain targets --chain Probe/monitoring/website#0 --format json manifests.zip > targets.json
`,
  'help.draw': `Draws one chain, or all of them as lanes, on standard output.

Usage: linkchain draw [OPTIONS] PATH...

${PATHS}
Options:
  --chain ID                 the chain, named as in linkchain report: Kind/namespace/name#endpoint (default: all chains)
  --format svg|mermaid|dot   a vector picture, a flowchart for Markdown, or the language of Graphviz (default: svg)
  --theme light|dark         colours of the SVG (default: light)
${COMMON}
Exit status: 0 when the picture is drawn, however the chain fares; 2 when the arguments cannot be used, there is no such chain or no
manifest could be read.

Examples:
  linkchain draw --chain ServiceMonitor/monitoring/node-exporter#0 manifests/ > node-exporter.svg
  linkchain draw --format dot manifests/ | dot -Tpdf > chains.pdf
`,
  'bad-theme': '--theme is "{value}"; it can be {choices}.',
  'unknown-command': 'There is no command “{command}”.',
  'bad-arguments': '{detail}',
  'bad-format': '--format is “{value}”; it can be {choices}.',
  'bad-lang': '--lang is “{value}”; it can be {choices}.',
  'bad-version': '--operator-version is “{value}”; it is a version such as v0.80.',
  'takes-no-chain': '{command} is about all chains and takes no --chain.',
  'chain-missing': '--chain is needed. These are chains of the input:',
  'chain-unknown': 'There is no chain “{chain}”. Those most like it:',
  'no-prometheus': 'No Prometheus or PrometheusAgent in the input, so no configuration would be written.',
  refused: '{prometheus} leaves out {object}: the operator refuses {field}. {why}',
  'refused.prometheus': '{prometheus} gets no configuration as it stands: the operator refuses {field}. {why}',
  'dropped-by': { one: '{count} dropped by rule {rule}, {why}', other: '{count} dropped by rule {rule}, {why}' },
  more: { one: '… and {count} more', other: '… and {count} more' },
  'no-path': 'No PATH given. Name files or folders, or - for standard input.',
  'cannot-read': 'Cannot read {path}: {detail}',
  'no-manifest': 'No Kubernetes manifest could be read from {paths}.',
  'see-help': 'See linkchain {command} --help.',
  chains: { one: '{count} chain', other: '{count} chains' },
  files: { one: '{count} file', other: '{count} files' },
  documents: { one: '{count} document', other: '{count} documents' },
  objects: { one: '{count} object', other: '{count} objects' },
  summary: '{chains}: {statuses} ({read})',
  settle: 'To know: {command}',
  'no-chains': 'No ServiceMonitor, PodMonitor, Probe or ScrapeConfig in the input, so there are no chains.',
  'column.status': 'STATUS',
  'column.chain': 'CHAIN',
  'column.scrapes': 'SCRAPES',
  'column.targets': 'TARGETS',
  'no-target': 'no target',
  'more-targets': { one: 'and {count} more', other: 'and {count} more' },
  through: '{listener} → {upstream}',
  'problems.title': 'Could not be used as it stands:',
  'takes-no-option': '{command} takes no {option}.',
  'goal-missing': '--goal is needed: http, https, outside, tidy-names or fix:CODE.',
  'bad-goal': '--goal is “{value}”; it can be http, https, outside, tidy-names or fix:CODE.',
  'bad-names': '--names is “{value}”; it can be keep or tidy.',
  'bad-secret': '--secret is “{value}”; it is the name of a Secret: lower case letters, digits, - and dots.',
  'write-or-out': '--write changes the files in place and --out writes elsewhere: give one of them.',
  'write-files': '--write goes with --format files only.',
  'not-on-disk': '{path} comes from an archive or from standard input and cannot be changed in place. Give --out DIR.',
  'cannot-write': 'Cannot write to {path}: {detail}',
  written: { one: '{count} file written to {path}.', other: '{count} files written to {path}.' },
  'written-back': { one: '{count} file changed.', other: '{count} files changed.' },
  'origin-unknown': 'There is no {format} for this change: it is made for kube-prometheus-stack’s or kube-prometheus’ node-exporter alone.',
  'patch.new': 'new finding {code}',
  'patch.after': '{chain} is then {status}.',
} as const satisfies Area;
