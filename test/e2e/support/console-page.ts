import { buffer } from 'node:stream/consumers';
import type { BrowserContextOptions, Page } from 'playwright-core';
import { OPENID_HEADER } from '../../../local/cloud';
import type { TestCloud } from '../../support/cloud';
import { startTestConsole, type TestConsole } from '../../support/console';
import { PATIENCE_MS } from '../../support/patience';
import { closeBrowser, openBrowser } from './browser';

/** A console with its cloud for the tests of a file; no page of it may throw or run what a document holds. */
class ConsoleStand {
  private served!: TestConsole;
  private readonly errors: string[] = [];

  get cloud(): TestCloud {
    return this.served.cloud;
  }

  get url(): string {
    return this.served.url;
  }

  get origin(): string {
    return this.served.origin;
  }

  async open(): Promise<void> {
    this.served = await startTestConsole();
  }

  async page(options: BrowserContextOptions = {}, address = this.url): Promise<Page> {
    const browser = await openBrowser();
    const context = await browser.newContext({
      viewport: { width: 1280, height: 860 },
      locale: 'zh-CN',
      ...options,
    });
    const page = await context.newPage();
    page.setDefaultTimeout(PATIENCE_MS);
    page.on('pageerror', (error) => this.errors.push(error.message));
    await page.goto(address);
    return page;
  }

  /** Opens one tab of the console by its name. */
  async tab(page: Page, name: string): Promise<void> {
    await page.locator('.tabs').getByRole('link', { name, exact: true }).click();
    await page.locator('.tabs [aria-current=page]', { hasText: name }).waitFor();
  }

  /** What a click makes the browser save. */
  async saved(page: Page, button: string): Promise<{ name: string; bytes: Buffer }> {
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: button, exact: true }).first().click(),
    ]);
    return { name: download.suggestedFilename(), bytes: await buffer(await download.createReadStream()) };
  }

  async upload(path: string, content: string): Promise<void> {
    await fetch(`${this.cloud.url}/client/upload?path=${encodeURIComponent(path)}`, {
      method: 'POST',
      headers: { [OPENID_HEADER]: 'oReader' },
      body: content,
    });
  }

  expectNoErrors(): void {
    expect(this.errors.splice(0)).toEqual([]);
  }

  async close(): Promise<void> {
    await closeBrowser();
    await this.served.close();
  }
}

export function useConsole(): ConsoleStand {
  const stand = new ConsoleStand();
  beforeAll(() => stand.open());
  afterEach(() => stand.expectNoErrors());
  afterAll(() => stand.close());
  return stand;
}
