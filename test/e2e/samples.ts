import { readdirSync, readFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import { root } from '../../scripts/install.mjs';

const dir = join(root, 'src', 'app', 'samples');

function read(part: string): Record<string, string> {
  const files = readdirSync(join(dir, part), { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.yaml'));
  return Object.fromEntries(files.map((file) => [file.split(sep).join('/'), readFileSync(join(dir, part, file), 'utf8')]));
}

/** The manifests of the built-in samples, as files a user would have. */
export const SHIPPED = { ...read('base'), ...read('shipped'), ...read('proxy-rights') };
export const OBVIOUS_EDIT = { ...read('base'), ...read('obvious-edit'), ...read('proxy-rights') };
export const CHAIN = 'ServiceMonitor/monitoring/node-exporter#0';
