import '../../../../../miniprogram/features/types/words/words';
import type { Day } from '#contracts/common';
import { settingsFrom } from '../../../../../cloudfunctions/company-rules/rule-settings';
import { CHINA_LEAVE_TYPES } from '../../../../../cloudfunctions/leave/domain/packs/china';
import { ruleSections } from '../../../../../cloudfunctions/requests/kinds';
import {
  type Adjustment,
  adjustedMinutes,
  type BalanceModel,
  balanceView,
  changeAdjustment,
  noBalances,
} from '../../../../../miniprogram/features/types/balance.view';
import {
  changeLeave,
  completeLeave,
  type LeaveDraft,
  newLeaveType,
  openLeave,
} from '../../../../../miniprogram/features/types/leave.model';
import {
  type LeaveModel,
  leaveView,
  noLeaveType,
} from '../../../../../miniprogram/features/types/leave.view';
import { leaveListView } from '../../../../../miniprogram/features/types/leave-list.view';
import { warningsView } from '../../../../../miniprogram/features/types/leave-words';
import { changeRules, completeRules, openRules } from '../../../../../miniprogram/features/types/rules.model';
import { noRules, type RulesModel, rulesView } from '../../../../../miniprogram/features/types/rules.view';
import { wordsIn } from '../../../../../miniprogram/locales/words';

const zh = wordsIn('zh-CN');
const en = wordsIn('en');
const day = (text: string) => text as Day;
const TODAY = day('2026-11-23');
const text = (words: string) => ({ 'zh-CN': words, en: words });
const shipped = (id: string): LeaveDraft => {
  const type = CHINA_LEAVE_TYPES.find(({ _id }) => _id === id);
  if (!type) throw new Error(`No type ${id}.`);
  const { _id, ...rest } = type;
  return { id: _id, ...rest };
};

