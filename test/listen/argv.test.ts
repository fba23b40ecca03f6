import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { expand } from '../../src/engine/listen/argv/expand.ts';
import { readFlags } from '../../src/engine/listen/argv/flags.ts';
import { readScript } from '../../src/engine/listen/argv/shell.ts';
import { commandLines } from '../../src/engine/listen/argv/words.ts';

const at = { doc: '', path: [], part: 'value' as const };
const env = (name: string) => ({ A: '1', LONG_NAME: 'long', EMPTY: '' })[name] ?? null;
const arg = (text: string) => ({ text, at, isArg: true });
const cmd = (text: string) => ({ text, at, isArg: false });

describe('$(VAR)', () => {
  it.each([
    ['$(A)', '1'],
    ['x$(A)y$(LONG_NAME)', 'x1ylong'],
    ['$(EMPTY)', ''],
    ['$(NONE)', '$(NONE)'],
    ['$$(A)', '$(A)'],
    ['$$$(A)', '$1'],
    ['$A \x24{A} $(', '$A \x24{A} $('],
  ])('%s → %s', (text, expected) => expect(expand(text, env)).toBe(expected));
});

describe('the main command of a script', () => {
  it.each([
    ['node_exporter --a=1', ['node_exporter', '--a=1']],
    ['set -e\nexec /bin/x --a \\\n  --b', ['/bin/x', '--a', '--b']],
    ['echo hi && ./x --a', ['./x', '--a']],
    ['exec x; echo done', ['x']],
    ['X=1 Y=2 x --a', ['x', '--a']],
    ['x --a=\'b c\' "d $A" # no', ['x', '--a=b c', 'd 1']],
    ['x --addr=:$A --n=\x24{LONG_NAME} $NONE', ['x', '--addr=:1', '--n=long', '$NONE']],
    ['x --a=b#c', ['x', '--a=b#c']],
    ["x '$A'", ['x', '$A']],
    ['', []],
  ])('%j', (script, words) => expect(readScript(script, env).commands[0] ?? []).toEqual(words));

  it.each([
    ['x --a & y & wait', [['wait'], ['y'], ['x', '--a']], false],
    [
      'x --a 2>&1 | tee /log',
      [
        ['tee', '/log'],
        ['x', '--a'],
      ],
      false,
    ],
    ['x --a >/dev/null 2>/dev/null </in --b', [['x', '--a', '--b']], false],
    ['x || exit 1', [['exit', '1'], ['x']], false],
    ['if [ -f /x ]; then exec x; fi; sleep 5', [['x'], ['sleep', '5'], ['fi'], ['[', '-f', '/x', ']']], false],
    ['if a; then x 1; else x 2; fi', [['fi'], ['x', '2'], ['x', '1'], ['a']], true],
    ['case $1 in\n(a) exec x;;\nb) exec y;; esac', [['y'], ['x'], ['esac'], ['case', '$1', 'in']], true],
    [
      'test -f x && exec x 1\nexec x 2',
      [
        ['x', '2'],
        ['x', '1'],
        ['test', '-f', 'x'],
      ],
      true,
    ],
  ])('%j, the others after it', (script, commands, either) => expect(readScript(script, env)).toEqual({ commands, either }));

  it('reads anything', () => {
    fc.assert(fc.property(fc.string(), (s) => Array.isArray(readScript(s, env).commands)));
  });
});

describe('a command line', () => {
  it.each([
    ['args alone', [arg('--a')], null, ['--a']],
    ['a command', [cmd('/usr/bin/x'), arg('--a')], 'x', ['--a']],
    ['sh -c with positional arguments', [cmd('/bin/sh'), cmd('-c'), arg('exec y --b "$@"'), arg('y'), arg('--c')], 'y', ['--b', '--c']],
    ['sh -ec', [cmd('sh'), cmd('-ec'), arg('y --b')], 'y', ['--b']],
    ['a shell in args', [arg('bash'), arg('-c'), arg('y --b')], 'y', ['--b']],
    ['an init process', [cmd('/sbin/tini'), cmd('-g'), cmd('--'), cmd('/y'), cmd('--b')], 'y', ['--b']],
    ['env', [cmd('env'), cmd('A=2'), cmd('y')], 'y', []],
    ['nothing', [], null, []],
    ['a path in args', [arg('/start.sh'), arg('--a')], 'start.sh', ['--a']],
    ['an entrypoint script', [cmd('/docker-entrypoint.sh'), cmd('y'), cmd('--b')], 'y', ['--b']],
    ['an empty script', [cmd('sh'), cmd('-c'), cmd(' ')], 'sh', ['-c', ' ']],
    ['a wrapper alone', [cmd('tini')], 'tini', []],
  ])('%s', (_, argv, program, words) => {
    const [line] = commandLines(argv, env).all;
    expect([line?.program, line?.words.map((w) => w.text)]).toEqual([program, words]);
  });
});

describe('flags', () => {
  const flags = (...words: string[]) => readFlags(words.map((text) => ({ text, at }))).map((f) => `${f.name}=${f.value}`);
  it.each([
    [
      ['--a=1', '--a=2'],
      ['a=1', 'a=2'],
    ],
    [
      ['--a', '1', '-b', '2'],
      ['a=1', 'b=2'],
    ],
    [
      ['--a', '--b=', '-'],
      ['a=true', 'b='],
    ],
    [['--a', ''], ['a=']],
    [['query', '--a=x=y', '--', '--b=1'], ['a=x=y']],
  ])('%j', (words, expected) => expect(flags(...words)).toEqual(expected));
});
