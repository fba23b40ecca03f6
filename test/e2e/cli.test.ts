import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { describe, expect } from 'vitest';
import { root } from '../../scripts/install.mjs';
import { OBVIOUS_EDIT, SHIPPED } from './samples.ts';
import { test } from './visit.ts';

const program = join(root, 'dist', 'cli', 'linkchain.js');
const linkchain = (args: string[], input = '') => spawnSync(process.execPath, [program, ...args], { input, encoding: 'utf8' });

describe('the built command line', () => {
  test('judges a folder and says so with its exit status', ({ folder }) => {
    expect(linkchain(['report', folder(SHIPPED)]).status).toBe(0);
    const broken = linkchain(['report', '--format', 'json', folder(OBVIOUS_EDIT)]);
    expect({ status: broken.status, stderr: broken.stderr }).toEqual({ status: 1, stderr: '' });
    expect(JSON.parse(broken.stdout).chains[0].reasons).toEqual(['bind-conflict']);
    expect(linkchain(['report', 'no-such-folder']).status).toBe(2);
  });

  test('reads standard input and speaks Chinese', () => {
    const { status, stdout } = linkchain(['report', '--lang', 'zh-CN', '-'], Object.values(OBVIOUS_EDIT).join('\n---\n'));
    expect(status).toBe(1);
    expect(stdout).toContain('断开');
  });

  test('writes the configuration and lists the targets of a chain, with the parts that are loaded on demand', ({ folder }) => {
    const config = linkchain(['scrape-config', folder(SHIPPED)]);
    expect({ status: config.status, stderr: config.stderr }).toEqual({ status: 0, stderr: '' });
    expect(config.stdout).toContain('- job_name: serviceMonitor/monitoring/node-exporter/0');
    const found = linkchain(['targets', '--format', 'json', '--chain', 'ServiceMonitor/monitoring/node-exporter#0', folder(SHIPPED)]);
    expect({ status: found.status, stderr: found.stderr }).toEqual({ status: 0, stderr: '' });
    expect(JSON.parse(found.stdout).kept[0].labels).toContainEqual(['job', 'node-exporter']);
  });

  test('runs from the checkout as npx linkchain', () => {
    const npx = spawnSync('npx', ['linkchain', '--help'], { cwd: root, encoding: 'utf8', shell: process.platform === 'win32' });
    expect(npx.status, npx.stderr).toBe(0);
    expect(npx.stdout).toContain('linkchain COMMAND');
  });
});