describe('leave types', () => {
  const model = (draft: LeaveDraft, more: Partial<LeaveModel> = {}): LeaveModel => ({
    ...noLeaveType,
    draft,
    changed: true,
    ...more,
  });

  test('each rule is one line in words', () => {
    const rows = leaveView(model(shipped('annual')), zh).sections[1]?.rows ?? [];
    expect(rows[1]).toMatchObject({
      label: '全国 · 2008-01-01 起',
      note: '按工龄 5–15 天 · 按小时 · 只算工作日 · 工资 100%',
    });
    const sick = leaveView(model(shipped('sick')), en).sections[1]?.rows ?? [];
    expect(sick[2]).toMatchObject({
      label: 'Shanghai · from 1995-01-01',
      note: 'No balance · Hours · Working days · 60–100% pay · to be checked',
    });
  });

  test('figures are written in days and kept in leave minutes', () => {
    const path = ['rule', '0'];
    let draft = newLeaveType('own-1', TODAY);
    const change = (id: string, value: string, at: readonly string[] = path) => {
      draft = changeLeave(draft, at, id, value);
    };
    change('name.zh-CN', '生日假', []);
    change('grant', 'year');
    change('grant.days', '1.5');
    change('carry', 'yes');
    change('carry.most', '');
    change('carry.until', '2025-03-31');
    change('mostPerRequest', '2');
    change('unit', 'half');
    expect(draft.rules[0]).toMatchObject({
      grant: { by: 'year', minutes: 720 },
      carry: { most: null, until: '03-31' },
      mostPerRequest: 960,
      unit: 'half',
      step: 240,
    });
    expect(leaveView(model(draft), zh).bar).toMatchObject({ ready: true, hint: '' });
    change('grant.days', '');
    expect(leaveView(model(draft), zh).bar).toMatchObject({ ready: false, hint: '全国的规则还没填完' });
    change('grant', 'none');
    expect(draft.rules[0]).toMatchObject({ grant: null, carry: null });
  });

  test('another rule begins as the last one; two of one region and day are refused', () => {
    const { draft, path } = openLeave(shipped('annual'), [], 'add-rule', TODAY);
    expect(path).toEqual(['rule', '1']);
    expect(draft.rules[1]).toMatchObject({ from: TODAY, region: 'china' });
    const twice = changeLeave(draft, path, 'from', '2008-01-01');
    expect(leaveView(model(twice), zh).bar.hint).toBe('同一地区、同一天有两条规则');
    expect(openLeave(draft, path, 'remove', TODAY)).toMatchObject({
      path: [],
      draft: { rules: { length: 1 } },
    });
  });

  test('tiers are added, written and saved in their order', () => {
    const added = openLeave(shipped('annual'), ['rule', '0'], 'add-tier', TODAY);
    expect(added.path).toEqual(['rule', '0', 'tier', '3']);
    const written = changeLeave(changeLeave(added.draft, added.path, 'years', '5'), added.path, 'days', '7');
    const grant = completeLeave(written).rules[0]?.grant;
    expect(grant).toMatchObject({
      tiers: [{ years: 1 }, { years: 5, days: 7 }, { years: 10 }, { years: 20 }],
    });
    const gone = openLeave(written, ['rule', '0', 'tier', '0'], 'remove', TODAY);
    expect(gone.path).toEqual(['rule', '0']);
  });

  test('when days are lost, and the pay of long leave, are read and changed', () => {
    const sheet = (draft: ReturnType<typeof shipped>, index = '0') =>
      leaveView(model(draft, { path: ['rule', index] }), zh).sheet.rows;
    const change = (draft: ReturnType<typeof shipped>, id: string, value: string, index = '0') =>
      changeLeave(draft, ['rule', index], id, value);
    const annual = shipped('annual');
    const rows = sheet(annual).filter(({ id }) => id.startsWith('lost'));
    expect(rows.map(({ label, value }) => [label, value])).toEqual([
      ['病假、事假太多时不享受法定天数', ''],
      ['工龄满 1 年：病假累计', '2'],
      ['工龄满 10 年：病假累计', '3'],
      ['工龄满 20 年：病假累计', '4'],
      ['病假一个月算', '30'],
      ['不扣工资的事假累计', '20'],
      ['已休了一部分，下一年扣', ''],
      [annual.rules[0]?.lostBy?.source['zh-CN'], ''],
    ]);
    let draft = change(annual, 'lostBy.tier-1', '4');
    draft = change(change(draft, 'lostBy.month', '31'), 'lostBy.personal', '');
    expect(leaveView(model(draft), zh).bar).toMatchObject({ ready: false, hint: '全国的规则还没填完' });
    draft = change(change(draft, 'lostBy.personal', '25'), 'lostBy.partly', 'whole-year');
    expect(draft.rules[0]?.lostBy).toMatchObject({
      sick: { tiers: [{ months: 2 }, { years: 10, months: 4 }, { months: 4 }], monthDays: 31 },
      personal: { days: 25 },
      partlyTaken: 'whole-year',
    });
    const never = change(draft, 'lostBy', 'no');
    expect(never.rules[0]?.lostBy).toBeNull();
    expect(change(never, 'lostBy', 'yes').rules[0]?.lostBy).toMatchObject({ sick: { monthDays: 30 } });
    expect(sheet(shipped('sick')).filter(({ id }) => /^lost|^longPay/.test(id))).toEqual([]);

    const city = String(shipped('sick').rules.findIndex(({ region }) => region === 'shanghai'));
    const paid = change(change(shipped('sick'), 'longPay.after', '12', city), 'longPay.share-0', '50', city);
    expect(paid.rules[Number(city)]?.longPay).toMatchObject({
      afterMonths: 12,
      shares: [{ share: 50 }, { years: 1, share: 50 }, { share: 60 }],
    });
    expect(
      sheet(paid, city)
        .filter(({ id }) => id.startsWith('longPay'))
        .map(({ label, value }) => `${label} ${value}`),
    ).toEqual([
      '连续休多久后另算工资 12',
      '之后，司龄满 0 年 50',
      '之后，司龄满 1 年 50',
      '之后，司龄满 3 年 60',
    ]);
  });

  test('comp time comes from overtime and from nowhere else', () => {
    const ids = leaveView(model(shipped('comp-time'), { path: ['rule', '0'] }), zh).sheet.rows.map(
      ({ id }) => id,
    );
    expect(ids).toContain('grant-note');
    expect(ids).not.toContain('grant');
  });

  test.each(CHINA_LEAVE_TYPES.map(({ _id }) => [_id]))(
    '%s is shown whole, and can be saved as it is',
    (id) => {
      const draft = shipped(id);
      expect(leaveView(model(draft), zh).bar.hint).toBe('');
      for (const [index] of draft.rules.entries())
        expect(
          leaveView(model(draft, { path: ['rule', String(index)] }), en).sheet.rows.length,
        ).toBeGreaterThan(10);
      expect(completeLeave(draft)).toEqual(draft);
    },
  );

  test('less than the law is said with its text, once for each', () => {
    const source = text('《条例》第三条');
    const data = { region: 'china', days: 1_440, least: 2_400 };
    const warnings = [
      { code: 'LEAVE_GRANT_DAYS', data: { ...data, years: 1 }, source },
      { code: 'LEAVE_PROBATION', data: { region: 'nowhere' }, source },
    ] as const;
    expect(warningsView(warnings, zh)).toEqual([
      {
        id: '0',
        lines: ['全国工龄满 1 年给 3 天，法定 5 天', 'nowhere试用期内不能休，法律没有这个限制'],
        source: '依据：《条例》第三条',
      },
    ]);
    const list = leaveListView(
      { types: [{ type: { ...shipped('annual'), version: 2 }, warnings, shipped: true }], failure: null },
      zh,
    );
    expect(list.items[0]).toMatchObject({
      warning: '低于法定标准',
      note: '按工龄 5–15 天 · 工资 100% · 内置，已改',
    });
  });
});

