import type { Day, Instant, Month } from '#contracts/common';
import type { PayFileOffer, PayFilesView } from '#contracts/pay-files';
import type { FilesModel } from '../../../../../miniprogram/features/pay/pages/files/files.model';
import { filesView } from '../../../../../miniprogram/features/pay/pages/files/files.view';
import '../../../../../miniprogram/features/pay/words/words';
import { wordsIn } from '../../../../../miniprogram/locales/words';

const zh = wordsIn('zh-CN', '2026');
const en = wordsIn('en', '2026');
const person = (at: number) => ({ id: `E${at}`, name: `示例员工${at}`, nameEn: `Demo ${at}` });
const AT = Date.parse('2026-11-11T02:00:00Z') as Instant;

const offer = (more: Partial<PayFileOffer>): PayFileOffer => ({
  ...{ id: 'register', group: 'register', format: 'xlsx', hasLanguages: true, since: '2026-01-01' as Day },
  ...{
    name: { 'zh-CN': '工资表', en: 'Payroll register' },
    source: { 'zh-CN': '同心人事', en: 'Tongxin HR' },
  },
  ...{ first: null, last: null, count: 0, blocked: null },
  ...more,
});
const DATA = {
  ...{
    month: '2026-10' as Month,
    state: 'locked',
    paidOn: '2026-11-10' as Day,
    version: 1,
    people: 2,
    net: 1,
  },
  ...{ batch: 'P202610-1', missing: [], accounts: [], accountsCount: 0, next: null },
  files: [offer({}), offer({ id: 'voucher-u8-difference', group: 'voucher', blocked: 'nothing-booked' })],
} as unknown as PayFilesView;
const model = (data: Partial<PayFilesView>): FilesModel =>
  ({
    ...{ month: DATA.month, data: { ...DATA, ...data }, failure: null, isLocked: false, open: 'register' },
    ...{ format: 'xlsx', language: 'en', making: '', progress: null, made: {}, asksAgain: false },
    ...{ asksAccounts: true, utcOffset: 480 },
  }) as unknown as FilesModel;

test('accounts that changed after the lock stand one below the other, on the page and in the question', () => {
  const accounts = Array.from({ length: 6 }, (_, at) => ({ person: person(at), by: person(9), at: AT }));
  const view = filesView(model({ accounts, accountsCount: 8 }), zh);
  expect(view.accounts).toMatchObject({
    title: '锁定后有 8 个收款账户变更，付款前请核对',
    rest: '还有 3 人',
  });
  expect(view.accounts?.rows).toHaveLength(5);
  expect(view.accounts?.rows[0]).toMatchObject({
    name: '示例员工0',
    by: '示例员工9 11月11日 周三 10:00 修改',
  });
  const lines = filesView(model({ accounts, accountsCount: 1 }), en).dialog.text.split('\n');
  expect(lines.slice(0, 2)).toEqual([
    '1 bank account was entered or changed after the lock: check it before money is paid',
    'Demo 0: by Demo 9, Wed, Nov 11, 10:00',
  ]);
  expect(filesView(model({}), zh).accounts).toBeNull();
});

test('where a layout comes from is said in the language of the page, and what needs nothing is no warning', () => {
  const groups = filesView(model({}), en).groups;
  const files = groups.flatMap((group) => group.files);
  expect(files.map(({ id, source, isWarned }) => [id, source, isWarned])).toEqual([
    ['voucher-u8-difference', '', false],
    ['register', 'Tongxin HR · since Jan 1', false],
  ]);
});
