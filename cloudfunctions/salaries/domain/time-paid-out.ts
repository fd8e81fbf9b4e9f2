import type { Fen, PayInput, PayRule, PayStep } from '#contracts/pay';
import { by, exactText, type Ratio, ratio, times } from '../../shared/figures/ratio';
import { toFen } from '../../shared/figures/to-fen';
import { OVERTIME_RULE, PAID_DAYS, UNUSED_LEAVE_RULE } from './packs/paid-days';

const DAY_MINUTES = 480;
/** 300 %, of which the usual pay already has 100 %. */
const UNUSED_LEAVE_EXTRA = 200;
/** Time off that is paid out was earned on days of rest. */
const COMP_TIME = 200;

/** Unused annual leave at leaving or at the end of a year: base / 21.75 x days x 200 %. `base`: the mean of the last twelve months without overtime. */
export const unusedLeavePay = (base: Fen, days: Ratio): PayStep =>
  paidOut('unused_leave', base, days, UNUSED_LEAVE_EXTRA, UNUSED_LEAVE_RULE);

/** Time off for overtime that was not taken: base / 21.75 x days x 200 %. */
export const compTimePay = (base: Fen, minutes: number): PayStep =>
  paidOut('comp_time', base, ratio(minutes, DAY_MINUTES), COMP_TIME, OVERTIME_RULE);

function paidOut(id: string, base: Fen, days: Ratio, percent: number, rule: PayRule): PayStep {
  const inputs: PayInput[] = [
    { name: 'base', kind: 'money', value: base },
    { name: 'days', kind: 'days', value: exactText(days) },
    { name: 'percent', kind: 'percent', value: exactText(ratio(percent)) },
  ];
  const amount = toFen(by(times(times(ratio(base), days), ratio(percent, 100)), PAID_DAYS));
  return { id, amount, formula: 'paid_out', inputs, rule, parts: [] };
}
