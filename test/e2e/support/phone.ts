import { mkdirSync } from 'node:fs';
import path from 'node:path';
import type { BrowserContext, Frame, Locator, Page } from 'playwright-core';
import type { Metrics, PreviewHandle } from '../../../local/preview/shared/preview-handle';
import type { Problem } from '../../../local/preview/shared/problem';
import { PATIENCE_MS } from '../../support/patience';
import { givePage, type Screen, takePage } from './browser';
import { addressOf, type PhoneOptions } from './phone-address';

const SCREENSHOTS = path.resolve(__dirname, '../../../.local/screenshots');
/** In `npm test` nobody looks at pictures, and there are a hundred and thirty. */
const IS_LOOKED_AT = process.env.CI === undefined;
/** Until what moves stands still: dialogs that open, charts that are drawn again in another theme. */
const STILL_MS = 900;

/** How long a person looks at something that cannot be tapped yet before trying all the same: long on a busy machine. */
const LOOK_MS = 20_000;
/** An element that is redrawn this often in a row while it is looked at does not stay. */
const MAX_TRIES = 20;

interface Point {
  readonly x: number;
  readonly y: number;
}

/**
 * In the page, so that a tap is one question to it. Waits as a person does: until it stands still, nothing lies over
 * it or moves it, and a button is not grey. @returns its middle, or null if it has gone from the page
 */
async function reach(element: Element, timeoutMs: number): Promise<Point | null> {
  const until = performance.now() + timeoutMs;
  const isMoved = () =>
    document.getAnimations().some(({ playState, effect }) => {
      const isEndless = effect?.getComputedTiming().endTime === Number.POSITIVE_INFINITY;
      const moved = effect instanceof KeyframeEffect ? effect.target : null;
      return playState === 'running' && !isEndless && moved?.contains(element);
    });
  let before = '';
  let looks = 0;
  for (;;) {
    if (!element.isConnected) return null;
    const { x, y, width, height } = element.getBoundingClientRect();
    const middle = { x: x + width / 2, y: y + height / 2 };
    const over = document.elementFromPoint(middle.x, middle.y);
    // The words of a button lie under the shade that it gets while it is held.
    const isHit = over?.contains(element) && over.matches('.van-button, [role="button"]');
    const isFree = over !== null && (element.contains(over) || isHit);
    // Below the edge or under a bar; of what lies under a sheet nothing changes by this.
    if (!isFree) element.scrollIntoView({ block: 'center', inline: 'center', behavior: 'instant' });
    const place = [x, y, width, height].join(' ');
    const isGrey = element.querySelector('.van-button--disabled') !== null;
    looks = place === before && isFree && !isGrey && !isMoved() ? looks + 1 : 0;
    if (looks === 2) return middle;
    if (performance.now() > until) return middle;
    before = place;
    await new Promise((resolve) => setTimeout(resolve, 30));
  }
}

/** What is tapped is at least this wide and high, px: 88rpx on the narrowest phone that is tested. */
const FINGERTIP = 44;

/** In the page. @returns what is smaller than a fingertip, and buttons and hints whose words do not fit, one line each */
function tightSpots(least: number): string[] {
  const shown = [...document.querySelectorAll('[role="button"], .van-button, .mp-placeholder')].filter(
    (each) => each.getClientRects().length > 0,
  );
  const nameOf = (element: Element) => `${element.id || element.className} "${element.textContent?.trim()}"`;
  const isCut = ({ scrollHeight, scrollWidth, clientHeight, clientWidth }: Element) =>
    scrollHeight > clientHeight + 1 || scrollWidth > clientWidth + 1;
  return shown.flatMap((element) => {
    const { width, height } = element.getBoundingClientRect();
    if (!element.matches('[role="button"]')) return isCut(element) ? [`cut: ${nameOf(element)}`] : [];
    return Math.min(width, height) < least ? [`${width}×${height}: ${nameOf(element)}`] : [];
  });
}

/** A phone that a test holds. */
export class Phone {
  readonly errors: string[] = [];

  readonly context: BrowserContext;

  constructor(
    readonly page: Page,
    private readonly screen: Screen,
  ) {
    this.context = page.context();
    page.on('pageerror', (error) => this.errors.push(error.message));
    page.setDefaultTimeout(PATIENCE_MS);
  }

  /** The phone's own window, inside the page with the panel too. */
  get frame(): Frame {
    return (
      this.page.frames().find((frame) => new URL(frame.url()).pathname === '/phone') ?? this.page.mainFrame()
    );
  }

