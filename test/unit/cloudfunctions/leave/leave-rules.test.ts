import type { Period } from '#contracts/form';
import type { AccountSpan } from '../../../../cloudfunctions/accounts/domain/account';
import { sumsOf } from '../../../../cloudfunctions/accounts/domain/ledger';
import type { KindQuestion } from '../../../../cloudfunctions/approvals/kind/kind';
import { leaveRules } from '../../../../cloudfunctions/leave/domain/leave-rules';
import { CHINA_LEAVE_TYPES } from '../../../../cloudfunctions/leave/domain/packs/china';
import { scheduleOf } from '../../../../cloudfunctions/schedule/domain/schedule';
import { accountWith, applied, factOf, grant, person, problemOf, question } from '../support/requests';
import { at, day, words } from '../support/rules';

const days = (from: string, to = from): Period => ({ unit: 'day', from: day(from), to: day(to) });
const hours = (from: string, start: number, end: number): Period => ({
  unit: 'hour',
  from: day(from),
  start,
  end,
});
const leave = (
  leaveType: string,
  period: Period,
  more: Parameters<typeof question>[2] & { files?: string[] } = {},
) => {
  const { files, ...rest } = more;
  const asked = question('leave', { leaveType, period, reason: 'x', ...(files && { files }) }, rest);
  return leaveRules(asked);
};
const ANNUAL = accountWith(grant('annual', 10));

describe('annual leave across National Day', () => {
  const asked = () => {
    const answer = leave('annual', days('2026-09-30', '2026-10-10'), { account: ANNUAL });
    return { answer, held: applied(ANNUAL, answer.onSubmit) };
  };
  test('counts four days and shows the balance before and after', () => {
    const { answer } = asked();
    expect(answer.problem).toBeNull();
    expect(answer.amountMinutes).toBe(1_920);
    expect(factOf(answer, 'DAYS_COUNTED')?.data).toEqual({
      days: 1_920,
      from: '2026-09-30',
      to: '2026-10-10',
      unit: 'hour',
    });
    expect(factOf(answer, 'BALANCE')?.data).toMatchObject({ before: 4_800, after: 2_880 });
    expect(factOf(answer, 'PAY')?.data).toEqual({ share: 100 });
    expect(answer.warnings).toEqual([]);
  });
  test('the days add up to the amount', () => {
    const { answer } = asked();
    expect(answer.days.reduce((sum, { minutes }) => sum + minutes, 0)).toBe(answer.amountMinutes);
    expect(Object.values(answer.onSubmit.spans.R1?.perDay ?? {}).reduce((a, b) => a + b, 0)).toBe(1_920);
  });
  const sums = (account: typeof ANNUAL) => sumsOf(account.entries, 'annual', day('2026-10-20'));
  test('holds, then uses, then gives back', () => {
    const { answer, held } = asked();
    expect(sums(held)).toEqual({ left: 2_880, held: 1_920, used: 0 });
    expect(held.spans.R1?.state).toBe('open');
    const approved = applied(held, answer.onApprove);
    expect(sums(approved)).toEqual({ left: 2_880, held: 0, used: 1_920 });
    expect(approved.spans.R1).toMatchObject({ state: 'approved', leaveTypeId: 'annual', minutes: 1_920 });
    const cancelled = applied(approved, answer.onCancel);
    expect(sums(cancelled)).toEqual({ left: 4_800, held: 0, used: 0 });
    expect(cancelled.spans).toEqual({});
  });
  test('rejected, it leaves only the lines', () => {
    const { answer, held } = asked();
    const rejected = applied(held, answer.onReject);
    expect(sums(rejected)).toEqual({ left: 4_800, held: 0, used: 0 });
    expect(rejected.spans).toEqual({});
  });
  test('returned and sent again, it holds time again', () => {
    const { answer, held } = asked();
    const returned = applied(held, answer.onReject);
    const again = leave('annual', days('2026-09-30'), { account: returned });
    const heldAgain = applied(returned, again.onSubmit);
    expect(sums(heldAgain)).toEqual({ left: 4_320, held: 480, used: 0 });
    expect(sums(applied(heldAgain, again.onApprove))).toEqual({ left: 4_320, held: 0, used: 480 });
    const rejected = applied(heldAgain, again.onReject);
    expect(sums(rejected)).toEqual({ left: 4_800, held: 0, used: 0 });
    expect(
      sums(applied(rejected, leave('annual', days('2026-09-30'), { account: rejected }).onSubmit)),
    ).toEqual({
      left: 4_320,
      held: 480,
      used: 0,
    });
  });
  test('the same sending again, after an answer that did not arrive, is the same', () => {
    const { held } = asked();
    const again = leave('annual', days('2026-09-30', '2026-10-10'), { account: held });
    expect(again.problem).toBeNull();
    expect(factOf(again, 'BALANCE')?.data).toMatchObject({ before: 4_800, after: 2_880 });
    expect(applied(held, again.onSubmit).entries).toEqual(held.entries);
  });
  test('the same sending with another allocation drops the old hold', () => {
    const { held } = asked();
    const more = applied(held, {
      spans: {},
      entries: { soon: grant('annual', 10, { grantId: 'soon', expiresOn: day('2026-11-30') }) },
    });
    const again = leave('annual', days('2026-09-30', '2026-10-10'), { account: more });
    const now = applied(more, again.onSubmit);
    expect(sums(now)).toEqual({ left: 9_600 - 1_920, held: 1_920, used: 0 });
    expect(sums(applied(now, again.onReject))).toEqual({ left: 9_600, held: 0, used: 0 });
  });
});

