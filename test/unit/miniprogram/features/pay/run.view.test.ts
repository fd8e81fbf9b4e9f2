import type { Day, Month } from '#contracts/common';
import type { SalaryVersion } from '#contracts/pay-item';
import type { PayMonthView, PayRunView, SalaryView } from '#contracts/payroll';
import { bonusesView } from '../../../../../miniprogram/features/pay/pages/bonuses/bonuses.view';
import { changesView } from '../../../../../miniprogram/features/pay/pages/changes/changes.view';
import { disputesView } from '../../../../../miniprogram/features/pay/pages/disputes/disputes.view';
import { leavingOf } from '../../../../../miniprogram/features/pay/pages/leavers/leavers.model';
import { leaversView } from '../../../../../miniprogram/features/pay/pages/leavers/leavers.view';
import type { RunModel } from '../../../../../miniprogram/features/pay/pages/run/run.model';
import { runView } from '../../../../../miniprogram/features/pay/pages/run/run.view';
import {
  draftFrom,
  lineOf,
  type SalaryModel,
} from '../../../../../miniprogram/features/pay/pages/salary/salary.model';
import { salaryView } from '../../../../../miniprogram/features/pay/pages/salary/salary.view';
import '../../../../../miniprogram/features/pay/words/words';
import { wordsIn } from '../../../../../miniprogram/locales/words';

const zh = wordsIn('zh-CN', '2026');
const en = wordsIn('en', '2026');
const PERSON = { id: 'E0012', name: '示例员工', nameEn: 'Demo Employee' };

const SUMS = {
  ...{ gross: 1_486_320_50, contributions: 200_000_00, tax: 60_000_00, deductions: 0 },
  ...{ net: 1_226_320_50, employer: 400_000_00 },
} as unknown as PayRunView['sums'];
const RUN: PayRunView = {
  ...{ month: '2026-10' as Month, rev: 4, state: 'calculated', paidOn: '2026-11-10' as Day, version: 1 },
  ...{ people: 60, written: 60, warnings: 3, sums: SUMS, blockers: [], isOwn: false, history: [] },
  ...{ itemsChanged: [], changedByYou: null },
};
const DATA: PayMonthView = {
  ...{
    month: '2026-10' as Month,
    attendance: 'locked',
    run: RUN,
    openDisputes: 0,
    owedApart: 0,
    filesMade: 0,
    accountsChanged: null,
    lockers: [PERSON],
    bonusChanges: [],
  },
  before: { ...SUMS, gross: 1_447_380_30 as never },
};
const MODEL: RunModel = {
  ...{ month: '2026-10' as Month, last: '2026-10' as Month, paidOn: '2026-11-10' as Day, data: DATA },
  ...{ isWorking: false, asks: 'none', busy: false, failure: null, utcOffset: 480 },
};
const view = (
  run: Partial<PayRunView> | null = {},
  data: Partial<PayMonthView> = {},
  model: Partial<RunModel> = {},
) => runView({ ...MODEL, data: { ...DATA, run: run && { ...RUN, ...run }, ...data }, ...model }, zh);
const states = (shown: ReturnType<typeof view>) => shown.steps.map(({ state }) => state);

const LATER = ['later', 'later', 'later', 'later'];
const DONE = ['done', 'done', 'done', 'done', 'done'];

test('each step has its state, and the next one is under the thumb', () => {
  const none = { attendance: 'open', before: null } as const;
  expect(states(view(null, none))).toEqual(['blocked', ...LATER, 'later', 'later']);
  expect(view(null, none).bar.second).toBe('');
  expect(states(view(null))).toEqual(['done', 'done', 'now', ...LATER]);
  expect(view(null).bar).toMatchObject({ second: '开始计算', acts: ['', 'calculate'] });
  expect(view({ state: 'running' }).bar).toMatchObject({ second: '接着算' });
  const settled = view(null, { attendance: 'settled' });
  expect(states(settled)).toEqual(['done', 'blocked', ...LATER, 'later']);
  expect(states(view())).toEqual(['done', 'done', 'done', 'now', 'now', 'later', 'later']);
  expect(view().bar).toMatchObject({ first: '重新计算', second: '锁定' });
  expect(states(view({ state: 'locked' }))).toEqual([...DONE, 'now', 'now']);
  expect(view({ state: 'locked' }).bar).toMatchObject({ first: '撤回', second: '发布' });
  const published = view({ state: 'published' }, { filesMade: 3, openDisputes: 2 });
  expect(states(published)).toEqual([...DONE, 'done', 'done']);
  expect(published.ended).toBe('60 张工资条已全部发布，2 条疑问等答复');
  expect(view().ended).toBe('');
  expect(view({ state: 'published' }).bar).toMatchObject({ first: '撤回', second: '' });
});

