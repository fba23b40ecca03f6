import type { Area } from '../types.ts';

export const cli = {
  usage: `linkchain makes the scrape chains of a Prometheus Operator installation visible.

Usage: linkchain COMMAND [OPTIONS] PATH...

Commands:
  report   all chains and what is wrong with them

Run "linkchain COMMAND --help" for the options and examples of a command.
`,
  'help.report': `Prints every scrape chain of the manifests, worst first, with what is wrong and what it scrapes.

Usage: linkchain report [OPTIONS] PATH...

PATH is a file, a folder (read with everything below it, except .git and node_modules), an archive (.zip, .tar, .tar.gz, .gz),
or - for standard input.

Options:
  --format text|json         a table to read, or the JSON report (default: text)
  --default-namespace NS     namespace of objects that name none (default: default)
  --operator-version V       operator to follow, such as v0.80 (default: the input’s own, else the newest known)
  --lang en|zh-CN            language of the sentences (default: en)
  --quiet                    no messages on standard error
  --help                     this text

Exit status: 0 when nothing is wrong (incomplete and external chains included), 1 when a chain is broken or partial or a finding is
an error, 2 when the arguments cannot be used or no manifest could be read.

Examples:
  linkchain report manifests/
  linkchain report --format json manifests.zip > report.json
  kubectl get servicemonitors,services,pods,deployments,daemonsets -A -o yaml | linkchain report -
  helm template monitoring ./chart | linkchain report --default-namespace monitoring -
`,
  'unknown-command': 'There is no command “{command}”.',
  'bad-arguments': '{detail}',
  'bad-format': '--format is “{value}”; it can be {choices}.',
  'bad-lang': '--lang is “{value}”; it can be {choices}.',
  'bad-version': '--operator-version is “{value}”; it is a version such as v0.80.',
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
  'no-chains': 'No ServiceMonitor or PodMonitor in the input, so there are no chains.',
  'column.status': 'STATUS',
  'column.chain': 'CHAIN',
  'column.scrapes': 'SCRAPES',
  'column.targets': 'TARGETS',
  'no-target': 'no target',
  'more-targets': { one: 'and {count} more', other: 'and {count} more' },
  through: '{listener} → {upstream}',
  'problems.title': 'Could not be used as it stands:',
} as const satisfies Area;
