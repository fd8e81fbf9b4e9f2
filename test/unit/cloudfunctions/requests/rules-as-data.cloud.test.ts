import { openWithReset } from '../../../support/open';
import { openRequestCompany, PEOPLE, seal } from '../support/request-company';
import { BIRTHDAY, BIRTHDAY_RULE, COMPANY_RULES } from '../support/rule-drafts';

const company = openWithReset(() => openRequestCompany('2026-11-23T09:00:00+08:00'));

const saveLeave = (type: unknown, expectedVersion: number, who: 'hr' | 'admin' = 'hr') =>
  company.ask(who, 'saveLeaveType', { type, expectedVersion });
const saveRules = (rules: unknown, expectedVersion: number) =>
  company.ask('hr', 'saveCompanyRules', { rules, expectedVersion });
const balanceIds = async () =>
  (await company.ask('staff', 'balances')).data.balances.map(({ type }: { type: { id: string } }) => type.id);

const lostBy = (years: readonly number[], monthDays = 30) => ({
  sick: { types: ['sick'], tiers: years.map((each) => ({ years: each, months: 2 })), monthDays },
  personal: { types: ['personal'], days: 20 },
  partlyTaken: 'days-taken',
  source: BIRTHDAY_RULE.source,
});

describe('leave types', () => {
  test('a new one is there for everybody, within a minute on other instances', async () => {
    expect(await balanceIds()).not.toContain('birthday');
    expect((await saveLeave(BIRTHDAY, 0)).data).toEqual({ type: { ...BIRTHDAY, version: 1 }, warnings: [] });
    company.clock.advance(61_000);
    expect(await balanceIds()).toContain('birthday');
    const { data } = await company.ask('hr', 'leaveType', { id: 'birthday' });
    expect(data).toMatchObject({
      type: { ...BIRTHDAY, version: 1 },
      shipped: false,
      history: [{ version: 1, byName: '员工hr', what: ['enabled', 'name', 'rules'] }],
    });
    expect(JSON.stringify(data)).not.toContain(PEOPLE.hr);
  });

  test('the same again is the same version, also after a lost answer', async () => {
    await saveLeave(BIRTHDAY, 0);
    expect((await saveLeave(BIRTHDAY, 0)).data.type.version).toBe(1);
    expect((await saveLeave(BIRTHDAY, 1)).data.type.version).toBe(1);
    expect((await saveLeave({ ...BIRTHDAY, enabled: false }, 0)).error).toEqual({
      code: 'VERSION_CONFLICT',
      data: { version: 1 },
    });
    expect((await company.ask('hr', 'leaveType', { id: 'birthday' })).data.history).toHaveLength(1);
  });

  test('a shipped one that gives less than the law is saved, and says so with the source', async () => {
    const { type } = (await company.ask('admin', 'leaveType', { id: 'annual' })).data;
    const { version, ...edited } = type;
    expect(version).toBe(0);
    const [rule] = edited.rules;
    const tiers = [
      { years: 1, days: 3 },
      { years: 10, days: 12 },
    ];
    const less = { ...edited, rules: [{ ...rule, grant: { ...rule.grant, tiers } }] };
    const { data } = await saveLeave(less, 0, 'admin');
    expect(data.warnings).toEqual([
      {
        code: 'LEAVE_GRANT_DAYS',
        data: { region: 'china', years: 1, days: 1_440, least: 2_400 },
        source: rule.source,
      },
      {
        code: 'LEAVE_GRANT_DAYS',
        data: { region: 'china', years: 20, days: 5_760, least: 7_200 },
        source: rule.source,
      },
    ]);
    const { types } = (await company.ask('hr', 'leaveTypes')).data;
    expect(types.find((each: { type: { id: string } }) => each.type.id === 'annual')).toMatchObject({
      shipped: true,
      type: { version: 1 },
      warnings: data.warnings,
    });
  });

  test('a document that was imported by hand is version 0, and can be edited', async () => {
    const { id: _id, ...fields } = BIRTHDAY;
    await company.db.insertMany('leave_types', [{ _id, ...fields }]);
    expect((await saveLeave({ ...BIRTHDAY, enabled: false }, 0)).data.type.version).toBe(1);
    expect(await company.db.get('leave_types', 'birthday')).toMatchObject({ enabled: false, version: 1 });
  });

  test.each([
    ['two rules of one day', { rules: [BIRTHDAY_RULE, BIRTHDAY_RULE] }, 'repeated'],
    ['no rule', { rules: [] }, 'min_length'],
    ['half days in steps of hours', { rules: [{ ...BIRTHDAY_RULE, unit: 'half', step: 60 }] }, 'unit'],
    ['steps that do not fit a day', { rules: [{ ...BIRTHDAY_RULE, unit: 'hour', step: 50 }] }, 'unit'],
    [
      'pay from the second year on only',
      { rules: [{ ...BIRTHDAY_RULE, paidShares: [{ years: 2, share: 1 }] }] },
      'ascending',
    ],
    ['credit by overtime', { rules: [{ ...BIRTHDAY_RULE, grant: { by: 'overtime' } }] }, 'comp-time'],
    [
      'carrying over nothing',
      { rules: [{ ...BIRTHDAY_RULE, grant: null, carry: { most: null, until: '03-31' } }] },
      'grant',
    ],
    ['30 February', { rules: [{ ...BIRTHDAY_RULE, carry: { most: null, until: '02-30' } }] }, 'day'],
    [
      'sick leave by years out of order',
      { rules: [{ ...BIRTHDAY_RULE, lostBy: lostBy([10, 1]) }] },
      'ascending',
    ],
    ['a month of 32 days', { rules: [{ ...BIRTHDAY_RULE, lostBy: lostBy([1], 32) }] }, 'max_value'],
    [
      'pay of long leave from the second year on only',
      {
        rules: [
          {
            ...BIRTHDAY_RULE,
            longPay: { afterMonths: 6, shares: [{ years: 2, share: 50 }], source: BIRTHDAY_RULE.source },
          },
        ],
      },
      'ascending',
    ],
    [
      'a share of 900 percent',
      { rules: [{ ...BIRTHDAY_RULE, paidShares: [{ years: 0, share: 900 }] }] },
      'max_value',
    ],
  ])('%s is refused', async (_, more, rule) => {
    const { error } = await saveLeave({ ...BIRTHDAY, ...more }, 0);
    expect([error?.code, error?.data.rule]).toEqual(['INPUT_INVALID', rule]);
    expect(await company.db.count('leave_types')).toBe(0);
  });

  test('a version of what does not exist is not found', async () => {
    expect((await saveLeave(BIRTHDAY, 3)).error?.code).toBe('NOT_FOUND');
    expect((await company.ask('hr', 'leaveType', { id: 'nothing' })).error?.code).toBe('NOT_FOUND');
  });
});