describe('a balance', () => {
  test('that is due is granted with the request that needs it first', () => {
    const answer = leave('annual', days('2026-09-30'));
    expect(answer.onSubmit.entries['annual-2026']).toMatchObject({ kind: 'grant', minutes: 4_800 });
    expect(factOf(answer, 'BALANCE')?.data).toMatchObject({ before: 4_800, after: 4_320 });
  });
  test('that is too small stops the request, and says both figures', () => {
    const answer = leave('annual', days('2026-11-02', '2026-11-06'), {
      account: accountWith(grant('annual', 3)),
    });
    expect(problemOf(answer)).toEqual({
      code: 'LEAVE_BALANCE_SHORT',
      wanted: 2_400,
      left: 1_440,
      unit: 'hour',
    });
    expect(factOf(answer, 'BALANCE')?.data).toMatchObject({ before: 1_440, after: -960 });
  });
  test('of nothing does not even give half a day', () => {
    const half = {
      unit: 'half',
      from: day('2026-09-24'),
      fromHalf: 1,
      to: day('2026-09-24'),
      toHalf: 1,
    } as const;
    const asked = (minutes: number) => {
      const account = accountWith(grant('comp-time', 0, { minutes, grantId: 'R7-grant' }));
      return problemOf(leave('comp-time', half, { account }));
    };
    expect(asked(0)).toMatchObject({ code: 'LEAVE_BALANCE_SHORT', wanted: 240, left: 0 });
    expect(asked(239)).toMatchObject({ code: 'LEAVE_BALANCE_SHORT', wanted: 240, left: 239 });
    expect(asked(240)).toBeNull();
  });
  test('comp time that ends before the day cannot be used for it', () => {
    const account = accountWith(grant('comp-time', 1, { grantId: 'R7-grant', expiresOn: day('2026-09-24') }));
    expect(problemOf(leave('comp-time', days('2026-09-24'), { account }))).toBeNull();
    expect(problemOf(leave('comp-time', days('2026-09-28'), { account }))).toEqual({
      code: 'LEAVE_BALANCE_SHORT',
      wanted: 480,
      left: 0,
      unit: 'hour',
    });
  });
  test('comp time that ends soon is pointed out, and is kept while the request is open', () => {
    const account = accountWith(grant('comp-time', 1, { grantId: 'R7-grant', expiresOn: day('2026-09-28') }));
    const answer = leave('comp-time', hours('2026-09-24', 540, 780), { account });
    expect(answer.warnings).toEqual([
      {
        tone: 'warn',
        code: 'EXPIRES_WHILE_PENDING',
        data: { minutes: 180, day: '2026-09-28', unit: 'hour' },
      },
    ]);
    const held = applied(account, answer.onSubmit);
    expect(sumsOf(held.entries, 'comp-time', day('2026-09-29'))).toEqual({ left: 0, held: 180, used: 0 });
  });
  test('is not asked for where the type has none', () => {
    const answer = leave('sick', hours('2026-09-24', 540, 660));
    expect(factOf(answer, 'UNLIMITED')).toBeDefined();
    expect(answer.onSubmit.entries).toEqual({});
    expect(answer.problem).toBeNull();
  });
  test('in its place stands what the law gives for each occasion: nobody reads that it is not limited', () => {
    const answer = leave('marriage', days('2026-11-02'), { files: ['f'] });
    expect(factOf(answer, 'UNLIMITED')).toBeUndefined();
    expect(factOf(answer, 'MOST_PER_REQUEST')?.data).toMatchObject({ most: 10 * 480 });
  });
});

