import path from 'node:path';
import { type Preview, startPreview } from '../../../local/preview/start-preview';
import { closeBrowser } from '../support/browser';
import { FakeCloud } from '../support/fake-cloud';
import { eventually, FIXTURE } from '../support/mini-preview';
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

/** Left edge and width of an element, pixels from the left of the phone. */
const across = (selector: string): Promise<string> =>
  phone.find(selector).evaluate((element) => {
    const { left, width } = element.getBoundingClientRect();
    return `${Math.round(left)} + ${Math.round(width)}`;
  });

test('a swiper shows its neighbours in the margins, several items, the item with an id, and goes round', async () => {
  await open('/pages/boxes/boxes');
  await eventually(() => across('#b'), '30 + 340');
  expect(await across('#many wx-swiper-item')).toBe('0 + 195');
  await phone.tap('#to-c');
  await eventually(() => across('#c'), '30 + 340');
  await phone.swipe('#turn', -80);
  await eventually(() => phone.read('#turned'), '0 touch a');
  await eventually(() => across('#a'), '30 + 340');
  await phone.swipe('#turn', 80);
  await eventually(() => phone.read('#turned'), '2 touch c');
  await phone.expectNoProblems();
});

const heightOf = (selector: string): Promise<string> =>
  phone.frame.locator(selector).evaluate((element) => String(element.getBoundingClientRect().height));

test('pulling a scroll-view refreshes it until the page says that it is done; a short pull does nothing', async () => {
  await open('/pages/boxes/boxes');
  const pulled = async () => (await phone.read('#pulled')).trim();
  await phone.swipe('#pull', 0, 50);
  await eventually(pulled, 'pulling abort');
  await phone.swipe('#pull', 0, 120);
  await eventually(pulled, 'pulling abort pulling refresh');
  expect(await heightOf('#pull .mp-refresher')).toBe('40');
  await phone.tap('#done');
  await eventually(pulled, 'pulling abort pulling refresh restore');
  expect(await heightOf('#pull .mp-refresher')).toBe('0');
  expect(await heightOf('#own-sign')).toBe('45');
  await phone.expectNoProblems();
});
