import { type Browser, chromium, type Page } from 'playwright-core';
import { ANSWER_TIMEOUT_MS } from '../../../miniprogram/common/answer-timeout';
import { PATIENCE_MS } from '../../support/patience';
import { launching } from './launching';
import { BROWSER } from './made-before';

let running: Promise<Browser> | null = null;

/** One browser for all phones of a test file. @throws Error with one line that says what to install */
export function openBrowser(): Promise<Browser> {
  running ??= launch();
  return running;
}

/** Closes it and whatever is open in it. */
export async function closeBrowser(): Promise<void> {
  const browser = await running;
  running = null;
  free.clear();
  await browser?.close();
}

/** That of all files, or one of its own where it is not started before them. */
function launch(): Promise<Browser> {
  const address = process.env[BROWSER];
  return address ? chromium.connect(address) : chromium.launch(launching());
}

/** Size in px, and whether there are fingers or a mouse. */
export interface Screen {
  readonly width: number;
  readonly height: number;
  readonly touch: boolean;
}

/** Pages of phones that were put away, by screen: a new page reads the Mini Program for seconds, a used one knows it. */
const free = new Map<string, Page[]>();
const nameOf = ({ width, height, touch }: Screen): string => `${width} ${height} ${touch}`;

/** A page of a context of its own, without a trace of whoever had it before. */
export async function takePage(screen: Screen): Promise<Page> {
  const used = free.get(nameOf(screen))?.pop();
  if (used) return used;
  const { width, height, touch } = screen;
  const browser = await openBrowser();
  const context = await browser.newContext({
    viewport: { width, height },
    deviceScaleFactor: 2,
    // Nothing is drawn again and again while a test waits.
    reducedMotion: 'reduce',
    hasTouch: touch,
    isMobile: touch,
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
  });
  await context.addInitScript(beMorePatient, { from: ANSWER_TIMEOUT_MS, to: PATIENCE_MS });
  return context.newPage();
}

/**
 * In the page, before the Mini Program: it waits as long for an answer as the test waits for what follows. A busy
 * machine that answers in twelve seconds is not a lost answer; that is a choice of the preview's network.
 */
function beMorePatient({ from, to }: { from: number; to: number }): void {
  const { setTimeout } = globalThis;
  const later = (run: TimerHandler, ms?: number, ...more: unknown[]) =>
    setTimeout(run, ms === from ? to : ms, ...more);
  globalThis.setTimeout = later as typeof setTimeout;
}

/** Forgets what its phone has kept, and keeps the page for the next one. */
export async function givePage(page: Page, screen: Screen): Promise<void> {
  page.removeAllListeners();
  await page.unrouteAll({ behavior: 'ignoreErrors' });
  const [, ...others] = page.context().pages();
  for (const other of others) await other.close();
  const { origin } = new URL(page.url());
  // Before that is cleared: nothing runs any more that could write again.
  await page.goto('about:blank');
  const storage = await page.context().newCDPSession(page);
  await storage.send('Storage.clearDataForOrigin', { origin, storageTypes: 'all' });
  await storage.detach();
  free.set(nameOf(screen), [...(free.get(nameOf(screen)) ?? []), page]);
}