describe('who may take what', () => {
  const refusedFor = (leaveType: string, more: Parameters<typeof person>[0], from = '2026-11-02') =>
    problemOf(leave(leaveType, days(from), { applicant: person(more), files: ['f'] }));
  test.each([
    ['nonsense', {}, 'unknown'],
    ['company-annual', {}, 'disabled'],
    ['maternity', { sex: 'male' as const }, 'sex'],
    ['partner', { sex: 'female' as const }, 'sex'],
    ['partner', { sex: 'male' as const, city: 'lhasa' }, 'region'],
    ['maternity-second', { city: 'beijing' }, 'region'],
    ['parental', { childrenBornOn: [] }, 'no-child'],
    ['parental', { childrenBornOn: [day('2023-11-02')] }, 'no-child'],
    ['parental', { childrenBornOn: [day('2026-11-03')] }, 'no-child'],
  ])('%s %j: %s', (type, more, rule) => {
    expect(refusedFor(type, more)).toEqual({ code: 'LEAVE_TYPE_UNAVAILABLE', typeId: type, rule });
  });
  test.each([
    ['maternity', { sex: 'female' as const }],
    ['maternity', {}],
    ['parental', { childrenBornOn: [day('2023-11-03')] }],
    ['maternity-second', { city: 'hangzhou' }],
    ['marriage', { city: 'lhasa' }],
  ])('%s %j is possible', (type, more) => {
    expect(refusedFor(type, more)).toBeNull();
  });

  test.each([
    ['marriage', 'beijing', 10],
    ['marriage', 'lhasa', 3],
    ['marriage', 'chengdu', 25],
    ['maternity', 'lhasa', 98],
    ['maternity', 'shanghai', 158],
    ['maternity', 'shenzhen', 178],
    ['partner', 'beijing', 15],
    ['partner', 'shanghai', 10],
    ['partner', 'shenzhen', 15],
  ])('%s in %s: %s calendar days', (type, city, most) => {
    const until = (count: number) => {
      const to = new Date(Date.UTC(2026, 10, 2) + (count - 1) * 86_400_000).toISOString().slice(0, 10);
      return leave(type, days('2026-11-02', to), { applicant: person({ city }), files: ['f'] });
    };
    expect(problemOf(until(most))).toBeNull();
    expect(until(most).amountMinutes).toBe(most * 480);
    expect(problemOf(until(most + 1))).toMatchObject({ code: 'LEAVE_TOO_LONG', limit: most * 480 });
  });
  test('marriage leave in Sichuan before the change of 2025-11-26 is the national one', () => {
    const early = leave('marriage', days('2025-11-20', '2025-11-23'), {
      applicant: person({ city: 'chengdu' }),
      files: ['f'],
      time: '2025-11-20 12:00',
    });
    expect(problemOf(early)).toMatchObject({ code: 'LEAVE_TOO_LONG', limit: 1_440 });
  });
  test.each([
    ['2025-08-01', 60],
    ['2024-08-01', 70],
    ['2022-08-01', 80],
    ['2020-08-01', 90],
    ['2018-08-01', 100],
  ])('sick pay in Shanghai until 15 August 2026 of somebody hired on %s: %s %%', (hired, share) => {
    const applicant = person({ hiredOn: day(hired) });
    const until = leave('sick', days('2026-08-14'), { applicant, time: '2026-08-14 12:00' });
    expect(factOf(until, 'PAY')?.data).toEqual({ share });
    // Since then no service counts: the notices have ended.
    const since = leave('sick', days('2026-08-17'), { applicant, time: '2026-08-17 12:00' });
    expect(factOf(since, 'PAY')?.data).toEqual({ share: 60 });
  });
  test('what was taken this year counts for the year’s limit', () => {
    const taken = leave('marriage', days('2026-03-02', '2026-03-04'), {
      time: '2026-03-01 12:00',
      files: ['f'],
    });
    const account = applied(applied(accountWith(), taken.onSubmit), taken.onApprove);
    const more = leave('marriage', days('2026-11-02', '2026-11-09'), {
      account,
      requestId: 'R2',
      files: ['f'],
    });
    expect(problemOf(more)).toEqual({
      code: 'LEAVE_TOO_LONG',
      minutes: 11 * 480,
      limit: 10 * 480,
      per: 'year',
    });
  });
});

