import { withRe2 } from '../src/engine/scrape/index.ts';
import { regexMatches } from '../src/engine/scrape/match.ts';

await withRe2(() => regexMatches('(?i)re2', 'RE2'));
