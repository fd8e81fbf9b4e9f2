import '../../../../../miniprogram/features/pay-insurance/words/words';
import type { Day, Minutes, Month } from '#contracts/common';
import type { InsuranceProfile } from '#contracts/insurance-records';
import {
  type BasesModel,
  basesView,
} from '../../../../../miniprogram/features/pay-insurance/pages/bases/bases.view';
import {
  type ProfileModel,
  settingsOf,
  type TypedNotice,
  typedChoice,
  withNotice,
} from '../../../../../miniprogram/features/pay-insurance/pages/profile/profile.model';
import { profileView } from '../../../../../miniprogram/features/pay-insurance/pages/profile/profile.view';
import { wordsIn } from '../../../../../miniprogram/locales/words';

const [zh, en] = [wordsIn('zh-CN'), wordsIn('en')];
const month = (value: string) => value as Month;
const person = { id: 'R01', name: '张三', nameEn: 'San Zhang' };
const base = (from: string, insurance: number | null) => ({
  ...{ from: month(from), insurance, fund: insurance, isLocal: false, isPensioner: false },
});

describe('bases', () => {
  const model = (more: object = {}): BasesModel =>
    ({
      ...{ next: null, isPasting: true, typed: '', checked: null, busy: false, failure: null },
      people: [{ person, city: 'shanghai', bases: [base('2026-07', 2_000_000)] }],
      ...more,
    }) as BasesModel;

  it('says the latest base of each, and of whom there is none', () => {
    const none = { person: { ...person, id: 'R02' }, city: 'shanghai', bases: [] };
    const { rows } = basesView(model({ people: [...(model().people ?? []), none] }), zh);
    expect(rows.map(({ line, missing }) => line || missing)).toEqual([
      '2026年7月起 · 社保 ¥20,000.00 · 公积金 ¥20,000.00',
      '还没有填',
    ]);
    expect(basesView(model(), en).rows[0]?.line).toBe(
      'From Jul 2026 · insurance\u00a0¥20,000.00 · fund\u00a0¥20,000.00',
    );
  });

  it('a sheet that can be read is checked first and saved after', () => {
    const typed = 'R01\t2026-08\t24000\t24000';
    const before = basesView(model({ typed }), zh).sheet;
    expect([before.canCheck, before.canSave, before.ready]).toEqual([
      true,
      false,
      '1 行都看懂了，请核对后保存',
    ]);
    const lines = [{ person, before: base('2026-07', 2_000_000), after: base('2026-08', 2_400_000) }];
    const after = basesView(model({ typed, checked: { problems: [], lines } }), zh).sheet;
    expect([after.canCheck, after.canSave, after.save]).toEqual([false, true, '保存 1 行']);
    expect(after.changes[0]?.change).toBe(
      '2026年7月起 · 社保 ¥20,000.00 · 公积金 ¥20,000.00 → 2026年8月起 · 社保 ¥24,000.00 · 公积金 ¥24,000.00',
    );
  });

  it('own percents stand with the base, and what the city allows is said where they are refused', () => {
    const own = {
      ...base('2026-07', 2_000_000),
      ...{ fundRate: { employer: 5, employee: 7 }, supplementaryRate: { employer: 3, employee: 3 } },
    };
    const people = [{ person, city: 'shanghai', bases: [own] }];
    expect(basesView(model({ people }), zh).rows[0]?.line).toBe(
      '2026年7月起 · 社保 ¥20,000.00 · 公积金 ¥20,000.00 · 公积金 单位 5%、个人 7% · 补充公积金 3%',
    );
    const none = { ...base('2026-07', 2_000_000), supplementaryRate: { employer: 0, employee: 0 } };
    expect(basesView(model({ people: [{ ...people[0], bases: [none] }] }), zh).rows[0]?.line).toContain(
      '不缴补充公积金',
    );
    const typed = 'R01\t2026-08\t1\t1\t\t8%';
    const problems = [{ line: 1, employeeId: 'R01', rule: 'fund-rate', least: 5, most: 7 }];
    const { sheet } = basesView(model({ typed, checked: { problems, lines: [] } }), zh);
    expect(sheet.problems.map(({ text }) => text)).toEqual(['第 1 行：R01 的公积金比例要在 5% 到 7% 之间']);
  });

  it('what the server refuses is said of the line in the sheet, and nothing can be saved', () => {
    const typed = '工号\t月\t社保\t公积金\n\nR09\t2026-08\t1\t1';
    const problems = [{ line: 1, employeeId: 'R09', rule: 'unknown' }];
    const { sheet } = basesView(model({ typed, checked: { problems, lines: [] } }), zh);
    expect(sheet.problems.map(({ text }) => text)).toEqual(['第 3 行：没有工号 R09']);
    // It is checked again once the line is mended.
    expect([sheet.canSave, sheet.save]).toEqual([false, '']);
  });

  it('nothing is sent while a line cannot be read, or while there are too many', () => {
    expect(basesView(model({ typed: 'R01\t2026-08\t#####\t1' }), zh).sheet).toMatchObject({
      canCheck: false,
      problems: [{ text: '第 1 行：金额“#####”看不懂，可能被表格软件改过' }],
    });
    const typed = Array.from({ length: 101 }, (_, n) => `R${n}\t2026-08\t1\t1`).join('\n');
    expect(basesView(model({ typed }), zh).sheet).toMatchObject({
      canCheck: false,
      tooMany: '一次最多 100 行，请分几次粘贴',
    });
  });
});

