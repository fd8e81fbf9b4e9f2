import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { BrowserServer } from 'playwright-core';
import type { FirstBuild } from '../../../local/preview/server';

/** A Monday morning, on which the stories begin unless a file says otherwise. */
export const MONDAY = '2026-11-23T08:57:00+08:00';
/** The Monday before the holidays of October. */
export const SEPTEMBER = '2026-09-28T08:50:00+08:00';
export const MORNINGS = [MONDAY, SEPTEMBER];

/** Names of the variables by which the beginning tells the files what it has made. */
export const MADE = 'E2E_MADE';
export const BROWSER = 'E2E_BROWSER';

/** Data of the demo company on that morning; undefined if none was made. */
export function demoDataOf(morning: string): string | undefined {
  const made = process.env[MADE];
  return made && MORNINGS.includes(morning) ? path.join(made, String(MORNINGS.indexOf(morning))) : undefined;
}

export const buildFile = (made: string): string => path.join(made, 'preview.json');

let read: FirstBuild | undefined;

/** The build of the preview; undefined if none was made. It has megabytes, so a file reads it once. */
export function firstBuild(): FirstBuild | undefined {
  const made = process.env[MADE];
  if (made) read ??= JSON.parse(readFileSync(buildFile(made), 'utf8')) as FirstBuild;
  return read;
}

interface MadeBefore {
  browser?: BrowserServer;
}

/** What the beginning leaves for the end; jest runs both in one process, each with modules of its own. */
export const madeBefore = globalThis as typeof globalThis & MadeBefore;