/** An account with granted sick leave, each from day to day, asked for as the rules count it. */
const sickAccount = (stretches: readonly (readonly [string, string])[], hired: string) =>
  stretches.reduce((account, [from, to], index) => {
    const answer = leave('sick', days(from, to), {
      account,
      requestId: `S${index}`,
      time: `${from} 12:00`,
      applicant: hiredAt(hired),
    });
    return applied(applied(account, answer.onSubmit), answer.onApprove);
  }, ANNUAL);
const hiredAt = (hired: string) => person({ hiredOn: day(hired), workingSince: day('2013-07-01') });

describe('sick leave of more than six months in Shanghai', () => {
  // As long as its notices held. Up to 2025-09-24, on which six calendar months from 2025-03-25 are over.
  const MONTHS = [
    ['2025-03-25', '2025-06-30'],
    ['2025-07-01', '2025-09-19'],
  ] as const;
  const sick = (to: string, hired: string, before: readonly (readonly [string, string])[] = MONTHS) =>
    leave('sick', days('2025-09-22', to), {
      time: '2025-09-22 12:00',
      account: sickAccount(before, hired),
      applicant: hiredAt(hired),
    });
  test.each([
    ['2025-01-05', 60, 40],
    ['2024-09-25', 60, 50],
    ['2023-03-01', 70, 50],
    ['2022-09-25', 70, 60],
    ['2010-03-01', 100, 60],
  ])('hired on %s: %s %%, from the day after the six months %s %%', (hired, share, long) => {
    const answer = sick('2025-09-30', hired);
    expect(factOf(answer, 'PAY')?.data).toEqual({ share });
    expect(factOf(answer, 'PAY_LONG')?.data).toMatchObject({
      since: '2025-03-25',
      from: '2025-09-25',
      months: 6,
      share: long,
    });
    expect(answer.onSubmit.spans.R1).toMatchObject({
      paidShare: share,
      longPay: { from: '2025-09-25', share: long },
    });
  });
  test('six months to the day are not more than six months', () => {
    const answer = sick('2025-09-24', '2019-03-02');
    expect(factOf(answer, 'PAY_LONG')).toBeUndefined();
    expect(answer.onSubmit.spans.R1?.longPay).toBeUndefined();
  });
  test('a request that begins beyond them has the other share from its first day', () => {
    const account = sickAccount([...MONTHS, ['2025-09-22', '2025-09-30']], '2019-03-02');
    // The holidays in between are no break.
    const answer = leave('sick', days('2025-10-09', '2025-10-10'), {
      ...{ account, time: '2025-10-09 12:00' },
      applicant: hiredAt('2019-03-02'),
    });
    expect(factOf(answer, 'PAY')?.data).toEqual({ share: 60 });
    expect(answer.onSubmit.spans.R1).toMatchObject({ paidShare: 60 });
    // Since when is kept: payroll pays those days by another ladder.
    expect(answer.onSubmit.spans.R1?.longPay).toEqual({ from: '2025-09-25', share: 60 });
  });
  test('one long request', () => {
    const answer = leave('sick', days('2025-09-22', '2026-04-03'), {
      ...{ applicant: hiredAt('2024-09-01'), time: '2025-09-22 12:00' },
    });
    expect(factOf(answer, 'PAY_LONG')?.data).toMatchObject({ from: '2026-03-22', share: 50 });
  });
  test('a day at work in between starts a new absence; half a day of leave is a day at work', () => {
    const broken = [
      ['2025-03-25', '2025-06-27'],
      ['2025-07-01', '2025-09-19'],
    ] as const;
    expect(factOf(sick('2025-09-30', '2019-03-02', broken), 'PAY_LONG')).toBeUndefined();
    const account = sickAccount(broken, '2019-03-02');
    const half = leave(
      'sick',
      { unit: 'half', from: day('2025-06-30'), fromHalf: 1, to: day('2025-06-30'), toHalf: 1 },
      { account, requestId: 'S9', time: '2025-06-30 12:00' },
    );
    const filled = applied(applied(account, half.onSubmit), half.onApprove);
    const answer = leave('sick', days('2025-09-22', '2025-09-30'), {
      ...{ account: filled, time: '2025-09-22 12:00' },
    });
    expect(factOf(answer, 'PAY_LONG')).toBeUndefined();
  });
  test('the floor holds for both, also where there is no second share', () => {
    expect(factOf(sick('2025-09-30', '2025-01-05'), 'PAY_FLOOR')?.data).toEqual({ share: 80 });
    const shenzhen = leave('sick', days('2026-09-21', '2027-04-02'), {
      applicant: person({ city: 'shenzhen' }),
    });
    expect(factOf(shenzhen, 'PAY_FLOOR')?.data).toEqual({ share: 80 });
    expect(factOf(shenzhen, 'PAY_LONG')).toBeUndefined();
    expect(factOf(leave('annual', days('2026-09-30'), { account: ANNUAL }), 'PAY_FLOOR')).toBeUndefined();
  });
});

