// Run as its own process: `node monokle.mjs FILE`, the texts as JSON in FILE. Prints the milliseconds of the first reading of the same texts.
import { readFileSync } from 'node:fs';
import { extractK8sResources } from '@monokle/parser';
import { processRefs, ResourceParser } from '@monokle/validation';

const files = JSON.parse(readFileSync(process.argv[2], 'utf8')).map(({ path, text }) => ({ id: path, path, content: text }));
const started = performance.now();
const resources = extractK8sResources(files);
processRefs(resources, new ResourceParser());
const milliseconds = performance.now() - started;
const monitors = resources.filter((resource) => resource.kind === 'ServiceMonitor');
const edges = monitors.flatMap((monitor) => monitor.refs ?? []).length;
console.log(JSON.stringify({ milliseconds, resources: resources.length, monitorEdges: edges }));
