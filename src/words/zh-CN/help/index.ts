import type { Help } from '../../help.ts';
import { objects } from './objects.ts';
import { reasons } from './reasons.ts';
import { remarks } from './remarks.ts';
import { rules } from './rules.ts';
import { warnings } from './warnings.ts';

export const help: Help = { ...reasons, ...warnings, ...remarks, ...objects, ...rules };
