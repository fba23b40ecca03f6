import type { Command } from '../command.ts';
import { report } from './report.ts';

export const COMMANDS: readonly Command[] = [report];