test('who has worked it out is told that somebody else locks it', () => {
  const own = view({ isOwn: true });
  const hint = '你参与了计算，可以由示例员工锁定';
  expect(own.steps[4]).toMatchObject({ state: 'blocked', notes: [hint] });
  expect(own.bar).toMatchObject({ first: '重新计算', second: '', hint });
});

test('who has changed what it pays is told what, and who locks it', () => {
  const changedByYou = {
    items: [{ 'zh-CN': '补贴', en: 'Extra' }],
    oneOff: { count: 7, people: [PERSON] },
    bases: null,
    rates: null,
  };
  const kept = view({ changedByYou });
  expect(kept.steps[4]?.state).toBe('blocked');
  expect(kept.bar).toMatchObject({
    first: '重新计算',
    second: '',
    hint: '你保存了影响本月工资的薪酬项目：补贴，你录入了示例员工，还有 6 人的奖金或离职原因，可以由示例员工锁定',
  });
  const bases = { items: [], oneOff: null, bases: changedByYou.oneOff, rates: changedByYou.oneOff };
  const alone = view({ changedByYou: bases }, { lockers: [] }).bar.hint;
  expect(alone).toContain('你改过示例员工，还有 6 人的社保公积金基数或比例');
  expect(alone).toContain('你改过示例员工，还有 6 人的考核等级奖金比例');
  expect(alone).toContain('请管理员再指定一位薪酬负责人');
});

test('what was recalled is worked out again before somebody can lock it', () => {
  const history = [{ kind: 'recalled' as const, at: 0 as never, by: PERSON, reason: '算错了' }];
  for (const isOwn of [true, false]) {
    const shown = view({ history, isOwn });
    expect(states(shown)).toEqual(['done', 'done', 'now', ...LATER]);
    expect(shown.bar).toMatchObject({ first: '', second: '重新计算', acts: ['', 'again'], hint: '' });
    expect(shown.steps[2]?.notes).toContain('已撤回。改好之后重新算一遍，再由另一个人锁定');
  }
});

test('who is in the way is named, five of them', () => {
  const blockers = Array.from({ length: 7 }, () => ({ person: PERSON, rule: 'no-salary' as const }));
  const notes = view({ blockers }).steps[2]?.notes ?? [];
  expect(notes).toHaveLength(7);
  expect(notes[1]).toBe('示例员工：没有薪资');
  expect(notes.at(-1)).toBe('还有 2 人');
});

test('what is wrong with somebody is said with the figure and where it is mended, and nobody can lock', () => {
  const refused = (code: string, data: object) => ({
    ...{ person: PERSON, rule: 'refused' as const },
    error: { code, data } as never,
  });
  const shown = view({
    blockers: [
      refused('RATE_OUT_OF_RANGE', { kind: 'fund', side: 'employer', percent: 12, least: 5, most: 7 }),
      refused('PAY_RULE_MISSING', { id: 'cn.hangzhou.pension', from: '' }),
      refused('PAY_RULE_MISSING', {
        ...{ id: 'cn.hangzhou.supplementaryFund', from: '', rule: 'no-supplementary' },
      }),
      { person: PERSON, rule: 'unreadable', record: 'salaries' },
      { person: PERSON, rule: 'formula' },
    ],
  });
  expect(shown.steps[2]?.notes.slice(1)).toEqual([
    '示例员工：住房公积金（单位）的缴存比例要在 5% 到 7% 之间，现在是 12%。请在“社保公积金”里更正公司的比例，或在“缴费基数”里更正本人的',
    '示例员工：没有录入这一天适用的养老保险规定，不能计算。请在“社保公积金”里录入当天适用的规定和出处',
    '示例员工：所在城市没有补充公积金，但本人或这座城市填了它的比例。请在“社保公积金”里更正公司的比例，或在“缴费基数”里更正本人的',
    '示例员工：有一条存储的资料不能用（salaries），请在“待修数据”里更正，或从备份恢复',
    '示例员工：公式算不出来',
  ]);
  expect(shown.steps[4]).toMatchObject({ state: 'blocked' });
  expect(shown.bar).toMatchObject({
    second: '重新计算',
    acts: ['', 'again'],
    hint: '没有人被漏算时才能锁定',
  });
});

