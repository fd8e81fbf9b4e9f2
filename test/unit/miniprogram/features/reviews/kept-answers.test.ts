import type { ReviewChange, ReviewsContract } from '#contracts/reviews';
import { emptyFailure, withKept } from '../../../../../miniprogram/features/reviews/questions.view';
import { fakePhone, loadService } from '../../support/phone';

interface KeptAnswers {
  keepAnswers(about: object, change: ReviewChange, now: number): Promise<void>;
  findKeptAnswers(about: object, now: number): Promise<ReviewChange | null>;
}

const ABOUT = { cycleId: 'a-2026-11', subjectId: 'E0012' };
const NOW = Date.parse('2026-11-23T10:00:00+08:00');
const DAY_MS = 86_400_000;
const NOTHING = { ratings: {}, texts: {} };
const ANSWERS = { ratings: { team: 4, care: null }, texts: { keep: '清楚的计划' } };

/** A phone whose encrypted values can be read by asking for them alone; `kill` starts the app again. */
function openPhone(employeeId = 'E0001') {
  const encrypted = new Map<string, unknown>();
  const start = () => {
    jest.resetModules();
    const phone = fakePhone({
      setStorage: async ({ key, data, encrypt }: { key: string; data: unknown; encrypt?: boolean }) => {
        if (!encrypt) throw new Error('in the clear');
        encrypted.set(key, structuredClone(data));
      },
      getStorage: async ({ key }: { key: string }) => {
        if (!encrypted.has(key)) throw new Error('fail data not found');
        return { data: encrypted.get(key) };
      },
    });
    phone.storage.set('profile', { employeeId });
    return loadService<KeptAnswers>('features/reviews/kept-answers.ts');
  };
  return { encrypted, start };
}

test('what the server does not have is there again after the app was closed, until it has', async () => {
  const phone = openPhone();
  await phone.start().keepAnswers(ABOUT, ANSWERS, NOW);
  expect(await phone.start().findKeptAnswers(ABOUT, NOW + DAY_MS)).toMatchObject(ANSWERS);
  expect(await phone.start().findKeptAnswers({ ...ABOUT, subjectId: 'E0013' }, NOW)).toBeNull();
  await phone.start().keepAnswers(ABOUT, NOTHING, NOW);
  expect(await phone.start().findKeptAnswers(ABOUT, NOW)).toBeNull();
});

test('it is of the person alone, not for ever, and of the last eight reviews', async () => {
  const phone = openPhone();
  await phone.start().keepAnswers(ABOUT, ANSWERS, NOW);
  expect(await phone.start().findKeptAnswers(ABOUT, NOW + 31 * DAY_MS)).toBeNull();
  const other = openPhone('E0002');
  for (const [key, value] of phone.encrypted) other.encrypted.set(key, value);
  expect(await other.start().findKeptAnswers(ABOUT, NOW)).toBeNull();
  const app = phone.start();
  const all = Array.from({ length: 9 }, (_, at) => ({ ...ABOUT, subjectId: `E01${at}` }));
  await Promise.all(all.map((about) => app.keepAnswers(about, ANSWERS, NOW)));
  expect(await app.findKeptAnswers(all[0] ?? {}, NOW)).toBeNull();
  for (const about of all.slice(1)) expect(await app.findKeptAnswers(about, NOW)).toMatchObject(ANSWERS);
});

const rating = (id: string) => ({ id, kind: 'rating', name: { 'zh-CN': '服务', en: 'Service' }, weight: 1 });
const FORM = {
  ...{ scale: { least: 1, most: 5 }, state: 'begun', draft: { ratings: { care: 2, old: 1 }, texts: {} } },
  sections: [{ items: [rating('team'), rating('care'), { id: 'keep', kind: 'text' }] }],
} as unknown as ReviewsContract['reviewForm']['output'];

test('it is laid over what the server has, as far as it is asked, and is not saved yet', () => {
  expect(withKept(FORM, { ...ANSWERS, ratings: { ...ANSWERS.ratings, gone: 3 } })).toEqual({
    draft: { ratings: { old: 1, team: 4 }, texts: { keep: '清楚的计划' } },
    ...{ unsaved: ['team', 'care', 'keep'], restored: 3 },
  });
  expect(withKept(FORM, { ratings: { team: 9, care: 2 }, texts: { keep: '' } })).toMatchObject({
    ...{ draft: FORM.draft, restored: 0 },
  });
  for (const state of ['sent', 'late'] as const)
    expect(withKept({ ...FORM, state }, ANSWERS)).toEqual({ draft: FORM.draft, unsaved: [], restored: 0 });
});

test('nothing answered is said with the first question, before the call', () => {
  expect(emptyFailure(FORM, { ratings: {}, texts: { keep: '  ' } })).toMatchObject({
    ...{ code: 'REVIEW_EMPTY', data: { itemZh: '服务', itemEn: 'Service' } },
  });
  expect(emptyFailure(FORM, { ratings: { team: 1 }, texts: {} })).toBeNull();
  expect(emptyFailure(FORM, { ratings: {}, texts: { keep: '好' } })).toBeNull();
});
