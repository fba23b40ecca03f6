import type { Command } from '../command.ts';
import { check } from './check.ts';
import { draw } from './draw.ts';
import { explain } from './explain.ts';
import { forecast } from './forecast.ts';
import { patch } from './patch.ts';
import { report } from './report.ts';
import { scrapeConfig } from './scrapeConfig.ts';
import { targets } from './targets.ts';

export const COMMANDS: readonly Command[] = [report, check, explain, forecast, scrapeConfig, targets, patch, draw];
