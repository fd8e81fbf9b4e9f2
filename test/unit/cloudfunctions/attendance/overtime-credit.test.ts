import type { Account, AccountSpan } from '../../../../cloudfunctions/accounts/domain/account';
import {
  compTimeEntries,
  recountedSpans,
} from '../../../../cloudfunctions/attendance/domain/comp-time-credit';
import { dayReport } from '../../../../cloudfunctions/attendance/domain/day-report';
import { overtimeCredits } from '../../../../cloudfunctions/attendance/domain/overtime-credit';
import { payItems } from '../../../../cloudfunctions/attendance/domain/pay-items';
import type { Punch } from '../../../../cloudfunctions/attendance/domain/punch';
import { scheduleOf } from '../../../../cloudfunctions/schedule/domain/schedule';
import { at, codes, day, dayShift, punched } from '../support/rules';
import { correction, span } from '../support/spans';

// A Monday; day shift 09:00–18:00.
const DAY = '2026-11-23';
const SATURDAY = '2026-11-21';
const LATEST_END = 660;
const NEXT_WEEK = '2026-11-30 09:00';

type Punches = Readonly<Record<string, readonly Punch[]>>;
const storedOf = (punches: Punches) =>
  new Map(Object.entries(punches).map(([on, own]) => [day(on), { day: day(on), punches: own }]));

const overtime = (from: string, to: string, more: Partial<AccountSpan> = {}): AccountSpan => {
  const minutes = (at(to) - at(from)) / 60_000;
  return span('overtime', 'approved', from, to, { minutes, credit: 'lesser', ...more });
};

/** [approved, punched, credited] of each span; null while it may still be punched. */
function creditsOf(
  spans: readonly AccountSpan[],
  punches: Punches,
  now = NEXT_WEEK,
  others: readonly AccountSpan[] = [],
) {
  const all = [...spans, ...others];
  const creditOf = overtimeCredits({
    stored: storedOf(punches),
    spans: all,
    latestEnd: LATEST_END,
    now: at(now),
  });
  return spans.map((each) => {
    const credit = creditOf(each);
    return credit && [credit.approved, credit.punched, credit.credited];
  });
}

const evening = overtime(`${DAY} 18:00`, `${DAY} 22:00`);
const inOut = (on: string, from: string, to: string, outOn = on) => [
  punched('in', `${on} ${from}`),
  punched('out', `${outOn} ${to}`),
];

