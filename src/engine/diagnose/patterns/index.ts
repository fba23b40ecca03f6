import type { Speaker } from '../pattern.ts';
import { browser } from './browser.ts';
import { curl } from './curl.ts';
import { http } from './http.ts';
import { kubernetes } from './kubernetes.ts';
import { operator } from './operator.ts';
import { prometheus } from './prometheus.ts';
import { proxy } from './proxy.ts';
import { ui } from './ui.ts';

/** Everybody whose messages are known; who says more about the cause stands first. */
export const SPEAKERS: readonly Speaker[] = [proxy, operator, kubernetes, curl, browser, prometheus, http, ui];
