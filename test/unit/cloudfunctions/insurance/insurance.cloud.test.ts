import { jsonWithoutMoments } from '../../../support/json-without-moments';
import { openPerFile } from '../../../support/open';
import { openidOf, openRequestCompany, PEOPLE, type Who } from '../support/request-company';

const company = openPerFile(() => openRequestCompany('2026-11-23T09:00:00+08:00', { maxWorkers: 1 }));
const pay = (who: Who, action: string, input: object) =>
  company.act(openidOf(who), `payroll.${action}`, input);

const CHOICE = {
  ...{ from: '2025-07', injuryRate: 0.2, fund: { employer: 7, employee: 7 }, supplementaryFund: null },
  ...{ medicalTier: 1, sickPercent: null },
};
const SETTINGS = { choices: [CHOICE], limits: [], rates: [] };
const entry = (employeeId: string, from: string, insurance: number | null, more: object = {}) => ({
  ...{ employeeId, from, insurance, fund: insurance, isLocal: false, isPensioner: false },
  ...more,
});
const readings = () => company.db.find('readings', { what: 'insurance-bases' });
const stored = (collection: string) => company.db.find(collection, {});

describe('the profile of a city', () => {
  it('shows what holds, with its source, before the company has entered anything', async () => {
    const { data } = await pay('payroll', 'insuranceProfile', { city: 'shanghai' });
    expect(data).toMatchObject({ city: 'shanghai', version: 0, choices: [], history: [] });
    const pension = data.inForce.find(({ kind }: { kind: string }) => kind === 'pension');
    expect(pension).toMatchObject({
      limits: { floor: 754_600, cap: 3_773_100, rule: { from: '2026-07-01' } },
      employer: { percent: 16 },
      employee: { percent: 8 },
      isEnded: false,
    });
    const ended = data.inForce.filter(({ isEnded }: { isEnded: boolean }) => isEnded);
    expect(ended.map(({ kind }: { kind: string }) => kind)).toEqual(['unemployment']);
  });

  it('is saved with who has changed what, and refused to whoever saw another version', async () => {
    const saved = await pay('payroll', 'saveInsuranceProfile', {
      ...{ city: 'shanghai', settings: SETTINGS, expectedVersion: 0 },
    });
    expect(saved.data).toMatchObject({ version: 1, choices: [CHOICE] });
    const settings = { ...SETTINGS, choices: [{ ...CHOICE, injuryRate: 0.4 }] };
    const again = await pay('payroll', 'saveInsuranceProfile', {
      city: 'shanghai',
      settings,
      expectedVersion: 1,
    });
    expect(again.data.history).toMatchObject([
      {
        byName: '员工payroll',
        version: 2,
        what: ['choices'],
        values: { 'choices/0/injuryRate': ['0.2', '0.4'] },
      },
      { version: 1 },
    ]);
    const late = await pay('payroll', 'saveInsuranceProfile', {
      ...{ city: 'shanghai', settings: SETTINGS, expectedVersion: 1 },
    });
    expect(late.error).toEqual({ code: 'VERSION_CONFLICT', data: { version: 2 } });
    expect(await stored('insurance_profiles')).toMatchObject([
      { _id: 'shanghai', version: 2, choices: [{ injuryRate: 0.4 }] },
    ]);
  });

  const limits = {
    kind: 'pension',
    from: '2026-07-01',
    until: null,
    floor: 500_000,
    cap: 2_000_000,
    source: '通知',
  };
  it.each([
    [
      { choices: [{ ...CHOICE, fund: { employer: 8, employee: 7 } }] },
      'RATE_OUT_OF_RANGE',
      { kind: 'fund', side: 'employer', percent: 8, least: 5, most: 7 },
    ],
    [{ choices: [CHOICE, CHOICE] }, 'INSURANCE_INVALID', { path: 'choices.1.from', rule: 'order' }],
    [
      { limits: [{ ...limits, cap: 400_000 }] },
      'INSURANCE_INVALID',
      { path: 'limits.0.cap', rule: 'below-floor' },
    ],
    [
      { limits: [{ ...limits, until: '2026-06-30' }] },
      'INSURANCE_INVALID',
      { path: 'limits.0.until', rule: 'before-from' },
    ],
    [
      { choices: [{ ...CHOICE, from: '2025-06' }] },
      'PAY_RULE_MISSING',
      { id: 'cn.shanghai.pension', from: '2025-07-01' },
    ],
  ])('%j is refused as %s', async (part, code, data) => {
    const before = await stored('insurance_profiles');
    const settings = { ...SETTINGS, ...part };
    const input = { city: 'shanghai', settings, expectedVersion: 2 };
    expect((await pay('payroll', 'saveInsuranceProfile', input)).error).toEqual({ code, data });
    expect(await stored('insurance_profiles')).toEqual(before);
  });

  const average = { year: 2025, month: 1_300_000, publishedOn: '2026-08-01', source: '通知' };
  it.each([
    [{ averages: [average, { ...average, month: 1 }] }, { path: 'averages.1.year', rule: 'twice' }],
    [
      { averages: [{ ...average, publishedOn: '2025-12-31' }] },
      { path: 'averages.0.publishedOn', rule: 'year-not-over' },
    ],
    [{ averages: [{ ...average, month: 15_600_000 }] }, { path: 'averages.0.month', rule: 'monthly' }],
    [{ averages: [{ ...average, month: 1 }] }, { path: 'averages.0.month', rule: 'monthly' }],
    [
      { averages: [{ ...average, year: 2090, publishedOn: '2091-07-01' }] },
      { path: 'averages.0.year', rule: 'year-not-over' },
    ],
    [
      { averages: [{ ...average, publishedOn: '2099-01-01' }] },
      { path: 'averages.0.publishedOn', rule: 'published-late' },
    ],
  ])('%j is refused', async (part, data) => {
    const before = await stored('insurance_profiles');
    const input = { city: 'shanghai', settings: { ...SETTINGS, ...part }, expectedVersion: 2 };
    expect((await pay('payroll', 'saveInsuranceProfile', input)).error).toEqual({
      ...{ code: 'INSURANCE_INVALID', data },
    });
    expect(await stored('insurance_profiles')).toEqual(before);
  });

  it('an average that is published later replaces what is shipped from that day on', async () => {
    const settings = {
      choices: [],
      limits: [],
      rates: [],
      averages: [{ ...average, publishedOn: '2027-01-04' }],
    };
    const input = { city: 'guangzhou', settings, expectedVersion: 0 };
    const { data } = await pay('payroll', 'saveInsuranceProfile', input);
    expect(data.averages).toHaveLength(1);
    expect(data.knownAverages[0]).toMatchObject({ year: 2025, month: 1_389_900, isOwn: false });
  });

  it('an average wage is entered with its day and source, and stays where a later save does not name them', async () => {
    const city = 'chengdu';
    const before = (await pay('payroll', 'insuranceProfile', { city })).data;
    expect([before.averages, before.knownAverages]).toEqual([[], []]);
    const save = (settings: object, expectedVersion: number) =>
      pay('payroll', 'saveInsuranceProfile', { city, settings, expectedVersion });
    const settings = { choices: [], limits: [], rates: [] };
    const saved = (await save({ ...settings, averages: [average] }, 0)).data;
    expect(saved.knownAverages).toMatchObject([
      { year: 2025, month: 1_300_000, isOwn: true, rule: { id: 'own.chengdu.average', source: '通知' } },
    ]);
    const limit = { ...limits, kind: 'fund', from: '2026-12-01' };
    expect((await save({ ...settings, limits: [limit] }, 1)).data.averages).toEqual([average]);
    const without = (await save({ ...settings, averages: [] }, 2)).data;
    expect([without.averages, [...without.history[0].what].sort()]).toEqual([[], ['averages', 'limits']]);
  });

  it.each([1e-7, 0.123456])('a rate of %d %% is refused, which would be rounded away', async (employee) => {
    const settings = { ...SETTINGS, choices: [{ ...CHOICE, fund: { employer: 7, employee } }] };
    const input = { city: 'shanghai', settings, expectedVersion: 2 };
    expect((await pay('payroll', 'saveInsuranceProfile', input)).error).toMatchObject({
      ...{ code: 'INPUT_INVALID', data: { path: 'settings.choices.0.fund.employee' } },
    });
  });

  it('a base of ten to the twelfth is no limit either', async () => {
    const settings = { ...SETTINGS, limits: [{ ...limits, cap: 1e12 }] };
    const answer = await pay('payroll', 'saveInsuranceProfile', {
      city: 'shanghai',
      settings,
      expectedVersion: 2,
    });
    expect(answer.error).toMatchObject({ code: 'INPUT_INVALID', data: { path: 'settings.limits.0.cap' } });
  });
});

