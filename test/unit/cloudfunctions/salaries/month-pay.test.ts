import fc from 'fast-check';
import type { LocalText } from '#contracts/common';
import type { PayItems } from '#contracts/month';
import type { Fen, SlipRules } from '#contracts/pay';
import { leaveDeductions } from '../../../../cloudfunctions/salaries/domain/leave-deductions';
import { overtimePay } from '../../../../cloudfunctions/salaries/domain/overtime-pay';
import { prorateWage } from '../../../../cloudfunctions/salaries/domain/prorate-wage';
import { compTimePay, unusedLeavePay } from '../../../../cloudfunctions/salaries/domain/time-paid-out';
import { ratio } from '../../../../cloudfunctions/shared/figures/ratio';

const fen = (yuan: number) => Math.round(yuan * 100) as Fen;
const name: LocalText = { 'zh-CN': '假', en: 'Leave' };
const leave = (typeId: string, days: number, paidShare: number): PayItems['leave'][number] => ({
  ...{ typeId, name, paidShare, minutes: days * 480, statutoryDays: 0 },
});
const noSick: SlipRules['sickPay'] = () => {
  throw new Error('Nobody was sick');
};
const taken = (wage: Fen, items: PayItems['leave'], absentDays = 0, dueDays = 22) =>
  leaveDeductions(wage, { leave: items, absentDays, dueDays }, noSick).steps.map(({ amount }) => amount);
const total = (amounts: readonly number[]) => amounts.reduce((sum, each) => sum + each, 0);

describe('a month in part', () => {
  const paid = (method: '21.75' | 'workdays', dueDays: number, days: number, wage = fen(2_175)) =>
    prorateWage({ method, dueDays, parts: [{ wage, days }] });

  test('V67, V68: 22 of 23 days by workdays, 21 of 22 with the statutory day', () => {
    expect(paid('workdays', 23, 22).amount).toBe(208_043);
    // 21 due and a statutory day, of which one due day is missing; the case gives 2,076.14.
    expect(paid('workdays', 22, 21).amount).toBe(207_614);
  });
  test('V67: a day of absence is taken off the full wage, 2,075.00', () => {
    expect(taken(fen(2_175), [], 1, 23)).toEqual([fen(100)]);
    expect(taken(fen(2_175), [leave('personal', 1, 0)], 0, 23)).toEqual([fen(100)]);
  });
  test('V72: the method is said', () => {
    const method = {
      name: 'proration_method',
      kind: 'text',
      value: expect.objectContaining({ 'zh-CN': '按 21.75 天扣' }),
    };
    expect(paid('21.75', 20, 12)).toMatchObject({
      formula: 'wage.less_days',
      inputs: expect.arrayContaining([method]),
    });
    // A day at a 21.75th would take more than the wage in a month of 22 or 23 days: each counts a 22nd or 23rd.
    expect(paid('21.75', 22, 12)).toMatchObject({
      formula: 'wage.less_days_long',
      inputs: expect.arrayContaining([method, { name: 'paid_days', kind: 'days', value: '22' }]),
    });
    expect(paid('workdays', 22, 12).formula).toBe('wage.by_workdays');
    expect(paid('21.75', 22, 22)).toMatchObject({ formula: 'wage.full', amount: 217_500, rule: null });
  });
  test('in a short month a missing day costs wage / 21.75', () =>
    expect(paid('21.75', 20, 15).amount).toBe(fen(2_175 - 500)));
  test('another wage within the month counts by its days', () =>
    expect(
      prorateWage({
        ...{ method: '21.75', dueDays: 22 },
        parts: [
          { wage: fen(10_000), days: 7 },
          { wage: fen(12_000), days: 15 },
        ],
      }),
    ).toMatchObject({ amount: 1_136_364, formula: 'wage.changed' }));
  test('who is there on no paid day is paid nothing', () =>
    expect(prorateWage({ method: '21.75', dueDays: 20, parts: [] }).amount).toBe(0));

  test('a full month is the wage; a part is never below zero or over it, and a day more is never less', () => {
    const month = fc.record({
      method: fc.constantFrom('21.75' as const, 'workdays' as const),
      dueDays: fc.integer({ min: 15, max: 25 }),
      wage: fc.integer({ min: 0, max: 100_000_000 }).map((value) => value as Fen),
    });
    fc.assert(
      fc.property(month, ({ method, dueDays, wage }) => {
        const all = Array.from(
          { length: dueDays + 1 },
          (_, days) => paid(method, dueDays, days, wage).amount,
        );
        expect(all[0]).toBe(0);
        expect(all[dueDays]).toBe(wage);
        for (let days = 1; days <= dueDays; days++)
          expect(all[days]).toBeGreaterThanOrEqual(all[days - 1] ?? 0);
      }),
      { numRuns: 300 },
    );
  });
  test('two equal wages in one month are one wage', () =>
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 21 }), fc.integer({ min: 0, max: 10_000_000 }), (days, wage) => {
        const parts = [days, 22 - days].map((each) => ({ wage: wage as Fen, days: each }));
        expect(prorateWage({ method: 'workdays', dueDays: 22, parts }).amount).toBe(wage);
      }),
      { numRuns: 200 },
    ));
});

