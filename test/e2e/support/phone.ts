import { mkdirSync } from 'node:fs';
import path from 'node:path';
import type { BrowserContext, Frame, Locator, Page } from 'playwright-core';
import type { Metrics, PreviewHandle } from '../../../local/preview/shared/preview-handle';
import type { Problem } from '../../../local/preview/shared/problem';
import type { Settings } from '../../../local/preview/shared/settings';
import { givePage, type Screen, takePage } from './browser';

const SCREENSHOTS = path.resolve(__dirname, '../../../.local/screenshots');
/** In `npm test` nobody looks at pictures, and there are a hundred and thirty. */
const IS_LOOKED_AT = process.env.CI === undefined;
const PATIENCE_MS = 20_000;

/** How long a person looks at something that cannot be tapped yet before trying all the same. */
const LOOK_MS = 3_000;
/** Drawn anew while it was looked at, so many times in a row: it does not stay. */
const MOST_TRIES = 20;

interface Point {
  readonly x: number;
  readonly y: number;
}

/**
 * In the page, so that a tap is one question to it. Waits as a person does: until it stands still, nothing lies over
 * it, and a button is not grey. @returns its middle, or null if it has gone from the page
 */
async function reach(element: Element, patience: number): Promise<Point | null> {
  const until = performance.now() + patience;
  let before = '';
  let looks = 0;
  for (;;) {
    if (!element.isConnected) return null;
    const { x, y, width, height } = element.getBoundingClientRect();
    const middle = { x: x + width / 2, y: y + height / 2 };
    const over = document.elementFromPoint(middle.x, middle.y);
    const isFree = over !== null && element.contains(over);
    // Below the edge or under a bar; of what lies under a sheet nothing changes by this.
    if (!isFree) element.scrollIntoView({ block: 'center', inline: 'center', behavior: 'instant' });
    const place = [x, y, width, height].join(' ');
    const isGrey = element.querySelector('.van-button--disabled') !== null;
    looks = place === before && isFree && !isGrey ? looks + 1 : 0;
    if (looks === 3) return middle;
    if (performance.now() > until) return middle;
    before = place;
    await new Promise((resolve) => setTimeout(resolve, 60));
  }
}

export interface PhoneOptions {
  /** Address of the preview, as `startPreview` answers it. */
  readonly url: string;
  readonly width?: number;
  readonly height?: number;
  /** False: a mouse. */
  readonly touch?: boolean;
  /** Openid. */
  readonly person?: string;
  /** Epoch ms or ISO date-time; the clock of the cloud and of the phone. */
  readonly now?: number | string;
  readonly place?: { readonly latitude: number; readonly longitude: number; readonly accuracy?: number };
  readonly dark?: boolean;
  readonly lang?: Settings['language'];
  readonly network?: Settings['network'];
  /** Permissions are given and the privacy agreement is signed, unless a test says otherwise. */
  readonly location?: Settings['location'];
  readonly privacy?: Settings['privacy'];
  readonly messages?: Settings['messages'];
  /** Items that the privacy guide does not declare. */
  readonly undeclared?: string;
  readonly camera?: Settings['camera'];
  /** A phone without a fingerprint sensor, unless a test says otherwise. */
  readonly soter?: Settings['soter'];
  readonly bluetooth?: Settings['bluetooth'];
  readonly beacons?: string;
  readonly microphone?: Settings['microphone'];
  /** What is said into the phone; empty: no plugin understands it. */
  readonly said?: string;
  /** First page, such as `/pages/me/me?tab=1`. */
  readonly page?: string;
  /** The page with the panel instead of the phone alone. */
  readonly withPanel?: boolean;
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

  /** Puts a finger in the middle of what is found. */
  async tap(target: string): Promise<void> {
    const { x, y } = await this.centreOf(target);
    if (this.screen.touch) await this.page.touchscreen.tap(x, y);
    else await this.page.mouse.click(x, y);
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
    const found = this.find(target);
    for (let tries = 0; tries < MOST_TRIES; tries += 1) {
      const middle = await found.evaluate(reach, LOOK_MS);
      if (middle) return this.onPage(middle);
    }
    throw new Error(`"${target}" does not stay on the screen`);
  }

  /** The phone may be a frame of the page. */
  private async onPage({ x, y }: Point): Promise<Point> {
    if (!this.frame.parentFrame()) return { x, y };
    const holder = await (await this.frame.frameElement()).boundingBox();
    return { x: x + (holder?.x ?? 0), y: y + (holder?.y ?? 0) };
  }

  async type(target: string, text: string): Promise<void> {
    await this.find(`${target} input, ${target} textarea`).fill(text);
  }

  async see(text: string): Promise<void> {
    try {
      await this.find(text).waitFor({ state: 'visible' });
    } catch {
      throw new Error(`"${text}" did not appear. On the screen:\n${await this.text()}`);
    }
  }

  /** Text of what is found. */
  read(target: string): Promise<string> {
    return this.find(target).evaluate((element) => element.textContent);
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

  /** Route of the page on top. */
  route(): Promise<string> {
    return this.frame.evaluate(() => globalThis.__preview.state().route);
  }

  /** A picture in `.local/screenshots`, except in `npm test`. @returns its path */
  async screenshot(name: string): Promise<string> {
    const file = path.join(SCREENSHOTS, `${name}.png`);
    if (!IS_LOOKED_AT) return file;
    mkdirSync(SCREENSHOTS, { recursive: true });
    await this.page.screenshot({ path: file });
    return file;
  }

  /** @throws Error that lists every problem and uncaught error since the start */
  async expectNoProblems(): Promise<void> {
    const problems = (await this.problems()).map(
      ({ kind, place, message }) => `${kind} ${place}: ${message}`,
    );
    const all = [...problems, ...this.errors];
    if (all.length > 0) throw new Error(`The phone has problems:\n${all.join('\n')}`);
  }

  async ready(): Promise<void> {
    // A phone that sets the clock first loads twice.
    await this.page.waitForURL((url) => !url.searchParams.has('now'));
    await this.page.waitForFunction(() => '__preview' in globalThis && globalThis.__preview.isReady());
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

function addressOf(options: PhoneOptions): string {
  const { url, person, place, dark, lang, network, now, page = '', withPanel } = options;
  const query = new URLSearchParams({
    location: options.location ?? 'allowed',
    privacy: options.privacy ?? 'agreed',
    messages: options.messages ?? 'ask',
    undeclared: options.undeclared ?? '',
    camera: options.camera ?? 'allowed',
    soter: options.soter ?? 'unsupported',
    bluetooth: options.bluetooth ?? 'on',
    beacons: options.beacons ?? '',
    microphone: options.microphone ?? 'allowed',
    ...(person === undefined ? {} : { person }),
    ...(place ? { lat: String(place.latitude), lng: String(place.longitude) } : {}),
    ...(place?.accuracy === undefined ? {} : { accuracy: String(place.accuracy) }),
    ...(dark === undefined ? {} : { dark: dark ? '1' : '0' }),
    ...(options.said === undefined ? {} : { said: options.said }),
    ...(lang === undefined ? {} : { lang }),
    ...(network === undefined ? {} : { network }),
    ...(now === undefined ? {} : { now: String(now) }),
  });
  const address = new URL(withPanel ? '' : 'phone', url);
  address.search = query.toString();
  address.hash = page;
  return address.href;
}
