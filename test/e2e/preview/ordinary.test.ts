import path from 'node:path';
import { type Preview, startPreview } from '../../../local/preview/start-preview';
import { closeBrowser } from '../support/browser';
import { FakeCloud } from '../support/fake-cloud';
import { FIXTURE } from '../support/mini-preview';
import { openPhone, type Phone } from '../support/phone';

jest.setTimeout(120_000);

let preview: Preview;
let phone: Phone;

beforeAll(async () => {
  const cloud = new FakeCloud(() => ({}));
  preview = await startPreview({ root: path.resolve(FIXTURE, '../mini-ordinary'), cloud });
});
afterEach(() => phone?.close());
afterAll(async () => {
  await closeBrowser();
  await preview.close();
});

const open = async (page: string): Promise<void> => {
  phone = await openPhone({ url: preview.url, page });
};

test('a list may be a number or not there; a property of an illegal type takes any value, with the warning that WeChat gives', async () => {
  await open('/pages/lists/lists');
  expect(await phone.frame.locator('.counted').allTextContents()).toEqual(['0', '1', '2']);
  expect(await phone.read('#loose')).toBe('yes|5|word');
  expect(await phone.problems()).toEqual([
    {
      kind: 'wxml',
      message: 'warning: the type of property "either" is illegal',
      place: 'components/loose/loose',
    },
  ]);
});