test('the sum stands above, with what changed against the month before', () => {
  expect(view()).toMatchObject({ gross: '¥1,486,320.50', change: '比上月多 ¥38,940.20' });
  expect(view({}, { before: null }).change).toBe('');
  expect(view({}, { openDisputes: 2 }).disputes).toBe('2 条疑问等你答复');
  expect(view({}, { openDisputes: 2, owedApart: 1 }).disputes).toBe('2 条疑问等你答复，1 人的差额待单独结清');
  expect(view({ state: 'published' }, { owedApart: 1 }).ended).toContain('1 人的差额待单独结清');
});

test('while it works nothing else can be tapped, and it says how far it is', () => {
  const working = view({ state: 'running', people: 20 }, {}, { isWorking: true });
  expect(working).toMatchObject({ busy: true, canChooseDay: false });
  expect(working.bar).toMatchObject({ first: '', second: '', hint: '正在计算，已完成 20 人' });
});

test('locking and publishing ask with what they do', () => {
  expect(view({}, {}, { asks: 'lock' }).dialog).toMatchObject({
    ...{ show: true, title: '锁定2026年10月的工资', ok: '锁定' },
    text: '60 人，实发合计 ¥1,226,320.50。锁定后不能再改\n3 条提示要看',
  });
  expect(view({ warnings: 0 }, {}, { asks: 'lock' }).dialog.text).not.toContain('\n');
  expect(view({}, {}, { asks: 'publish' }).dialog.text).not.toContain('提示');
  expect(view({}, {}, { asks: 'recall' })).toMatchObject({ asksReason: true, dialog: { show: false } });
});

const money = (name: string, value: number) => ({ name, kind: 'money', value }) as never;

test('a change names its lines and amounts; what has to be looked at is said in words', () => {
  const people = [
    {
      ...{ person: PERSON, net: 1_000_00, netBefore: 900_00, gross: 1_200_00 },
      changes: [{ line: 'earnings/overtime.300', before: 0, now: 372_414 }],
      warnings: [
        {
          code: 'under-minimum',
          inputs: [money('minimumWage', 274_000), money('short', 97_530)],
          rule: null,
        },
        { code: 'rule-unverified', inputs: [], rule: { source: '某通知' } },
      ],
    },
  ] as never;
  const model = {
    month: '2026-10' as Month,
    people,
    next: null,
    onlyWarned: true,
    showsRules: false,
    isLoadingMore: false,
    failure: null,
  };
  expect(changesView(model, zh).rows).toMatchObject([
    {
      ...{ name: '示例员工', net: '¥1,000.00', change: '+¥100.00' },
      changes: [{ name: '法定节假日加班 300%', amount: '+¥3,724.14' }],
      warnings: [{ text: '低于最低工资 ¥2,740.00，差 ¥975.30' }],
    },
  ]);
  // Counted once for everybody, and said where somebody asks, so that the people stand first.
  expect(changesView(model, zh)).toMatchObject({
    hasRules: true,
    rules: [],
    text: { rules: '要核对的规则 1 条' },
    rows: [{ warnings: [{}] }],
  });
  expect(changesView({ ...model, showsRules: true }, zh).rules).toEqual(['某通知，还没有核对过']);
  expect(changesView(model, en).rows[0]?.changes[0]?.name).toBe('Overtime on statutory holidays at 300%');
});

test('a question says whose it is, about what, and until when it has to be answered', () => {
  const dispute = {
    id: 'd',
    line: 'tax/tax.wages',
    text: '多扣了',
    at: 0,
    answerBy: '2026-11-13' as Day,
    answer: null,
  };
  const one = { person: PERSON, month: '2026-10' as Month, rev: 2, dispute } as never;
  const model = {
    ...{ disputes: [one], next: null, answering: null, busy: false, failure: null, utcOffset: 480 },
    today: '2026-11-13' as Day,
  };
  expect(disputesView(model, zh).rows).toMatchObject([
    { name: '示例员工', about: '2026年10月 · 工资薪金个税', until: '11月13日 周五前答复', tone: 'warn' },
  ]);
  // The day after, nobody reads a day that is over as one that comes.
  const over = { ...model, today: '2026-11-14' as Day };
  expect(disputesView(over, zh).rows[0]).toMatchObject({
    until: '应在 11月13日 周五前答复，已超期',
    tone: 'bad',
  });
  expect(disputesView(over, en).rows[0]?.until).toBe('Answer was due Fri, Nov 13');
});

