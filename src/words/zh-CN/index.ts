import type { Catalogue } from '../index.ts';
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

export const zhCN: Catalogue = {
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
};
