import { expect, it } from 'vitest';
import { bindOf, parseAddress } from '../../src/engine/listen/index.ts';

it.each([
  [':9100', '', 'wildcard'],
  ['0.0.0.0:9100', '0.0.0.0', 'wildcard'],
  ['[::]:9100', '[::]', 'wildcard'],
  ['127.0.0.1:9100', '127.0.0.1', 'loopback'],
  ['127.1.2.3:9100', '127.1.2.3', 'loopback'],
  ['localhost:9100', 'localhost', 'loopback'],
  ['[::1]:9100', '[::1]', 'loopback'],
  ['[<pod-ip>]:9100', '<pod-ip>', 'pod-ip'],
  ['[127.0.0.1]:9100', '127.0.0.1', 'loopback'],
  ['10.1.2.3:9100', '10.1.2.3', 'specific'],
  ['$(HOST):9100', '$(HOST)', 'unknown'],
])('%s', (text, host, bind) => expect(parseAddress(text)).toEqual({ host, bind, port: 9100 }));

it.each(['', '9100', ':0', ':65536', ':http', 'unix:///x', 'a:b:1', ':$(PORT)', '/run/x.sock'])('%j is no address', (text) => {
  expect(parseAddress(text)).toBeNull();
});

it.each([
  ['::', 'wildcard'],
  ['0:0:0:0:0:0:0:1', 'loopback'],
  ['fd00::1', 'specific'],
  ['prometheus.monitoring.svc', 'specific'],
])('%s is %s', (host, bind) => expect(bindOf(host)).toBe(bind));