describe('company rules', () => {
  test('are as shipped until somebody changes them, with who changed what', async () => {
    const before = (await company.ask('hr', 'companyRules')).data;
    expect(before).toMatchObject({ version: 0, warnings: [], history: [], rules: { expiryNoticeDays: 7 } });
    expect(before.rules).toEqual(before.shipped);
    expect((await saveRules(before.rules, 0)).data.version).toBe(0);
    const rules = { ...COMPANY_RULES, correction: { ...COMPANY_RULES.correction, monthlyQuota: 5 } };
    expect((await saveRules(rules, 0)).data).toEqual({ rules, version: 1, warnings: [] });
    expect((await saveRules(rules, 0)).data.version).toBe(1);
    const after = (await company.ask('admin', 'companyRules')).data;
    expect(after).toMatchObject({
      rules,
      version: 1,
      history: [{ version: 1, byName: '员工hr', what: ['blocked', 'correction.monthlyQuota'] }],
    });
    expect((await saveRules(COMPANY_RULES, 0)).error?.code).toBe('VERSION_CONFLICT');
  });

  test('what goes against the law is saved, and says so with the source', async () => {
    const { overtime, resignation } = COMPANY_RULES;
    const compTime = { ...overtime.compTime, holiday: 'allow' };
    const { data } = await saveRules(
      {
        ...COMPANY_RULES,
        overtime: { ...overtime, monthLimit: 3_000, compTime },
        resignation: { ...resignation, noticeDays: 60 },
      },
      0,
    );
    const source = (zh: string) => ({ source: expect.objectContaining({ 'zh-CN': zh }) });
    expect(data.warnings).toEqual([
      {
        code: 'OVERTIME_MONTH',
        data: { minutes: 3_000, limit: 2_160 },
        ...source('《劳动法》第四十一、四十四条'),
      },
      { code: 'COMP_TIME', data: { percent: 300 }, ...source('《劳动法》第四十一、四十四条') },
      { code: 'NOTICE', data: { days: 60, limit: 30 }, ...source('《劳动合同法》第三十七条') },
    ]);
  });

  test('blocked days stop leave that can be blocked, and no other', async () => {
    await saveRules(COMPANY_RULES, 0);
    company.clock.advance(61_000);
    const leave = (leaveType: string) =>
      company.ask('staff', 'preview', {
        typeId: 'leave',
        values: { leaveType, period: { unit: 'day', from: '2026-12-30', to: '2026-12-30' } },
      });
    expect((await leave('annual')).data.problem).toEqual({
      code: 'BLOCKED_DAY',
      data: { day: '2026-12-30', nameZh: '年终结算', nameEn: '年终结算' },
    });
    expect((await leave('sick')).data.problem).toBeNull();
    const input = { ...seal(), typeId: 'leave', version: 1 };
    const period = { unit: 'day', from: '2026-12-28', to: '2026-12-29' };
    const { error } = await company.ask('staff', 'submit', {
      ...input,
      values: { leaveType: 'annual', period },
    });
    expect(error?.code).toBe('BLOCKED_DAY');
  });

  const { overtime } = COMPANY_RULES;
  const [stretch] = COMPANY_RULES.blocked;
  test.each([
    ['a quota of −1', { correction: { ...COMPANY_RULES.correction, monthlyQuota: -1 } }],
    ['a day of 25 hours', { overtime: { ...overtime, dayLimit: 1_500 } }],
    ['a refusal below the limit', { overtime: { ...overtime, dayMost: 60 } }],
    ['a stretch that ends before it begins', { blocked: [{ ...stretch, to: '2026-12-01' }] }],
    ['a stretch of a century', { blocked: [{ ...stretch, to: '2126-12-01' }] }],
    ['a stretch of three months', { blocked: [{ ...stretch, to: '2027-03-31' }] }],
    ['41 stretches', { blocked: Array(41).fill(stretch) }],
    ['a figure more', { bonus: 1 }],
  ])('%s is refused', async (_, more) => {
    expect((await saveRules({ ...COMPANY_RULES, ...more }, 0)).error?.code).toBe('INPUT_INVALID');
    expect(await company.db.count('request_rules')).toBe(0);
  });
});