describe('sick leave that would take the annual leave away', () => {
  const codes = (to: string, more: Parameters<typeof leave>[2] = {}) =>
    leave('sick', days('2026-08-03', to), { files: ['f'], ...more }).warnings.map(({ code }) => code);
  test('is pointed out from the day on which it would: three months after ten years', () => {
    expect(codes('2026-10-30')).toEqual([]);
    const answer = leave('sick', days('2026-08-03', '2026-11-02'), { files: ['f'] });
    expect(answer.warnings).toEqual([
      { tone: 'warn', code: 'WOULD_LOSE_SICK', data: { year: 2026, sum: 92, least: 90 } },
    ]);
    expect(answer.problem).toBeNull();
  });
  test('also with what others have asked for; not where it is lost without it', () => {
    const account = sickAccount([['2026-03-02', '2026-05-29']], '2020-03-02');
    expect(codes('2026-08-03', { account })).toEqual(['WOULD_LOSE_SICK']);
    const lost = sickAccount([['2026-03-02', '2026-06-15']], '2020-03-02');
    expect(codes('2026-08-31', { account: lost })).toEqual([]);
  });
  test('not of somebody without any, nor where the company takes nothing away', () => {
    const young = person({ hiredOn: day('2026-03-02'), workingSince: null });
    // Over three months of illness: that is all there is to say.
    expect(codes('2026-12-11', { applicant: young })).toEqual(['MEDICAL_PERIOD_OVER']);
    const leaveTypes = CHINA_LEAVE_TYPES.map((type) => ({
      ...type,
      rules: type.rules.map((rule) => ({ ...rule, lostBy: null })),
    }));
    expect(codes('2026-12-11', { leaveTypes })).toEqual([]);
  });
  test('personal leave with full pay in the same way', () => {
    const leaveTypes = CHINA_LEAVE_TYPES.map((type) =>
      type._id === 'personal'
        ? { ...type, rules: type.rules.map((rule) => ({ ...rule, paidShares: [{ years: 0, share: 100 }] })) }
        : type,
    );
    const asked = (to: string, types = leaveTypes) =>
      leave('personal', days('2026-11-02', to), { leaveTypes: types }).warnings;
    expect(asked('2026-11-26')).toEqual([]);
    expect(asked('2026-11-27')).toEqual([
      { tone: 'warn', code: 'WOULD_LOSE_PERSONAL', data: { year: 2026, sum: 20, least: 20 } },
    ]);
    expect(asked('2026-11-27', [...CHINA_LEAVE_TYPES])).toEqual([]);
  });
});