test('a difference that no run pays stays in the list until it is settled', () => {
  const answer = { text: '已更正', at: 1, by: PERSON, difference: 50_00, paidBy: 'apart' };
  const dispute = { id: 'd', line: 'tax/tax.wages', text: '多扣了', at: 0, answerBy: '2026-11-13', answer };
  const one = { person: PERSON, month: '2026-10' as Month, rev: 2, dispute } as never;
  const model = {
    ...{ disputes: [one], next: null, answering: null, busy: false, failure: null, utcOffset: 480 },
    today: '2026-11-13' as Day,
  };
  expect(disputesView(model, zh).rows).toMatchObject([
    { isOwed: true, until: '待结清', owed: expect.stringContaining('差额 ¥50.00') },
  ]);
  expect(disputesView(model, en).rows[0]?.owed).toContain('No run pays it');
});

test('who locks is told of accounts and of items that one officer has changed alone', () => {
  const other = { id: 'E0013', name: '示例同事', nameEn: 'Demo Colleague' };
  const item = (more: object) => ({
    ...{ id: 'extra', name: { 'zh-CN': '补贴', en: 'Extra' }, how: 'new', savedBy: [PERSON] },
    ...{ savedAt: Date.parse('2026-11-05T02:00:00Z'), people: 1, named: [other], own: [], ...more },
  });
  const alerts = (itemsChanged: readonly object[], more: Partial<PayMonthView> = {}, run: object = {}) =>
    view({ itemsChanged: itemsChanged as never, ...run }, more).steps.map((each) => each.alerts)[3];
  expect(alerts([])).toEqual([]);
  expect(
    alerts([item({}), item({ named: [PERSON], own: [PERSON] }), item({ how: 'removed', people: 40 })]),
  ).toEqual([
    '新增薪酬项目“补贴”，示例员工于11月5日 周四保存，只关系到保存的人自己，请重点核对',
    '新增薪酬项目“补贴”，示例员工于11月5日 周四保存，关系到 1 人：示例同事',
    '删除了薪酬项目“补贴”，示例员工于11月5日 周四保存，关系到 40 人',
  ]);
  expect(alerts([item({ people: 2, named: [PERSON, other], own: [PERSON] })])?.[0]).toContain(
    '关系到 2 人：示例员工、示例同事，其中示例员工是保存的人，请重点核对',
  );
  expect(alerts([item({ how: 'changed', lost: { count: 1, people: [PERSON] } })])?.[0]).toContain(
    '示例员工不再有这一项',
  );
  // What is published is decided.
  expect(alerts([item({})], {}, { state: 'published' })).toEqual([]);
  const bonus = {
    ...{ at: Date.parse('2026-11-05T02:00:00Z'), byName: '示例人事', byNameEn: 'Demo HR', version: 2 },
    ...{
      what: ['rules'],
      values: { 'rules/0/from': ['2020-01-01', '2026-07-01'], 'rules/0/rates/0/percent': ['15', '100'] },
    },
  };
  expect(alerts([], { bonusChanges: [bonus as never] })).toEqual([
    '示例人事于11月5日 周四改了考核等级的奖金比例，已发的月份会补差额，2020年1月1日 → 7月1日，15% → 100%',
  ]);
  const accountsChanged = { count: 7, people: [PERSON, other] };
  expect(alerts([], { accountsChanged })).toEqual([
    '上月锁定后，7 人的收款账户有变更：示例员工、示例同事，还有 5 人',
  ]);
});

test('in a month whose run is locked no bonus is removed or entered, and no reason is changed', () => {
  const bonus = { person: PERSON, rev: 1, bonus: { amount: 100_00, way: 'merged', basis: null } };
  const bonuses = (isFinal: boolean) =>
    bonusesView(
      {
        ...{ month: '2026-10' as Month, current: '2026-12' as Month, paidOn: '2026-11-10' as Day },
        ...{
          items: [bonus as never],
          next: null,
          isFinal,
          form: null,
          isPicking: false,
          busy: false,
          failure: null,
        },
      },
      zh,
    );
  expect(bonuses(false)).toMatchObject({ isFinal: false, final: '' });
  expect(bonuses(true)).toMatchObject({ isFinal: true, final: expect.stringContaining('先撤回') });
  const leavers = (isFinal: boolean) =>
    leaversView(
      {
        ...{ month: '2026-10' as Month, current: '2026-12' as Month, isFinal, form: null, busy: false },
        ...{ failure: null, items: [LEAVER as never] },
      },
      zh,
    ).final;
  expect([leavers(false), leavers(true)]).toEqual(['', expect.stringContaining('先撤回')]);
});
const LEAVER = {
  ...{ person: PERSON, rev: 1, hiredOn: '2024-01-05', lastDay: '2026-10-30', leaving: null },
  ...{ unused: { annual: 0, compTime: 0 }, lines: [], warnings: [] },
};