describe('overtime', () => {
  const pay = (base: Fen, overtime: PayItems['overtime']) => overtimePay(base, overtime);
  const of = (
    payClass: 150 | 200 | 300,
    hours: number,
    compensation: 'pay' | 'comp-time' = 'pay',
  ): PayItems['overtime'][number] => ({ payClass, compensation, minutes: hours * 60 });

  test('V74: three hours on a statutory day are paid 300 %, with time off too', () => {
    const { steps, warnings } = pay(fen(21_750), [of(300, 3, 'comp-time')]);
    expect(steps).toMatchObject([{ id: 'overtime.300', amount: fen(1_125) }]);
    expect(warnings).toMatchObject([{ code: 'statutory-comp-time' }]);
  });
  test('V75: rest days compensated by time off bring no money', () =>
    expect(pay(fen(21_750), [of(200, 8, 'comp-time')])).toEqual({ steps: [], warnings: [] }));
  test('classes are lines of their own, multiplied first and rounded once', () =>
    expect(pay(fen(10_000), [of(200, 1.5), of(150, 2), of(150, 1 / 60)]).steps).toMatchObject([
      // 10,000 x 121/60 h x 150 % / 174 = 173.8506
      { id: 'overtime.150', amount: 17_385 },
      { id: 'overtime.200', amount: 17_241 },
    ]));
  test('more than 36 hours in a month are warned about; statutory days do not count', () => {
    expect(pay(fen(10_000), [of(150, 30), of(200, 6), of(300, 8)]).warnings).toEqual([]);
    expect(pay(fen(10_000), [of(150, 30), of(200, 6.5)]).warnings).toMatchObject([
      { code: 'overtime-limit', inputs: [{ name: 'hours', value: '73/2' }] },
    ]);
  });
});

describe('leave', () => {
  test('paid leave takes nothing, partly paid leave its share', () => {
    expect(taken(fen(21_750), [leave('annual', 3, 100)])).toEqual([]);
    expect(taken(fen(21_750), [leave('long', 2, 80)])).toEqual([fen(400)]);
    expect(taken(fen(10_000), [leave('personal', 0.5, 0), leave('annual', 1, 100)])).toEqual([22_989]);
  });
  test('a whole month without pay takes the whole wage, in short and in long months', () => {
    for (const due of [18, 20, 22, 23]) {
      expect(total(taken(fen(10_000), [leave('personal', due, 0)], 0, due))).toBe(fen(10_000));
      expect(total(taken(fen(10_000), [leave('personal', due - 2, 0)], 2, due))).toBe(fen(10_000));
    }
  });
  test('V78: sick days take what is not paid for them', () => {
    const sickPay: SlipRules['sickPay'] = ({ wage, leave: sick }) => {
      expect([wage, sick.map(({ minutes }) => minutes)]).toEqual([fen(21_750), [2 * 480, 3 * 480]]);
      const paid = { id: 'sick.paid', amount: fen(3_500), formula: null, inputs: [], rule: null, parts: [] };
      return { paid, warnings: [] };
    };
    const absence = { leave: [leave('sick', 2, 0), leave('sick', 3, 100)], absentDays: 0, dueDays: 20 };
    const { steps } = leaveDeductions(fen(21_750), absence, sickPay);
    expect(steps).toMatchObject([{ id: 'sick', amount: fen(1_500), parts: [{ amount: fen(3_500) }] }]);
  });
  test('what is taken is never more than the wage', () =>
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.integer({ min: 0, max: 10 }), fc.integer({ min: 0, max: 100 })), {
          maxLength: 6,
        }),
        fc.integer({ min: 0, max: 46 }),
        fc.integer({ min: 0, max: 5_000_000 }),
        (leaves, halfDays, wage) => {
          const items = leaves.map(([days, share]) => leave('personal', days, share));
          const amounts = taken(wage as Fen, items, halfDays / 2);
          expect(total(amounts)).toBeLessThanOrEqual(wage);
        },
      ),
      { numRuns: 300 },
    ));
});

test('V64: unused annual leave is paid 200 % more, a day 4,000 and two 8,000', () => {
  expect(unusedLeavePay(fen(43_500), ratio(1)).amount).toBe(fen(4_000));
  expect(unusedLeavePay(fen(43_500), ratio(2)).amount).toBe(fen(8_000));
});
test('time off that is not taken is paid 200 %', () =>
  expect(compTimePay(fen(21_750), 720).amount).toBe(fen(3_000)));