describe('company rules', () => {
  const settings = settingsFrom(ruleSections, {});
  const sources = {
    attendance: text('e'),
    overtime: text('a'),
    correction: text('b'),
    expense: text('c'),
    payslip: text('f'),
    resignation: text('d'),
  };
  const about = { rules: settings, shipped: settings, sources, version: 0, warnings: [], history: [] };
  const model = (more: Partial<RulesModel> = {}): RulesModel => ({
    ...noRules,
    about,
    draft: settings,
    changed: true,
    ...more,
  });
  const rowOf = (view: ReturnType<typeof rulesView>, id: string) =>
    view.sections.flatMap(({ rows }) => rows).find((row) => row.id === id);

  test('are written in hours and yuan, and what differs from the shipped ones is marked', () => {
    expect(rowOf(rulesView(model(), zh), 'overtime.monthLimit')).toMatchObject({ value: '36', unit: '小时' });
    const hours = changeRules(settings, [], 'overtime.dayLimit', '2.5');
    expect(hours.overtime.dayLimit).toBe(150);
    expect(rowOf(rulesView(model({ draft: hours }), zh), 'overtime.dayLimit')?.label).toBe(
      '每天超过时提醒（已改）',
    );
    expect(changeRules(settings, [], 'expense.receiptAbove', '200').expense.receiptAbove).toBe(20_000);
    expect(changeRules(settings, [], 'expense.receiptAbove', '').expense.receiptAbove).toBeNull();
    expect(changeRules(settings, [], 'overtime.compTime.holiday', 'warn').overtime.compTime.holiday).toBe(
      'warn',
    );
    expect(changeRules(settings, [], 'correction.overQuota', 'warn').correction.overQuota).toBe('warn');
  });

  test('a figure that is missing, or goes against another, is said', () => {
    const hint = (draft: typeof settings) => rulesView(model({ draft }), zh).bar.hint;
    expect(hint(changeRules(settings, [], 'resignation.noticeDays', ''))).toBe('“正式员工提前”要填一个数字');
    expect(hint(changeRules(settings, [], 'overtime.dayMost', '1'))).toBe('拒绝的上限不能低于提醒的上限');
  });

  test('blocked days are a stretch whose ends follow each other, saved in order', () => {
    let { draft, path } = openRules(settings, [], 'add-blocked', TODAY);
    expect(rulesView(model({ draft, path }), zh).sheet.show).toBe(true);
    draft = changeRules(draft, path, 'name.zh-CN', '年终结算');
    draft = changeRules(draft, path, 'from', '2026-12-28');
    expect(draft.blocked[0]).toMatchObject({ from: '2026-12-28', to: '2026-12-28' });
    draft = changeRules(draft, path, 'to', '2026-12-31');
    ({ draft, path } = openRules(draft, [], 'add-blocked', TODAY));
    expect(rulesView(model({ draft }), zh).bar.hint).toBe('有一段不可休假的日子还没有名称');
    draft = changeRules(draft, path, 'name.zh-CN', '盘点');
    expect(completeRules(draft).blocked.map(({ from, name }) => [from, name.en])).toEqual([
      ['2026-11-23', '盘点'],
      ['2026-12-28', '年终结算'],
    ]);
    expect(openRules(draft, ['blocked', '0'], 'remove', TODAY).draft.blocked).toHaveLength(1);
  });

  test('the history names what was changed', () => {
    const at = Date.parse('2026-11-23T09:00:00+08:00') as never;
    const entry = {
      at,
      byName: '王一',
      byNameEn: 'Ming',
      version: 2,
      what: ['overtime.dayLimit', 'blocked'],
    };
    expect(rulesView(model({ about: { ...about, history: [entry] } }), zh).changes).toEqual([
      {
        version: 2,
        what: '加班 · 每天超过时提醒、不可休假的日子',
        who: '王一 · 11月23日 周一 09:00 · 第 2 版',
      },
    ]);
  });
});

