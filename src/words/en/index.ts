import { app } from './app.ts';
import { chain } from './chain.ts';
import { checks } from './checks.ts';
import { cli } from './cli.ts';
import { diagnose } from './diagnose.ts';
import { explain } from './explain.ts';
import { forecast } from './forecast.ts';
import { patch } from './patch.ts';
import { problems } from './problems.ts';
import { queries } from './queries.ts';
import { rejections } from './rejections.ts';
import { roles } from './roles.ts';
import { samples } from './samples.ts';
import { scene } from './scene.ts';
import { share } from './share.ts';
import { targets } from './targets.ts';

/** One file per area; the order is the order in which a user meets them. */
export const en = {
  app,
  samples,
  problems,
  roles,
  chain,
  checks,
  rejections,
  targets,
  forecast,
  diagnose,
  explain,
  queries,
  scene,
  patch,
  share,
  cli,
} as const;