describe('what of approved overtime is credited', () => {
  it('somebody who left at 20:30 of an evening until 22:00 gets two hours and a half', () => {
    expect(creditsOf([evening], { [DAY]: inOut(DAY, '08:55', '20:30') })).toEqual([[240, 150, 150]]);
  });

  it('nobody came on Saturday: nothing, or all of it where the company credits what was approved', () => {
    const saturday = overtime(`${SATURDAY} 09:00`, `${SATURDAY} 17:00`);
    expect(creditsOf([saturday], {})).toEqual([[480, 0, 0]]);
    expect(creditsOf([{ ...saturday, credit: 'approved' }], {})).toEqual([[480, 0, 480]]);
    const { credit: _, ...before } = saturday;
    expect(creditsOf([before], {})).toEqual([[480, 0, 480]]);
  });

  it('a break of the shift is not worked, also by who left early: the part that they were there for', () => {
    const pauses = [{ from: at(`${SATURDAY} 12:00`), to: at(`${SATURDAY} 13:00`) }];
    const saturday = overtime(`${SATURDAY} 09:00`, `${SATURDAY} 18:00`, { minutes: 480, pauses });
    const credit = (from: string, to: string) =>
      creditsOf([saturday], { [SATURDAY]: inOut(SATURDAY, from, to) });
    expect(credit('08:55', '18:10')).toEqual([[480, 480, 480]]);
    expect(credit('09:00', '17:00')).toEqual([[480, 420, 420]]);
    expect(credit('09:00', '12:30')).toEqual([[480, 180, 180]]);
    expect(credit('13:00', '18:00')).toEqual([[480, 300, 300]]);
  });

  it('who stayed longer than approved gets what was approved', () => {
    expect(creditsOf([evening], { [DAY]: inOut(DAY, '08:55', '23:40') })).toEqual([[240, 240, 240]]);
  });

  it('overtime past midnight is punched on the day before', () => {
    const parts = [
      overtime(`${DAY} 18:00`, '2026-11-24 00:00'),
      overtime('2026-11-24 00:00', '2026-11-24 02:00'),
    ];
    const punches = {
      [DAY]: inOut(DAY, '08:55', '01:00', '2026-11-24'),
      '2026-11-24': inOut('2026-11-24', '10:30', '18:30'),
    };
    expect(creditsOf(parts, punches)).toEqual([
      [360, 360, 360],
      [120, 60, 60],
    ]);
  });

  it('overtime before midnight that leads into an early shift is punched on the day after', () => {
    const night = overtime('2026-11-22 22:00', '2026-11-23 00:00');
    expect(
      creditsOf([night], { [DAY]: [punched('in', '2026-11-22 21:58'), punched('out', `${DAY} 14:00`)] }),
    ).toEqual([[120, 120, 120]]);
  });

  it('on a business trip nobody punches: as approved', () => {
    const trip = span('trip', 'approved', `${DAY} 09:00`, '2026-11-24 18:00');
    expect(creditsOf([evening], {}, NEXT_WEEK, [trip])).toEqual([[240, 240, 240]]);
    expect(creditsOf([evening], {}, NEXT_WEEK, [{ ...trip, state: 'open' }])).toEqual([[240, 0, 0]]);
  });

  it.each([
    ['that began that day', `${DAY} 09:00`, '2026-11-24 18:00', 240],
    ['that ended that day', '2026-11-20 09:00', `${DAY} 18:00`, 240],
    ['that ended at its midnight', '2026-11-20 09:00', `${DAY} 00:00`, 0],
    ['that began the day after', '2026-11-24 00:00', '2026-11-24 18:00', 0],
  ])('of a trip %s', (_, from, to, credited) => {
    expect(creditsOf([evening], {}, NEXT_WEEK, [span('trip', 'approved', from, to)])).toEqual([
      [240, credited, credited],
    ]);
  });

  it('is not known before its end, though all of it is punched', () => {
    const ahead = { [DAY]: inOut(DAY, '08:55', '22:05') };
    expect(creditsOf([evening], ahead, `${DAY} 21:59`)).toEqual([null]);
    expect(creditsOf([evening], ahead, `${DAY} 22:00`)).toEqual([[240, 240, 240]]);
  });

  it('a forgotten clock-out credits nothing until a correction is approved', () => {
    const punches = { [DAY]: [punched('in', `${DAY} 08:55`)] };
    const corrected = correction('approved', 'out', `${DAY} 21:00`);
    expect(creditsOf([evening], punches)).toEqual([[240, 0, 0]]);
    expect(creditsOf([evening], punches, NEXT_WEEK, [{ ...corrected, state: 'open' }])).toEqual([
      [240, 0, 0],
    ]);
    expect(creditsOf([evening], punches, NEXT_WEEK, [corrected])).toEqual([[240, 180, 180]]);
  });

  it('a field punch counts once it is approved', () => {
    const out = punched('out', `${DAY} 21:00`, {
      key: 'field-1',
      mode: 'field',
      flags: ['field', 'needs-approval'],
    });
    const punches = { [DAY]: [punched('in', `${DAY} 08:55`), out] };
    const approved = span('field', 'approved', `${DAY} 21:00`, `${DAY} 21:00`, { punchKey: 'field-1' });
    expect(creditsOf([evening], punches)).toEqual([[240, 0, 0]]);
    expect(creditsOf([evening], punches, NEXT_WEEK, [approved])).toEqual([[240, 180, 180]]);
  });

  it('is open until nobody can clock out any more, unless all of it is punched', () => {
    const left = { [DAY]: inOut(DAY, '08:55', '20:30') };
    expect(creditsOf([evening], left, `${DAY} 20:31`)).toEqual([null]);
    expect(creditsOf([evening], left, '2026-11-24 08:59')).toEqual([null]);
    expect(creditsOf([evening], left, '2026-11-24 09:00')).toEqual([[240, 150, 150]]);
    expect(creditsOf([evening], { [DAY]: inOut(DAY, '08:55', '22:05') }, `${DAY} 22:05`)).toEqual([
      [240, 240, 240],
    ]);
  });
});