  /** By text as it is written on the screen, or by selector if it starts with one of `. # [` or `wx-` or `mp-`. */
  find(target: string): Locator {
    if (/^([.#[]|wx-|mp-)/.test(target)) return this.frame.locator(target).filter({ visible: true }).first();
    const exact = this.frame.getByText(target, { exact: true });
    return exact
      .or(this.frame.getByRole('button', { name: target, exact: true }))
      .filter({ visible: true })
      .first();
  }

  /** Puts a finger in the middle of what is found; of several, on one after the other. */
  async tap(...targets: readonly string[]): Promise<void> {
    for (const target of targets) {
      const { x, y } = await this.centreOf(target);
      if (this.screen.touch) await this.page.touchscreen.tap(x, y);
      else await this.page.mouse.click(x, y);
    }
  }

  /** Keeps a finger on what is found while something happens. */
  async hold(target: string, during: () => Promise<void>): Promise<void> {
    const { x, y } = await this.centreOf(target);
    const fingers = await this.context.newCDPSession(this.page);
    await fingers.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: [{ x, y }] });
    await during();
    await fingers.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
  }

  /** Moves a finger over what is found, sideways by `across` px and down by `down` px. */
  async swipe(target: string, across: number, down = 0): Promise<void> {
    const { x, y } = await this.centreOf(target);
    const fingers = await this.context.newCDPSession(this.page);
    const at = (share: number) => [{ x: x + across * share, y: y + down * share }];
    await fingers.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: at(0) });
    for (const share of [0.25, 0.5, 0.75, 1])
      await fingers.send('Input.dispatchTouchEvent', { type: 'touchMove', touchPoints: at(share) });
    await fingers.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
  }

  async centreOf(target: string): Promise<Point> {
    const middle = await this.explain(`"${target}" cannot be reached`, () => this.middleOf(target));
    return this.onPage(middle);
  }

  private async middleOf(target: string): Promise<Point> {
    const found = this.find(target);
    for (let tries = 0; tries < MAX_TRIES; tries += 1) {
      const middle = await found.evaluate(reach, LOOK_MS);
      if (middle) return middle;
    }
    throw new Error(`it was redrawn ${MAX_TRIES} times while it was looked at`);
  }

  /** The phone may be a frame of the page. */
  private async onPage({ x, y }: Point): Promise<Point> {
    if (!this.frame.parentFrame()) return { x, y };
    const holder = await (await this.frame.frameElement()).boundingBox();
    return { x: x + (holder?.x ?? 0), y: y + (holder?.y ?? 0) };
  }

  async type(target: string, text: string): Promise<void> {
    const field = this.find(`${target} input, ${target} textarea`);
    await this.explain(`Nothing can be typed into "${target}"`, () => field.fill(text));
  }

  /** Waits for each of these. */
  async see(...texts: readonly string[]): Promise<void> {
    for (const text of texts)
      await this.explain(`"${text}" did not appear`, () => this.find(text).waitFor({ state: 'visible' }));
  }

  /** Text of what is found. */
  read(target: string): Promise<string> {
    return this.explain(`"${target}" cannot be read`, () =>
      this.find(target).evaluate((element) => element.textContent),
    );
  }

  /** A failure of `step` also says what is on the screen, and the problems and page errors of the phone. */
  private async explain<T>(failure: string, step: () => Promise<T>): Promise<T> {
    try {
      return await step();
    } catch (cause) {
      throw new Error(`${failure}: ${reasonOf(cause)}\n${await this.report()}`, { cause });
    }
  }

  private async report(): Promise<string> {
    try {
      const [text, problems] = await Promise.all([this.text(), this.allProblems()]);
      return `On the screen:\n${text}\nProblems and page errors:\n${problems.join('\n') || 'none'}`;
    } catch (error) {
      return `The screen cannot be read: ${reasonOf(error)}\nPage errors:\n${this.errors.join('\n') || 'none'}`;
    }
  }

  /** All words on the screen of the phone, dialogs included. */
  text(): Promise<string> {
    // biome-ignore lint/performance/useDomNodeTextContent: only what is visible counts
    return this.frame.evaluate(() => document.body.innerText);
  }

  async set(change: Parameters<PreviewHandle['set']>[0]): Promise<void> {
    await this.frame.evaluate((wanted) => globalThis.__preview.set(wanted), change);
  }

  problems(): Promise<readonly Problem[]> {
    return this.frame.evaluate(() => globalThis.__preview.problems());
  }

  metrics(): Promise<Metrics> {
    return this.frame.evaluate(() => globalThis.__preview.metrics);
  }

  /** What on the screen is too small to tap or has words that do not fit. */
  tightSpots(): Promise<readonly string[]> {
    return this.frame.evaluate(tightSpots, FINGERTIP);
  }

  /** Route of the page on top. */
  route(): Promise<string> {
    return this.frame.evaluate(() => globalThis.__preview.state().route);
  }

  /** A picture in `.local/screenshots`, except in `npm test`. @returns its path */
  async screenshot(name: string): Promise<string> {
    const file = path.join(SCREENSHOTS, `${name}.png`);
    if (!IS_LOOKED_AT) return file;
    mkdirSync(SCREENSHOTS, { recursive: true });
    await this.page.waitForTimeout(STILL_MS);
    await this.page.screenshot({ path: file });
    return file;
  }

  /** @throws Error that lists every problem and uncaught error since the start */
  async expectNoProblems(): Promise<void> {
    const all = await this.allProblems();
    if (all.length > 0) throw new Error(`The phone has problems:\n${all.join('\n')}`);
  }

  /** Problems that the preview noted, then uncaught errors of the page. */
  private async allProblems(): Promise<readonly string[]> {
    const problems = await this.problems();
    return [...problems.map(({ kind, place, message }) => `${kind} ${place}: ${message}`), ...this.errors];
  }

  async ready(): Promise<void> {
    // A phone that sets the clock first loads twice.
    await this.page.waitForURL((url) => !url.searchParams.has('now'));
    await this.page.waitForFunction(() => '__preview' in globalThis && globalThis.__preview.isReady());
  }

  /** Loads the Mini Program again, as WeChat does after it was closed. */
  async reload(): Promise<void> {
    await this.page.reload();
    await this.ready();
  }

  close(): Promise<void> {
    return givePage(this.page, this.screen);
  }
}

/** Opens the preview on a phone of its own: nothing is shared with other phones but the cloud. */
export async function openPhone(options: PhoneOptions): Promise<Phone> {
  const { width = 390, height = 844, touch = true } = options;
  const screen = { width, height, touch };
  const phone = new Phone(await takePage(screen), screen);
  await phone.page.goto(addressOf(options));
  await phone.ready();
  return phone;
}

const reasonOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