describe('the profile of a city', () => {
  const rule = { id: 'x', from: '2025-01-01' as Day, until: null, source: '某通知' };
  const data = {
    ...{ city: 'shanghai', version: 1, limits: [], rates: [], averages: [], history: [] },
    knownAverages: [{ year: 2025, month: 1_257_700, rule: { ...rule, isUnverified: true }, isOwn: false }],
    ranges: {
      fund: { rule, least: 5, most: 7, step: 1 },
      supplementaryFund: { rule, least: 1, most: 5, step: 1 },
    },
    choices: [
      {
        ...{ from: '2025-07', injuryRate: 0.2, fund: { employer: 7, employee: 7 }, medicalTier: 1 },
        ...{ supplementaryFund: { employer: 5, employee: 5 }, sickPercent: 60 },
      },
    ],
    inForce: [
      {
        ...{ kind: 'medical', limits: { rule, floor: 727_000, cap: 3_634_800 }, isEnded: false },
        ...{ employer: { percent: 9.8 }, employee: { percent: 2, fixed: 300 } },
        rates: { ...rule, source: '另一通知', isUnverified: true },
      },
    ],
  } as unknown as InsuranceProfile;
  const model = (more: Partial<ProfileModel> = {}): ProfileModel => ({
    ...{
      city: 'shanghai',
      data,
      choice: typedChoice(data.choices, month('2026-11')),
      limits: [],
      rates: [],
      averages: [],
      notice: null,
    },
    ...{ effect: null, changed: true, today: '2026-11-23' as Day, busy: false, failure: null },
    utcOffset: 480 as Minutes,
    ...more,
  });

  it('says each rule with its sources, and that it is to be confirmed', () => {
    expect(profileView(model(), zh).rules).toEqual([
      {
        ...{ kind: 'medical', name: '医疗保险', limits: '基数 ¥7,270.00 – ¥36,348.00' },
        ...{ rates: '单位 9.8%，个人 2% · 另加 ¥3.00', tag: '待核实' },
        source: ['依据：某通知', '依据：另一通知'],
      },
    ]);
    expect(profileView(model(), en).rules[0]?.name).toBe('Medical insurance');
  });

  it('what is not shown of a choice stays, and one of another month is added', () => {
    const choice = { ...model().choice, injury: '0.4', fundEmployee: '6' };
    expect(settingsOf(model({ choice })).choices).toEqual([
      { ...data.choices[0], injuryRate: 0.4, fund: { employer: 7, employee: 6 } },
    ]);
    const later = settingsOf(model({ choice: { ...choice, from: month('2026-12'), injury: '' } })).choices;
    expect(later.map(({ from, injuryRate, sickPercent }) => [from, injuryRate, sickPercent])).toEqual([
      ['2025-07', 0.2, 60],
      ['2026-12', null, 60],
    ]);
  });

  it('the supplementary fund is entered where the city has one, with what it allows', () => {
    const { choice, ranges } = profileView(model(), zh);
    expect([choice.supplementaryEmployer, choice.supplementaryEmployee]).toEqual(['5', '5']);
    expect(ranges.fund).toBe('当地允许 5% – 7%，1% 的整数倍');
    expect(ranges.supplementary).toContain('当地允许 1% – 5%，1% 的整数倍');
    const typed = { ...model().choice, supplementaryEmployer: '', supplementaryEmployee: ' ' };
    expect(settingsOf(model({ choice: typed })).choices[0]?.supplementaryFund).toBeNull();
    const other = { ...data, ranges: { fund: { rule, least: 5, most: 12 }, supplementaryFund: null } };
    expect(profileView(model({ data: other as InsuranceProfile }), zh).ranges).toEqual({
      ...{ fund: '当地允许 5% – 12%', supplementary: '' },
    });
  });

  it.each([
    [{ injury: '101' }, '工伤费率要在 0 到 100 之间，最多四位小数'],
    [{ fundEmployer: '' }, '公积金比例要在 0 到 100 之间，最多四位小数'],
    [{ fundEmployee: '5.00001' }, '公积金比例要在 0 到 100 之间，最多四位小数'],
    [
      { supplementaryEmployer: '' },
      '补充公积金的两个比例要么都填，要么都空着；要在 0 到 100 之间，最多四位小数',
    ],
  ])('%j cannot be saved', (part, problem) => {
    const view = profileView(model({ choice: { ...model().choice, ...part } }), zh);
    expect([view.problem, view.canSave]).toEqual([problem, false]);
  });

  const notice: TypedNotice = {
    ...{ what: 'limits', kind: 'pension', from: '2026-07-01' as Day, until: null, source: '通知' },
    ...{ first: '7,600', second: '' },
  };

  it.each([
    {},
    { second: '7599' },
    { second: '38000', source: ' ' },
    { what: 'rates', second: '101' } as const,
  ])('a notice with %j keeps from saving, and says what is missing', (part) => {
    const view = profileView(model({ notice: { ...notice, ...part } }), zh);
    expect([view.notice?.problem, view.canSave]).toEqual([
      '新通知请填齐：两个数、起始日和文号，上限不低于下限',
      false,
    ]);
  });

  const average: TypedNotice = {
    ...{ what: 'averages', kind: 'pension', from: '2026-08-18' as Day, until: null, source: '公告' },
    ...{ first: '2025', second: '12,577' },
  };

  it('an average wage stands with its year, day and source, and one that is entered replaces its year', () => {
    expect(profileView(model(), zh).averages).toEqual([
      { year: 2025, text: '2025 年 ¥12,577.00，1月1日公布。依据：某通知', tag: '待核实' },
    ]);
    const none = { ...data, knownAverages: [] };
    expect(profileView(model({ data: none }), zh).noAverage).toContain('录入后才能发放');
    const first = withNotice(model(), average);
    const own = { year: 2025, month: 1_257_700, publishedOn: '2026-08-18', source: '公告' };
    expect(first?.averages).toEqual([own]);
    const again = withNotice(model({ averages: first?.averages ?? [] }), { ...average, second: '12600' });
    expect(again?.averages).toEqual([{ ...own, month: 1_260_000 }]);
    expect(settingsOf(model({ averages: again?.averages ?? [] })).averages).toEqual(again?.averages);
    const view = profileView(model({ notice: average }), en);
    expect([view.notice?.firstLabel, view.notice?.isAverage, view.canSave]).toEqual([
      ...['Year of the average', true, true],
    ]);
  });

  it.each([
    ['of a year that was not over', { from: '2025-12-31' as Day }],
    ['of a year in place of a month', { second: '150924' }],
    ['without a number', { source: ' ' }],
    ['of no year', { first: '25' }],
    ['of nothing', { second: '0' }],
  ])('an average wage %s is not taken', (_, part) => {
    expect(withNotice(model(), { ...average, ...part })).toBeNull();
    expect(profileView(model({ notice: { ...average, ...part } }), zh).notice?.problem).toContain('请填齐');
  });

  it('a rate that the city does not allow is said at its field, with its side, and nothing else at the top', () => {
    const refused = (code: string, data: object) =>
      profileView(model({ failure: { code, data, requestId: 'r' } as never }), zh);
    const range = { least: 5, most: 7, percent: 8 };
    const fund = refused('RATE_OUT_OF_RANGE', { kind: 'fund', side: 'employee', ...range });
    expect([fund.error, fund.refused]).toEqual([
      '',
      { fundEmployee: '住房公积金（个人）的缴存比例要在 5% 到 7% 之间，现在是 8%' },
    ]);
    const fields = [
      ['injury', 'employer', 'injury'],
      ['fund', 'employer', 'fundEmployer'],
      ['supplementaryFund', 'employer', 'supplementaryEmployer'],
      ['supplementaryFund', 'employee', 'supplementaryEmployee'],
    ];
    for (const [kind, side, field] of fields)
      expect(Object.keys(refused('RATE_OUT_OF_RANGE', { kind, side, ...range }).refused)).toEqual([field]);
    expect(refused('VERSION_CONFLICT', {})).toMatchObject({
      error: expect.stringContaining('改过'),
      refused: {},
    });
  });

  it('a complete notice of limits or rates is added, and a fixed amount stays beside the percent', () => {
    const limits = withNotice(model(), { ...notice, second: '38000' });
    expect(limits?.limits).toMatchObject([
      { kind: 'pension', floor: 760_000, cap: 3_800_000, source: '通知' },
    ]);
    const rates = withNotice(model(), { ...notice, what: 'rates', kind: 'medical', first: '9', second: '2' });
    expect(rates?.rates).toMatchObject([{ employer: { percent: 9 }, employee: { percent: 2, fixed: 300 } }]);
    const view = profileView(model({ ...rates }), zh);
    expect(view.entered.map(({ text }) => text)).toEqual([
      '医疗保险：7月1日 周三起，单位 9%，个人 2%。依据：通知',
    ]);
    expect(settingsOf(model({ ...rates })).rates).toEqual(rates?.rates);
  });
});
