import type { BrowserServer } from 'playwright-core';

/** A Monday morning, on which the stories begin unless a file says otherwise. */
export const MONDAY = '2026-11-23T08:57:00+08:00';

/** Where the data of the demo company on that morning lies while the tests run. */
export const DEMO_DATA = 'E2E_DEMO_DATA';

/** Where the browser of all files answers, a WebSocket address. */
export const BROWSER = 'E2E_BROWSER';

interface MadeBefore {
  browser?: BrowserServer;
}

/** What the beginning leaves for the end; jest runs both in one process, each with modules of its own. */
export const madeBefore = globalThis as typeof globalThis & MadeBefore;
