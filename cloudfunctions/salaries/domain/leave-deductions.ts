import type { PayItems } from '#contracts/month';
import type { Fen, PayInput, PayStep, PayWarning, SickPaid, SlipRules } from '#contracts/pay';
import { by, compared, exactText, plus, type Ratio, ratio, times } from '../../shared/figures/ratio';
import { toFen } from '../../shared/figures/to-fen';
import { PAID_DAYS, PAID_DAYS_RULE } from './packs/paid-days';

/** Leave minutes of a day. */
const DAY_MINUTES = 480;
const FULL_SHARE = 100;
/** The type of leave whose pay follows the rules of the city. */
const SICK = 'sick';

export interface Absence {
  readonly leave: PayItems['leave'];
  /** Days without punches, leave or trip. */
  readonly absentDays: number;
  readonly dueDays: number;
}

export interface Deductions {
  readonly steps: readonly PayStep[];
  /** Days for which nothing is paid. */
  readonly unpaidDays: Ratio;
  readonly warnings: readonly PayWarning[];
}

/**
 * What leave and absence take off a month's full pay, each line wage / 21.75 x days x the share that is not paid,
 * multiplied first and rounded once. All due days of a month take the whole wage, never more, whatever their number.
 */
export function leaveDeductions(wage: Fen, absence: Absence, sickPay: SlipRules['sickPay']): Deductions {
  const { leave, absentDays, dueDays } = absence;
  const unpaidDays = unpaidDaysOf(absence);
  const sick = leave.filter(({ typeId }) => typeId === SICK);
  const sickDays = daysOf(sick.reduce((sum, { minutes }) => sum + minutes, 0));
  const paid: SickPaid | null = sick.length > 0 ? sickPay({ wage, leave: sick }) : null;
  const lines = [
    ...leave
      .filter(({ typeId, paidShare }) => typeId !== SICK && paidShare < FULL_SHARE)
      .map(leaveLine(wage)),
    ...(absentDays > 0 ? [line(wage, 'absence', decimalDays(absentDays), 0)] : []),
  ].filter(({ amount }) => amount > 0);
  const steps = [...lines, ...(paid ? sickLines(wage, sickDays, paid) : [])];
  return {
    steps: capped(wage, steps, compared(unpaidDays, ratio(dueDays)) >= 0),
    unpaidDays,
    warnings: paid?.warnings ?? [],
  };
}

const daysOf = (minutes: number): Ratio => ratio(minutes, DAY_MINUTES);
/** Attendance counts half days. */
const decimalDays = (days: number): Ratio => ratio(Math.round(days * 2), 2);

const leaveLine =
  (wage: Fen) =>
  ({ typeId, name, paidShare, minutes }: PayItems['leave'][number]): PayStep => ({
    ...line(wage, `leave.${typeId}.${paidShare}`, daysOf(minutes), paidShare),
    name,
  });

/** `paidShare`: percent of the usual pay that is left. */
function line(wage: Fen, id: string, days: Ratio, paidShare: number): PayStep {
  const amount = toFen(
    by(times(times(ratio(wage), days), ratio(FULL_SHARE - paidShare, FULL_SHARE)), PAID_DAYS),
  );
  return {
    ...{ id, amount, formula: 'leave.deduction', rule: PAID_DAYS_RULE, parts: [] },
    inputs: [
      { name: 'wage', kind: 'money', value: wage },
      daysInput(days),
      { name: 'paid_share', kind: 'percent', value: exactText(ratio(paidShare)) },
    ],
  };
}

/** The pay of the sick days less what is paid for them; nothing if that is as much. */
function sickLines(wage: Fen, days: Ratio, { paid }: SickPaid): PayStep[] {
  const usual = toFen(by(times(ratio(wage), days), PAID_DAYS));
  if (paid.amount >= usual) return [];
  return [
    {
      ...{ id: 'sick', amount: (usual - paid.amount) as Fen, formula: 'sick.deduction', rule: paid.rule },
      inputs: [
        { name: 'wage', kind: 'money', value: wage },
        daysInput(days),
        { name: 'usual_pay', kind: 'money', value: usual },
      ],
      parts: [paid],
    },
  ];
}

/** Days for which nothing is paid. */
const unpaidDaysOf = ({ leave, absentDays }: Absence): Ratio =>
  plus(
    daysOf(leave.filter(({ paidShare }) => paidShare === 0).reduce((sum, { minutes }) => sum + minutes, 0)),
    decimalDays(absentDays),
  );

/** Together not over the wage; with `isWhole` exactly the wage. The last line takes what is over or missing. */
function capped(wage: Fen, steps: readonly PayStep[], isWhole: boolean): PayStep[] {
  const total = steps.reduce((sum, { amount }) => sum + amount, 0);
  const last = steps.at(-1);
  const isOver = total > wage || (isWhole && total < wage);
  if (!last || !isOver) return [...steps];
  const amount = (last.amount + wage - total) as Fen;
  const whole: PayInput = { name: 'whole_month', kind: 'money', value: wage };
  return [
    ...steps.slice(0, -1),
    { ...last, amount, formula: 'leave.whole_month', inputs: [...last.inputs, whole] },
  ];
}

const daysInput = (days: Ratio): PayInput => ({ name: 'days', kind: 'days', value: exactText(days) });