describe('what stops a request', () => {
  const other = (more: Partial<AccountSpan> = {}): KindQuestion['account'] => ({
    ...ANNUAL,
    spans: {
      R2: {
        requestId: 'R2',
        kind: 'leave',
        state: 'open',
        name: words('Other'),
        day: day('2026-09-24'),
        from: at('2026-09-24 14:00'),
        to: at('2026-09-24 16:00'),
        minutes: 120,
        ...more,
      },
    },
  });
  test('time that another request has', () => {
    expect(problemOf(leave('annual', days('2026-09-24'), { account: other() }))).toEqual({
      code: 'PERIOD_OVERLAPS',
      requestId: 'R2',
      from: at('2026-09-24 14:00'),
      to: at('2026-09-24 16:00'),
      nameZh: 'Other',
      nameEn: 'Other',
    });
    expect(problemOf(leave('annual', hours('2026-09-24', 960, 1_080), { account: other() }))).toBeNull();
    expect(problemOf(leave('annual', days('2026-09-24'), { account: other({ kind: 'field' }) }))).toBeNull();
    expect(
      problemOf(leave('annual', days('2026-09-24'), { account: other({ state: 'rejected' }) })),
    ).toBeNull();
  });
  test('days off only', () => {
    expect(problemOf(leave('annual', days('2026-10-01', '2026-10-07')))).toEqual({ code: 'NO_WORKING_TIME' });
    expect(problemOf(leave('annual', hours('2026-09-24', 1_200, 1_260)))).toEqual({
      code: 'NO_WORKING_TIME',
    });
  });
  test('days that the company keeps free of leave, for leave that can wait', () => {
    const blockedDays = [{ day: day('2026-11-11'), name: { 'zh-CN': '双十一', en: 'Singles’ Day' } }];
    expect(problemOf(leave('annual', days('2026-11-10', '2026-11-12'), { blockedDays }))).toEqual({
      code: 'BLOCKED_DAY',
      day: '2026-11-11',
      nameZh: '双十一',
      nameEn: 'Singles’ Day',
    });
    expect(problemOf(leave('sick', days('2026-11-11'), { blockedDays }))).toBeNull();
  });
  test('a missing paper, unless it may come later', () => {
    expect(problemOf(leave('marriage', days('2026-11-02')))).toEqual({
      code: 'ATTACHMENT_REQUIRED',
      after: 0,
    });
    const sick = leave('sick', days('2026-09-24', '2026-09-28'));
    expect(sick.problem).toBeNull();
    expect(sick.warnings).toEqual([{ tone: 'warn', code: 'ATTACHMENT_MISSING', data: { after: 480 } }]);
    expect(leave('sick', days('2026-09-24')).warnings).toEqual([]);
    expect(leave('sick', days('2026-09-24', '2026-09-28'), { files: ['f'] }).warnings).toEqual([]);
  });
  test('a period that cannot be, or in parts the type is not taken in', () => {
    expect(problemOf(leave('annual', days('2026-11-05', '2026-11-04')))).toEqual({
      code: 'PERIOD_INVALID',
      rule: 'reversed',
    });
    expect(problemOf(leave('bereavement', hours('2026-11-05', 540, 600)))).toEqual({
      code: 'PERIOD_INVALID',
      rule: 'unit',
    });
  });
});

