import type { scene as source } from '../en/scene.ts';
import type { Translated } from '../types.ts';

export const scene: Translated<typeof source> = {};