const SALARY: SalaryModel = {
  ...{ person: PERSON, items: [], isPicking: false, today: '2026-11-23' as Day, busy: false, failure: null },
  data: {
    ...{ person: PERSON, rev: 1, waiting: null },
    versions: [
      {
        from: '2026-01-01' as Day,
        wage: 27_000_00 as never,
        overtimeBase: null,
        method: '21.75',
        entered: {},
      },
    ],
  },
  ...{ draft: null, check: null, key: '' },
};

test('a new salary starts from the one that holds, from the first of the next month', () => {
  const draft = draftFrom(SALARY.data?.versions[0], '2026-11-23' as Day);
  expect(draft).toMatchObject({ from: '2026-12-01', wage: '27000', overtimeBase: '', method: '21.75' });
  expect(draftFrom(undefined, '2026-12-31' as Day)).toMatchObject({ from: '2027-01-01', wage: '' });
  expect(lineOf({ ...SALARY, draft: { ...draft, wage: '28,000.50' } })).toEqual({
    ...{ employeeId: PERSON.id, rev: 1 },
    ...{ from: '2026-12-01', wage: 28_000_50, overtimeBase: null, method: '21.75', entered: {} },
  });
});

test('a salary to come begins, and one that holds has begun; a wage of nothing is refused at its field', () => {
  const versions = ['2026-01-01', '2027-01-01'].map((from) => ({
    ...(SALARY.data?.versions[0] as SalaryVersion),
    from: from as Day,
  }));
  const shown = salaryView({ ...SALARY, data: { ...(SALARY.data as SalaryView), versions } }, en).versions;
  expect(shown.map(({ title }) => title.slice(0, 5))).toEqual(['From ', 'Since']);
  const draft = { ...draftFrom(undefined, '2026-11-23' as Day), wage: '0.00' };
  expect(salaryView({ ...SALARY, draft }, zh).draft?.wageProblem).toBe('月工资要大于 0');
});

test('who may not see salaries is told so before they choose somebody', () => {
  const failure = { code: 'FORBIDDEN' as const, requestId: '', data: { rule: 'role', roles: 'payroll' } };
  expect(salaryView({ ...SALARY, person: null, data: null, failure }, zh)).toMatchObject({
    ...{ mode: 'error', error: '这里只对薪酬开放' },
  });
});

test.each(['', '0', 'x', '-1', '1.234', '1e9'])('no salary of "%s" is sent', (wage) => {
  const draft = { ...draftFrom(undefined, '2026-11-23' as Day), wage };
  expect(lineOf({ ...SALARY, draft })).toBeNull();
  expect(salaryView({ ...SALARY, draft }, zh).canCheck).toBe(false);
});

test('a salary of the same day as another one says who has approved that one', () => {
  const mark = (id: string) => ({
    ...{ requestId: id, askedBy: PERSON, askedAt: 1, approvedBy: { ...PERSON, name: '示例主管' } },
    approvedAt: Date.parse('2026-11-05T02:00:00Z'),
  });
  const [first] = SALARY.data?.versions ?? [];
  const version = { ...first, mark: mark('r2'), replaced: [mark('r1')] };
  const data = { ...SALARY.data, versions: [version] } as never;
  expect(salaryView({ ...SALARY, data }, zh).versions[0]?.replaced).toEqual([
    { key: 0, change: 'r1', text: '替换了同一天的一笔：示例员工提交，示例主管于11月5日 周四同意' },
  ]);
});

test('an average that is entered with a leaving is sent with where it was read, and not without it', () => {
  const form = { employeeId: 'R1', rev: 0, reason: 'expired', notice: 'given', meanWage: '' } as const;
  const sent = (average: string, averageSource: string) =>
    leavingOf({ ...form, average, averageSource }, '2026-10' as Month);
  expect(sent('5000', ' ')).toBeNull();
  expect(sent('5000', ' 统计公报 ')?.average).toEqual({ year: 2025, monthly: 500_000, source: '统计公报' });
  expect(sent('', 'x')?.average).toBeNull();
});