describe('a correction of a balance', () => {
  const sheet: Adjustment = {
    key: 'k',
    typeId: 'annual',
    way: 'more',
    days: '',
    hours: '',
    expiresOn: null,
    reason: '',
  };
  const balance = {
    type: {
      id: 'annual',
      name: text('年休假'),
      unit: 'hour',
      paidShare: 100,
      balance: true,
      source: text('x'),
    },
    left: 4_800,
    held: 0,
    used: 480,
    expiring: null,
    basis: [],
  } as const;
  const model = (more: Partial<BalanceModel> = {}): BalanceModel => ({
    ...noBalances,
    person: { id: 'E1', name: '王一', nameEn: 'Ming' },
    data: { balances: [balance], ledger: [] },
    ...more,
  });

  test.each<[Partial<Adjustment>, number | null]>([
    [{}, null],
    [{ days: '1.5' }, 720],
    [{ days: '1', hours: '4', way: 'less' }, -720],
    [{ days: '0' }, null],
    [{ days: 'x' }, null],
  ])('%j is %s leave minutes', (more, minutes) => {
    expect(adjustedMinutes({ ...sheet, ...more })).toBe(minutes);
  });

  test('says what comes of it, and needs a reason', () => {
    const written = changeAdjustment(changeAdjustment(sheet, 'days', '2'), 'way', 'less');
    const view = balanceView(model({ sheet: written }), zh);
    expect(view.sheet.rows.map(({ id }) => id)).toEqual(['way', 'days', 'hours', 'reason', 'effect']);
    expect(view.sheet.rows[4]?.label).toBe('10 天 → 8 天');
    expect(view.sheetReady).toBe(false);
    expect(balanceView(model({ sheet: { ...written, reason: '补录' } }), zh).sheetReady).toBe(true);
    const done = { typeId: 'annual', before: 4_800, after: 3_840 };
    expect(balanceView(model({ done }), en).done).toBe('年休假 corrected: 10 days → 8 days');
  });

  test('nobody chosen, loading, refused', () => {
    expect(balanceView(model({ person: null }), zh).mode).toBe('nobody');
    expect(balanceView(model({ data: null }), zh).mode).toBe('loading');
    const failure = { code: 'LEAVE_BALANCE_SHORT', data: { wanted: 960, left: 480 }, requestId: '' } as const;
    expect(balanceView(model({ sheet, failure }), zh).sheet.rows[0]).toMatchObject({
      id: 'failure',
      label: '余额不够：需要 2 天，还剩 1 天',
      tone: 'bad',
    });
  });
});
