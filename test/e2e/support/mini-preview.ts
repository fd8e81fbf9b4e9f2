import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type Preview, startPreview } from '../../../local/preview/start-preview';
import { seenInTime } from '../../support/patience';
import { closeBrowser } from './browser';
import { FakeCloud } from './fake-cloud';
import { openPhone, type Phone } from './phone';
import type { PhoneOptions } from './phone-address';

/** A small Mini Program that uses everything the preview supports. */
export const FIXTURE = path.resolve(__dirname, '../../fixtures/mini');

export const cloud = new FakeCloud(({ path: url, body }) => {
  if (url.startsWith('/client/upload'))
    return { fileID: `cloud://mini/${body.length > 0 ? 'photo.jpg' : ''}` };
  if (url === '/client/temp-urls') return { fileList: [{ tempFileURL: '/app/images/tab-on.png' }] };
  const { name, data } = JSON.parse(body) as { name: string; data: object };
  if (name === 'broken') return { errCode: -504002, errMsg: 'cloud.callFunction:fail errCode: -504002' };
  return { result: { name, data }, requestID: 'r1' };
});

/** Where the copy of the fixture is, and its preview. */
export const mini = { root: '', url: '' };

/** The phone of the test that runs; `open` gives each test a new one. */
export let phone: Phone;

/** Serves a copy of the fixture to the tests of a file. */
export function useMiniPreview(): void {
  let preview: Preview;
  beforeAll(async () => {
    mini.root = mkdtempSync(path.join(tmpdir(), 'mini-'));
    cpSync(FIXTURE, mini.root, { recursive: true });
    preview = await startPreview({ root: mini.root, cloud });
    mini.url = preview.url;
  });
  afterEach(() => phone?.close());
  afterAll(async () => {
    await closeBrowser();
    await preview.close();
    rmSync(mini.root, { recursive: true, force: true });
  });
}

export async function open(options: Partial<PhoneOptions> = {}): Promise<Phone> {
  phone = await openPhone({ url: mini.url, ...options });
  return phone;
}

interface Outcome {
  readonly value?: Record<string, unknown>;
  readonly failure?: Record<string, unknown>;
}

/** Calls `wx.<name>(options)`, or `wx.cloud.<name>`, on the phone. */
export function call(name: string, options: object = {}): Promise<Outcome> {
  return phone.frame.evaluate(
    async ([api, given]) => {
      const { wx } = globalThis as unknown as { wx: object };
      const owner = api.includes('.') ? 'cloud' : null;
      const target = (owner ? Reflect.get(wx, owner) : wx) as Record<string, (value: object) => unknown>;
      try {
        return { value: (await target[api.split('.').pop() ?? '']?.(given)) as Record<string, unknown> };
      } catch (error) {
        const { errMsg, errCode, errno } = error as Record<string, unknown>;
        return { failure: { errMsg, errCode, errno } };
      }
    },
    [name, options] as const,
  );
}

/** What the home page of the fixture noted. */
export const log = async (): Promise<string> => (await phone.read('#log')).trim();
/** @throws Error if `read` does not give what is wanted in good time */
export const eventually = async (read: () => Promise<string>, wanted: string | RegExp): Promise<void> => {
  let found = '';
  const isMatch = async (): Promise<boolean> => {
    found = await read();
    return typeof wanted === 'string' ? found === wanted : wanted.test(found);
  };
  if (!(await seenInTime(isMatch, 30))) throw new Error(`expected ${String(wanted)}, found "${found}"`);
};
