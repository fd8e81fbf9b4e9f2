import path from 'node:path';
import { type Preview, startPreview } from '../../../local/preview/start-preview';
import { closeBrowser } from './browser';
import { FakeCloud } from './fake-cloud';
import { FIXTURE } from './mini-preview';
import { openPhone, type Phone } from './phone';

/** The phone of the test that runs; `openPage` gives each test a new one. */
export let phone: Phone;

let preview: Preview;

/** Serves a Mini Program of `test/fixtures`, by its folder, to the tests of a file. */
export function useFixture(name: string): void {
  beforeAll(async () => {
    const cloud = new FakeCloud(() => ({}));
    preview = await startPreview({ root: path.resolve(FIXTURE, '..', name), cloud });
  });
  afterEach(() => phone?.close());
  afterAll(async () => {
    await closeBrowser();
    await preview.close();
  });
}

export async function openPage(page: string): Promise<void> {
  phone = await openPhone({ url: preview.url, page });
}
