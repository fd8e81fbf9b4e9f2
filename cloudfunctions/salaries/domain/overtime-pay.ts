import type { PayItems } from '#contracts/month';
import type { Fen, PayInput, PayStep, PayWarning } from '#contracts/pay';
import { by, exactText, type Ratio, ratio, times } from '../../shared/figures/ratio';
import { toFen } from '../../shared/figures/to-fen';
import { OVERTIME_RULE, PAID_DAYS } from './packs/paid-days';

const HOURS_A_DAY = ratio(8);
const MINUTES_AN_HOUR = 60;
const MAX_MINUTES = 36 * MINUTES_AN_HOUR;
const STATUTORY = 300;

export interface OvertimePay {
  readonly steps: readonly PayStep[];
  readonly warnings: readonly PayWarning[];
}

/**
 * Overtime that is paid, a line for each class: base / 21.75 / 8 x hours x percent, multiplied first and rounded once.
 * Overtime for time off brings no money, but on a statutory day, whose 300 % are due whatever was agreed (劳动法 44).
 * @param base the month's pay that overtime is worked out from
 */
export function overtimePay(base: Fen, overtime: PayItems['overtime']): OvertimePay {
  const paid = overtime.filter(isPaid);
  const minutesOf = (payClass: number) =>
    paid.filter((each) => each.payClass === payClass).reduce((sum, { minutes }) => sum + minutes, 0);
  const classes = [...new Set(paid.map(({ payClass }) => payClass))].sort((one, other) => one - other);
  const total = overtime.reduce(
    (sum, { minutes, payClass }) => sum + (payClass === STATUTORY ? 0 : minutes),
    0,
  );
  const timeOff = overtime.filter((each) => each.payClass === STATUTORY && each.compensation !== 'pay');
  return {
    steps: classes.map((payClass) => overtimeStep(base, payClass, minutesOf(payClass))),
    warnings: [
      ...(total > MAX_MINUTES ? [warning('overtime-limit', total)] : []),
      ...timeOff.map(({ minutes }) => warning('statutory-comp-time', minutes)),
    ],
  };
}

const isPaid = ({ payClass, compensation }: PayItems['overtime'][number]): boolean =>
  compensation === 'pay' || payClass === STATUTORY;

function overtimeStep(base: Fen, payClass: number, minutes: number): PayStep {
  const hours = ratio(minutes, MINUTES_AN_HOUR);
  const percent = ratio(payClass, 100);
  return {
    id: `overtime.${payClass}`,
    amount: toFen(by(times(times(ratio(base), hours), percent), times(PAID_DAYS, HOURS_A_DAY))),
    formula: 'overtime',
    inputs: [
      { name: 'overtime_base', kind: 'money', value: base },
      hoursInput(hours),
      { name: 'percent', kind: 'percent', value: exactText(ratio(payClass)) },
    ],
    rule: OVERTIME_RULE,
    parts: [],
  };
}

const hoursInput = (hours: Ratio): PayInput => ({
  name: 'hours',
  kind: 'hours',
  value: exactText(hours),
});

const warning = (code: PayWarning['code'], minutes: number): PayWarning => ({
  code,
  inputs: [hoursInput(ratio(minutes, MINUTES_AN_HOUR))],
  rule: OVERTIME_RULE,
});