describe('the day and the pay say so', () => {
  const schedule = scheduleOf(
    {
      hiredOn: day('2026-01-05'),
      leftOn: null,
      assignments: [{ from: day('2026-01-05'), shiftId: 'SH-DAY', siteIds: [], fieldPolicy: 'free' }],
    },
    new Map([[dayShift._id, dayShift]]),
    [],
  );
  const report = (on: string, spans: readonly AccountSpan[]) => {
    const now = at(NEXT_WEEK);
    const creditOf = overtimeCredits({ stored: new Map(), spans, latestEnd: LATEST_END, now });
    return dayReport(day(on), schedule, null, now, spans, LATEST_END, creditOf);
  };
  const saturday = overtime(`${SATURDAY} 09:00`, `${SATURDAY} 17:00`);

  it('the Saturday on which nobody came has eight hours approved and none credited', () => {
    const status = report(SATURDAY, [saturday]);
    expect(status).toMatchObject({ state: 'rest', marks: [{ kind: 'overtime', minutes: 480, credited: 0 }] });
    expect(status.reasons.at(-1)).toEqual({ code: 'OVERTIME_LESSER', data: { punched: 0, minutes: 0 } });
  });

  it('by the other rule it is credited and pointed out', () => {
    const status = report(SATURDAY, [{ ...saturday, credit: 'approved' }]);
    expect(status.marks).toEqual([expect.not.objectContaining({ credited: expect.anything() })]);
    expect(codes(status).slice(-2)).toEqual(['OVERTIME', 'OVERTIME_UNPUNCHED']);
  });

  it('payroll gets what was credited', () => {
    const paid = { ...evening, payClass: 150, compensation: 'pay' } as const;
    const creditOf = overtimeCredits({
      stored: storedOf({ [DAY]: inOut(DAY, '08:55', '20:30') }),
      spans: [paid],
      latestEnd: LATEST_END,
      now: at(NEXT_WEEK),
    });
    const { overtime: items } = payItems([day(DAY)], [paid], schedule.kindOn, creditOf);
    expect(items).toEqual([{ payClass: 150, compensation: 'pay', minutes: 150 }]);
  });
});