describe('the team', () => {
  const absence = (employeeId: string, from: string, to: string) => ({
    employeeId,
    name: `员工${employeeId}`,
    nameEn: employeeId,
    from: at(from),
    to: at(to),
    decided: true,
  });
  test('who else is away, each once, and whether nobody is left', () => {
    const absences = [
      absence('E2', '2026-09-24 09:00', '2026-09-24 18:00'),
      absence('E2', '2026-09-25 09:00', '2026-09-25 18:00'),
      absence('E3', '2026-09-25 13:00', '2026-09-25 18:00'),
      absence('E4', '2026-09-23 09:00', '2026-09-23 18:00'),
      absence('E0001', '2026-09-24 09:00', '2026-09-24 18:00'),
    ];
    const answer = leave('annual', days('2026-09-24', '2026-09-28'), { team: { size: 3, absences } });
    expect(factOf(answer, 'TEAM_AWAY')?.data).toEqual({
      team: 3,
      away: 2,
      names: { 'zh-CN': '员工E2、员工E3', en: 'E2, E3' },
    });
    expect(factOf(answer, 'ALONE')).toEqual({ tone: 'warn', code: 'ALONE', data: { team: 3 } });
    const four = leave('annual', days('2026-09-24', '2026-09-28'), { team: { size: 4, absences } });
    expect(factOf(four, 'ALONE')).toBeUndefined();
  });
});

describe('a leave type that is counted in hours', () => {
  test('says so in its figures, its problem and what it leaves on the day', () => {
    const account = accountWith(grant('comp-time', 0.375));
    const answer = leave('comp-time', hours('2026-09-22', 540, 840), { account });
    expect(problemOf(answer)).toEqual({
      code: 'LEAVE_BALANCE_SHORT',
      wanted: 240,
      left: 180,
      unit: 'hour',
    });
    expect(factOf(answer, 'DAYS_COUNTED')?.data).toMatchObject({ days: 240, unit: 'hour' });
    expect(answer.onSubmit.spans.R1).toMatchObject({ minutes: 240, unit: 'hour' });
  });
  test('is left out where days or half days are counted', () => {
    const answer = leave('parental', days('2026-09-22'), {
      applicant: person({ childrenBornOn: [day('2025-03-01')] }),
    });
    expect(factOf(answer, 'DAYS_COUNTED')?.data).not.toHaveProperty('unit');
    expect(answer.onSubmit.spans.R1).not.toHaveProperty('unit');
  });
});