describe('declared bases', () => {
  const sheet = {
    entries: [entry(PEOPLE.staff, '2025-07', 2_000_000), entry(PEOPLE.peer, '2025-07', 5_000_000)],
  };

  it('are checked against the people, line by line, before anything is saved', async () => {
    const entries = [
      ...sheet.entries,
      entry('NOBODY', '2025-07', 1),
      entry(PEOPLE.staff, '2025-07', 1),
      entry(PEOPLE.left, '2026-11', 1),
    ];
    const { data } = await pay('payroll', 'checkBases', { entries });
    expect(data.problems).toEqual([
      { line: 3, employeeId: 'NOBODY', rule: 'unknown' },
      { line: 4, employeeId: PEOPLE.staff, rule: 'twice' },
      { line: 5, employeeId: PEOPLE.left, rule: 'left' },
    ]);
    expect(data.checked).toMatchObject([
      { person: { name: '员工staff' }, before: null, after: { insurance: 2_000_000 } },
      {},
    ]);
    expect((await pay('payroll', 'saveBases', { entries })).error).toEqual({
      ...{ code: 'BASES_INVALID', data: { line: 3, employeeId: 'NOBODY', rule: 'unknown' } },
    });
    expect(await stored('insurance_bases')).toEqual([]);
  });

  it.each([
    ['2099-12', 'too-far'],
    ['2011-06', 'too-early'],
  ])('do not begin in %s', async (from, rule) => {
    const entries = [entry(PEOPLE.staff, from, 2_000_000)];
    expect((await pay('payroll', 'checkBases', { entries })).data.problems).toMatchObject([
      { line: 1, rule },
    ]);
    expect((await pay('payroll', 'saveBases', { entries })).error).toEqual({
      ...{ code: 'BASES_INVALID', data: { line: 1, employeeId: PEOPLE.staff, rule } },
    });
    expect(await stored('insurance_bases')).toEqual([]);
  });

  it('are entered by somebody else', async () => {
    const entries = [entry(PEOPLE.payroll, '2026-07', 2_000_000)];
    expect((await pay('payroll', 'saveBases', { entries })).error).toEqual({
      ...{ code: 'BASES_INVALID', data: { line: 1, employeeId: PEOPLE.payroll, rule: 'own' } },
    });
    expect(await stored('insurance_bases')).toEqual([]);
  });

  it('are saved once, encrypted for each person, and the same sheet again changes nothing', async () => {
    expect((await pay('payroll', 'saveBases', sheet)).data).toEqual({ saved: 2 });
    const before = await stored('insurance_bases');
    expect((await pay('payroll', 'saveBases', sheet)).data).toEqual({ saved: 0 });
    expect(await stored('insurance_bases')).toEqual(before);
    expect(jsonWithoutMoments(before)).not.toMatch(/2000000|5000000/);
    const [one, other] = before as { _id: string; sealed: string }[];
    await company.db.updateMany('insurance_bases', { _id: one?._id }, { $set: { sealed: other?.sealed } });
    const moved = await pay('payroll', 'insuranceBases', {});
    const basesOf = (id?: string) =>
      moved.data.items.find(({ person }: { person: { id: string } }) => person.id === id).bases.length;
    expect([basesOf(one?._id), basesOf(other?._id)]).toEqual([0, 1]);
    const refused = await pay('payroll', 'saveBases', sheet);
    expect(refused.error).toMatchObject({ code: 'RECORD_FAULTY', data: { document: one?._id } });
    await company.db.updateMany('insurance_bases', { _id: one?._id }, { $set: { sealed: one?.sealed } });
  });

  it('are listed the latest first, and every reading names whose they were', async () => {
    await pay('payroll', 'saveBases', { entries: [entry(PEOPLE.staff, '2026-07', 2_400_000, { rev: 1 })] });
    const { data } = await pay('payroll', 'insuranceBases', {});
    const own = data.items.find(({ person }: { person: { id: string } }) => person.id === PEOPLE.staff);
    expect(
      own.bases.map(({ from, insurance }: { from: string; insurance: number }) => [from, insurance]),
    ).toEqual([
      ['2026-07', 2_400_000],
      ['2025-07', 2_000_000],
    ]);
    expect(data.items.map(({ person }: { person: { id: string } }) => person.id)).not.toContain(PEOPLE.left);
    expect((await readings()).at(-1)).toMatchObject({
      readerId: PEOPLE.payroll,
      ownerIds: [PEOPLE.staff, PEOPLE.peer],
    });
    expect(await company.db.find('insurance_bases', { _id: PEOPLE.staff })).toMatchObject([
      { history: [{ what: ['2026-07'], byId: PEOPLE.payroll }, { what: ['2025-07'] }] },
    ]);
  });

  it('that somebody has changed since they were checked are refused with the line, and the first ones stay', async () => {
    const own = (percent: number, rev: number) => ({
      entries: [
        ...sheet.entries,
        entry(PEOPLE.peer, '2026-09', 5_000_000, { rev, fundRate: { employer: percent, employee: percent } }),
      ],
    });
    const before = await pay('payroll', 'checkBases', {
      entries: [...sheet.entries, entry(PEOPLE.peer, '2026-09', 5_000_000)],
    });
    expect(before.data.checked.map(({ rev }: { rev: number }) => rev)).toEqual([2, 1, 1]);
    expect((await pay('payroll', 'saveBases', own(5, 1))).data).toEqual({ saved: 1 });
    const after = await stored('insurance_bases');
    const data = { version: 2, rule: 'base', line: 2, employeeId: PEOPLE.peer };
    for (const rev of [0, 1])
      expect((await pay('payroll', 'saveBases', own(7, rev))).error).toEqual({
        code: 'VERSION_CONFLICT',
        data,
      });
    expect(await stored('insurance_bases')).toEqual(after);
    // The same again after a lost answer is no conflict.
    expect((await pay('payroll', 'saveBases', own(5, 1))).data).toEqual({ saved: 0 });
  });

  it('a preview tells sums and how many change, of a month, without saving', async () => {
    const settings = { ...SETTINGS, choices: [{ ...CHOICE, injuryRate: 0.4 }] };
    const before = await stored('insurance_profiles');
    const more = {
      ...settings,
      choices: [{ ...CHOICE, injuryRate: 0.4, fund: { employer: 5, employee: 7 } }],
    };
    const { data } = await pay('payroll', 'previewInsurance', {
      city: 'shanghai',
      settings: more,
      month: '2026-06',
    });
    // 20,000 and the cap of 37,302: two percent of the fund less for the employer, rounded to whole yuan.
    expect(data).toMatchObject({ month: '2026-06', people: 2, changed: 2 });
    expect(data.after.employee).toBe(data.before.employee);
    expect(data.after.employer - data.before.employer).toBe(-(40_000 + (261_100 - 186_500)));
    expect(await stored('insurance_profiles')).toEqual(before);
  });

  it.each(['hr', 'admin', 'head', 'staff'] as const)('%s sees none of it and changes none', async (who) => {
    for (const [action, input] of [
      ['insuranceBases', {}],
      ['checkBases', sheet],
      ['saveBases', sheet],
      ['insuranceProfile', { city: 'shanghai' }],
      ['previewInsurance', { city: 'shanghai', settings: SETTINGS, month: '2026-06' }],
      ['saveInsuranceProfile', { city: 'shanghai', settings: SETTINGS, expectedVersion: 2 }],
    ] as const)
      expect((await pay(who, action, input)).error).toEqual({
        ...{ code: 'FORBIDDEN', data: { rule: 'role', roles: 'payroll' } },
      });
  });

  it.each([
    ['a base below zero', { insurance: -1 }, 'entries.0.insurance'],
    ['a base of ten to the twelfth', { fund: 1e12 }, 'entries.0.fund'],
    ['a broken fen', { fund: 0.5 }, 'entries.0.fund'],
  ])('%s is refused with the field', async (_, part, path) => {
    const input = { entries: [entry(PEOPLE.staff, '2026-08', 1, part)] };
    expect((await pay('payroll', 'saveBases', input)).error).toMatchObject({
      code: 'INPUT_INVALID',
      data: { path },
    });
  });
});