describe('comp time in the ledger', () => {
  const spans = {
    'R-overtime-0': overtime(`${SATURDAY} 09:00`, `${SATURDAY} 17:00`, { compensation: 'comp-time' }),
  };
  const grant = {
    kind: 'grant',
    typeId: 'comp-time',
    minutes: 480,
    at: at(`${SATURDAY} 08:00`),
    grantId: 'R-overtime-grant',
    requestId: 'R-overtime',
    validFrom: day(SATURDAY),
    expiresOn: day('2027-05-21'),
    basis: [],
    byId: null,
    note: '',
  } as const;
  const account = (more: Partial<Account> = {}): Account => ({
    _id: 'E0001',
    rev: 1,
    spans,
    entries: { 'R-overtime-grant': grant },
    ...more,
  });
  const entriesOf = (of: Account, punches: Punches, now = NEXT_WEEK) => {
    const all = Object.values(of.spans);
    const creditOf = overtimeCredits({
      stored: storedOf(punches),
      spans: all,
      latestEnd: LATEST_END,
      now: at(now),
    });
    return compTimeEntries(of, creditOf, at(now));
  };
  const withEntries = (of: Account, more: Account['entries']): Account => ({
    ...of,
    entries: { ...of.entries, ...more },
  });
  const balance = ({ entries }: Account) =>
    Object.values(entries).reduce((sum, { minutes }) => sum + minutes, 0);
  const worked = { [SATURDAY]: inOut(SATURDAY, '08:50', '12:00') };

  it('is what was punched, with the figures, and is not taken off twice', () => {
    const lines = entriesOf(account(), worked);
    expect(lines).toEqual({
      'R-overtime-credit': expect.objectContaining({
        kind: 'adjust',
        minutes: -300,
        grantId: 'R-overtime-grant',
        basis: [{ code: 'OVERTIME_CREDIT', data: { approved: 480, punched: 180, credited: 180 } }],
      }),
    });
    const after = withEntries(account(), lines);
    expect(balance(after)).toBe(180);
    expect(entriesOf(after, worked)).toEqual({});
  });

  it('an approved correction gives it back', () => {
    const before = withEntries(account(), entriesOf(account(), worked));
    const corrected = correction('approved', 'out', `${SATURDAY} 17:00`);
    const after = { ...before, spans: { ...spans, C: corrected } };
    const lines = entriesOf(after, worked);
    expect(lines['R-overtime-credit']).toMatchObject({ minutes: 0 });
    expect(balance(withEntries(after, lines))).toBe(480);
  });

  it('a cancelled request leaves nothing behind, neither more nor less', () => {
    const before = withEntries(account(), entriesOf(account(), worked));
    const adjusted = { ...grant, kind: 'adjust', validFrom: null, expiresOn: null } as const;
    const cancelled = {
      ...withEntries(before, {
        'R-overtime-revoke': { ...adjusted, minutes: -480 },
        'R-overtime-credit': { ...adjusted, minutes: 0 },
      }),
      spans: {},
    };
    expect(balance(cancelled)).toBe(0);
    expect(entriesOf(cancelled, worked)).toEqual({});
  });

  it('stays as granted before the overtime, where the company credits what was approved, and once it expired', () => {
    expect(entriesOf(account(), {}, `${SATURDAY} 10:00`)).toEqual({});
    const asApproved = { 'R-overtime-0': { ...spans['R-overtime-0'], credit: 'approved' } as const };
    expect(entriesOf(account({ spans: asApproved }), {})).toEqual({});
    const expired = { ...grant, expiresOn: day('2026-11-29') };
    expect(entriesOf(account({ entries: { 'R-overtime-grant': expired } }), {})).toEqual({});
  });

  it('of an evening past midnight both days are one sum', () => {
    const night = {
      'R-overtime-0': overtime(`${DAY} 20:00`, '2026-11-24 00:00', { compensation: 'comp-time' }),
      'R-overtime-1': overtime('2026-11-24 00:00', '2026-11-24 04:00', { compensation: 'comp-time' }),
    };
    const lines = entriesOf(account({ spans: night }), { [DAY]: inOut(DAY, '08:55', '01:00', '2026-11-24') });
    expect(Object.values(lines).map(({ minutes }) => minutes)).toEqual([300 - 480]);
  });

  it.each([
    ['of other overtime', { requestId: 'R-other' }],
    ['of no request', { requestId: null }],
    ['of annual leave', { typeId: 'annual' }],
  ])('a grant %s is left alone', (_, more) => {
    const entries = { 'R-overtime-grant': { ...grant, ...more } };
    expect(entriesOf(account({ entries }), worked)).toEqual({});
  });

  it('what was taken by hand is left alone, and a grant counts through its last day', () => {
    const adjusted = { ...grant, kind: 'adjust', validFrom: null, expiresOn: null } as const;
    expect(entriesOf(account({ entries: { A: adjusted } }), worked)).toEqual({});
    const until = (day_: string) => ({ 'R-overtime-grant': { ...grant, expiresOn: day(day_) } });
    expect(Object.keys(entriesOf(account({ entries: until('2026-11-30') }), worked))).toHaveLength(1);
    const never = { 'R-overtime-grant': { ...grant, expiresOn: null } };
    expect(Object.keys(entriesOf(account({ entries: never }), worked))).toHaveLength(1);
  });

  it('what is paid by the other request of the same day takes nothing off', () => {
    const paid = overtime(`${SATURDAY} 18:00`, `${SATURDAY} 20:00`, {
      compensation: 'pay',
      requestId: 'R-paid',
    });
    const lines = entriesOf(account({ spans: { ...spans, P: paid } }), worked);
    expect(Object.values(lines).map(({ minutes }) => minutes)).toEqual([-300]);
  });

  it('waits while one of two days may still be punched', () => {
    const two = {
      ...spans,
      'R-overtime-1': overtime(`${DAY} 20:00`, `${DAY} 23:00`, { compensation: 'comp-time' }),
    };
    expect(entriesOf(account({ spans: two }), worked, '2026-11-24 09:59')).toEqual({});
    expect(Object.keys(entriesOf(account({ spans: two }), worked, '2026-11-24 10:00'))).toHaveLength(1);
  });

  it.each([
    ['on its day', '2026-11-21', false],
    ['the day after', '2026-11-22', true],
    ['92 days later', '2027-02-21', true],
    ['93 days later', '2027-02-22', false],
  ])('punches are compared %s', (_, today, expected) => {
    expect(recountedSpans(account(), day(today))).toHaveLength(expected ? 1 : 0);
  });

  it.each([
    ['a trip', { kind: 'trip' as const }],
    ['what nobody approved', { state: 'open' as const }],
    ['what is paid', { compensation: 'pay' as const }],
  ])('%s has no comp time to compare', (_, more) => {
    const other = { ...spans['R-overtime-0'], ...more };
    expect(recountedSpans(account({ spans: { X: other } }), day('2026-11-30'))).toEqual([]);
  });
});
