import '../../../../../miniprogram/features/reviews/words/words';
import type { ReviewsContract } from '#contracts/reviews';
import {
  type CustomersModel,
  customersView,
} from '../../../../../miniprogram/features/reviews/pages/customers/customers.view';
import { teamView } from '../../../../../miniprogram/features/reviews/pages/team/team.view';
import { wordsIn } from '../../../../../miniprogram/locales/words';

const zh = wordsIn('zh-CN');
const en = wordsIn('en');
const PERSON = { id: 'A', name: '甲', nameEn: 'Jia' };
const DATA: ReviewsContract['customers']['output'] = {
  ...{ person: PERSON, role: 'self', invitations: [{ number: 1, note: '星河' }], given: 1, answered: null },
  ...{ most: 20, until: '2026-11-27' as never, isOpen: true },
};
const shown = (data: object, more: Partial<CustomersModel> = {}, words = zh) =>
  customersView(
    {
      ...{ cycleId: 'c', employeeId: 'A', data: { ...DATA, ...data }, note: '', made: null, key: 'k' },
      ...{ busy: false, failure: null, ...more },
    },
    words,
  );

test('the person sees whom they have given a card and makes more, without a word of who answered', () => {
  const view = shown({});
  expect([view.canInvite, view.count, view.answered]).toEqual([true, '已邀请 1/20', '']);
  expect(view.rows).toEqual([{ number: 1, note: '星河' }]);
  expect(shown({ given: 20 }).canInvite).toBe(false);
});

test('a card that was just made is there with its code and says that it is shown once', () => {
  const { made } = shown({}, { made: { number: 1, note: '星河', code: 'x' } });
  expect(made).toMatchObject({ code: 'x', title: '给星河的邀请' });
  expect(made?.text).toContain('只在这里出现一次');
});

test('HR makes cards and counts them, the manager counts them, and too few are not told', () => {
  const hr = shown({ role: 'hr', invitations: [], given: 6, answered: 4 });
  expect([hr.canInvite, hr.count, hr.answered]).toEqual([true, '已邀请 6/20', '4 位以上已答']);
  const manager = shown({ role: 'manager', invitations: [], given: 3 }, {}, en);
  expect([manager.canInvite, manager.closed, manager.answered]).toEqual([
    false,
    '',
    'Too few have answered to show',
  ]);
});

test('missing reviews can be let in only about whom the server says until when', () => {
  const row = (id: string, extensionTo: string | null) =>
    ({
      ...{ person: { ...PERSON, id }, peers: null, progress: { asked: 5, answered: 2 }, customers: null },
      ...{ reopened: 0, extensionTo },
    }) as never;
  const { rows, sheet } = teamView(
    {
      ...{ cycleId: 'c', all: true, rows: [row('A', '2026-12-04'), row('B', null)], next: null },
      ...{ reopening: { id: 'A', until: '2026-12-04' as never }, busy: false, failure: null },
      cycle: { id: 'c', title: { 'zh-CN': '考核', en: 'Appraisal' }, state: 'running' } as never,
    },
    zh,
  );
  expect(rows.map(({ canReopen }) => canReopen)).toEqual([true, false]);
  expect(sheet.title).toContain('12月4日');
});

test('in the list of a team customers are a line of their own, which opens their cards for HR alone', () => {
  const row = (customers: object | null) => ({
    ...{
      person: PERSON,
      peers: null,
      progress: { asked: 5, answered: 2 },
      customers,
      reopened: 0,
      extensionTo: null,
    },
  });
  const listed = (all: boolean, customers: object | null) =>
    teamView(
      {
        ...{
          cycleId: 'c',
          all,
          rows: [row(customers) as never],
          next: null,
          reopening: null,
          busy: false,
          failure: null,
        },
        cycle: { id: 'c', title: { 'zh-CN': '考核', en: 'Appraisal' }, state: 'running' } as never,
      },
      zh,
    );
  expect(listed(true, { given: 6, answered: 4 })).toMatchObject({
    opensCards: true,
    rows: [{ progress: '收到 2/5 份', customers: '客户邀请 6 个，4 位以上已答' }],
  });
  expect(listed(false, { given: 3, answered: null })).toMatchObject({
    opensCards: false,
    rows: [{ customers: '客户邀请 3 个' }],
  });
  expect(listed(false, null).rows[0]?.customers).toBe('');
});