describe('marriage leave over National Day', () => {
  const asked = (to: string, city: string) =>
    leave('marriage', days('2026-10-01', to), { applicant: person({ city }), files: ['f'] });
  test('does not take the three statutory days where the region leaves them out', () => {
    const answer = asked('2026-10-13', 'shanghai');
    expect(answer.problem).toBeNull();
    expect(answer.amountMinutes).toBe(10 * 480);
    // The rest days of the arrangement and the weekend count.
    expect(answer.days.filter(({ minutes }) => minutes === 0).map(({ day }) => day)).toEqual([
      '2026-10-01',
      '2026-10-02',
      '2026-10-03',
    ]);
    expect(problemOf(asked('2026-10-14', 'shanghai'))?.code).toBe('LEAVE_TOO_LONG');
  });
  test('takes them where no text leaves them out', () => {
    expect(problemOf(asked('2026-10-13', 'beijing'))?.code).toBe('LEAVE_TOO_LONG');
    expect(asked('2026-10-10', 'beijing').amountMinutes).toBe(10 * 480);
  });
  test('counts as the company has decided it for partner leave, half days too', () => {
    const types = CHINA_LEAVE_TYPES.map((type) => ({
      ...type,
      rules: type.rules.map((rule) => ({ ...rule, counts: 'without-statutory' as const })),
    }));
    const half = {
      unit: 'half' as const,
      from: day('2026-09-30'),
      fromHalf: 2 as const,
      to: day('2026-10-04'),
      toHalf: 1 as const,
    };
    const answer = leave('personal', half, { leaveTypes: types });
    expect(answer.days.map(({ minutes }) => minutes)).toEqual([240, 0, 0, 0, 240]);
  });
});

describe('leave in a year whose exchanged days are not announced', () => {
  const asked = (from: string, to: string, more = {}) =>
    leave('annual', days(from, to), { account: ANNUAL, time: '2026-12-20 12:00', ...more });

  test('does not take New Year’s Day, and says that other days may change', () => {
    const answer = asked('2026-12-31', '2027-01-04');
    expect(answer.days.map(({ minutes }) => minutes)).toEqual([480, 0, 0, 0, 480]);
    expect(answer.warnings).toContainEqual({ tone: 'warn', code: 'CALENDAR_OPEN', data: { years: '2027' } });
  });
  test('says nothing where the arrangement is announced, the law decides or HR has entered it', () => {
    const codes = (answer: ReturnType<typeof leave>) => answer.warnings.map(({ code }) => code);
    expect(codes(asked('2026-12-30', '2027-01-01'))).not.toContain('CALENDAR_OPEN');
    const schedule = scheduleOf(person(), new Map(), [], new Map(), new Set(['2027']));
    expect(codes(asked('2026-12-31', '2027-01-04', { schedule }))).not.toContain('CALENDAR_OPEN');
  });
});

describe('the medical period of a request for sick leave', () => {
  const junior = person({ hiredOn: day('2024-03-02'), workingSince: day('2020-03-02'), city: 'beijing' });
  test('is named with what is used, by this request and those before, and the day on which it is over', () => {
    const answer = leave('sick', days('2026-08-03', '2026-08-07'), { applicant: junior, files: ['f'] });
    expect(factOf(answer, 'MEDICAL_PERIOD')?.data).toMatchObject({
      ...{ months: 3, since: '2026-08-03', until: '2027-02-02', used: 5 * 480, endsOn: '2026-11-02' },
    });
    expect(answer.warnings.map(({ code }) => code)).not.toContain('MEDICAL_PERIOD_OVER');
  });
  test('is warned about once it is over in the leave, and refuses nothing', () => {
    const answer = leave('sick', days('2026-08-03', '2026-11-03'), { applicant: junior, files: ['f'] });
    expect(answer.warnings).toContainEqual({
      ...{ tone: 'warn', code: 'MEDICAL_PERIOD_OVER', data: { day: '2026-11-02', months: 3 } },
    });
    expect(answer.problem).toBeNull();
  });
  test('is no matter of other leave', () => {
    const answer = leave('annual', days('2026-09-30'), { account: ANNUAL });
    expect(factOf(answer, 'MEDICAL_PERIOD')).toBeUndefined();
  });
});
