import '../src/engine/engine.ts';
import { loadParts } from '../src/engine/scrape/index.ts';

await loadParts();
