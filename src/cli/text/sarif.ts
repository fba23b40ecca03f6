import type { Location, Log, ReportingDescriptor, Result } from 'sarif';
import { fingerprints } from '../../engine/export/index.ts';
import type { loadHelp } from '../../words/help.ts';
import type { Words } from '../../words/index.ts';
import type { Checked } from '../commands/check.ts';

type Help = Awaited<ReturnType<typeof loadHelp>>;
type Finding = Checked['findings'][number];

const LEVELS: Readonly<Record<string, 'error' | 'warning' | 'note'>> = { error: 'error', warning: 'warning', info: 'note' };

/** SARIF 2.1.0 (OASIS), as code-scanning viewers read it: rules with help, results with regions and fingerprints. */
export function sarif({ findings, problems }: Checked, words: Words, help: Help): Log {
  const codes = [...new Set(findings.map((f) => f.code))].sort();
  const prints = fingerprints(findings);
  return {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: 'linkchain', rules: codes.map((code) => ruleOf(code, findings, words, help)) } },
        columnKind: 'utf16CodeUnits',
        originalUriBaseIds: { INPUT: { description: { text: words('cli', 'sarif.base') } } },
        invocations: [
          {
            executionSuccessful: true,
            toolExecutionNotifications: problems.map((p) => ({
              descriptor: { id: p.code },
              level: LEVELS[p.severity] ?? 'note',
              message: { text: p.message },
              locations: [location({ ...p, text: '' })],
            })),
          },
        ],
        results: findings.map((f, i) => resultOf(f, codes.indexOf(f.code), prints[i] ?? '')),
      },
    ],
  };
}

function ruleOf(code: string, findings: readonly Finding[], words: Words, help: Help): ReportingDescriptor {
  const text = help(code);
  const severity = findings.find((f) => f.code === code)?.severity ?? 'info';
  const base = { id: code, name: nameOf(code), defaultConfiguration: { level: LEVELS[severity] ?? 'note' } };
  if (!text) return { ...base, shortDescription: { text: code } };
  const parts = (['why', 'symptom', 'fix'] as const).map((part) => [words('cli', `help-part.${part}`), text[part]] as const);
  return {
    ...base,
    shortDescription: { text: firstSentence(text.why) },
    fullDescription: { text: text.why },
    help: {
      text: [...parts.map(([title, body]) => `${title} ${body}`), text.source].join('\n'),
      markdown: [...parts.map(([title, body]) => `**${title}** ${body}`), `_${text.source}_`].join('\n\n'),
    },
  };
}

function resultOf(f: Finding, ruleIndex: number, print: string): Result {
  const [first, ...more] = f.evidence;
  const logical = f.chain ?? f.object;
  return {
    ruleId: f.code,
    ruleIndex,
    level: LEVELS[f.severity] ?? 'note',
    message: { text: f.message },
    locations:
      first || logical
        ? [{ ...(first ? location(first) : {}), ...(logical ? { logicalLocations: [{ fullyQualifiedName: logical }] } : {}) }]
        : [],
    ...(more.length > 0 ? { relatedLocations: more.map((e, id) => ({ id, ...location(e) })) } : {}),
    partialFingerprints: { 'linkchain/v1': print },
    ...(f.silenced
      ? {
          suppressions: [{ kind: f.silenced.file.endsWith('.linkchain.yaml') ? 'external' : 'inSource', justification: f.silenced.reason }],
        }
      : {}),
  };
}

/** A region ends after the last character of its text. */
function location({ file, line, column, text }: { file: string; line: number; column: number; text: string }): Location {
  const lines = text.split('\n');
  const last = lines.at(-1) ?? '';
  const end = text === '' ? {} : { endLine: line + lines.length - 1, endColumn: (lines.length > 1 ? 1 : column) + last.length };
  return {
    physicalLocation: {
      artifactLocation: { uri: file.split('/').map(encodeURIComponent).join('/'), uriBaseId: 'INPUT' },
      region: { startLine: line, startColumn: column, ...end },
    },
  };
}

/** `port-not-found` → `PortNotFound` */
const nameOf = (code: string): string =>
  code
    .split('-')
    .map((part) => part.charAt(0).toUpperCase() + part.slice(1))
    .join('');
const firstSentence = (text: string): string => /^.*?[.。](?=\s|$)/.exec(text)?.[0] ?? text;
