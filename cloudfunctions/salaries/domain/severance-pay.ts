import type { Day } from '#contracts/common';
import type { LeavingReason } from '#contracts/one-off-pay';
import type { Fen, PayInput, PayStep, PayWarning } from '#contracts/pay';
import { addMonthsTo, addYearsTo, fullYears } from '../../shared/calendar/anniversary';
import { addDays } from '../../shared/calendar/company-time';
import { exactText, type Ratio, ratio, times } from '../../shared/figures/ratio';
import { toFen } from '../../shared/figures/to-fen';
import { MAX_YEARS_OF_CAPPED, NOTICE_RULE, SERVICE_SINCE, SEVERANCE } from './packs/severance';

export interface SeveranceQuestion {
  readonly reason: LeavingReason;
  readonly notice: 'given' | 'paid';
  readonly hiredOn: Day;
  /** The last day of employment. */
  readonly lastDay: Day;
  /** The mean of the last twelve months' wages, with bonuses and overtime (劳动合同法实施条例 27). */
  readonly meanWage: Fen;
  /** The wage of the month before, for a month instead of notice. */
  readonly lastWage: Fen;
  /** Three times the local average; null where it is not known. */
  readonly wageCap: Fen | null;
}

interface SeverancePay {
  /** Severance and the month instead of notice, each with how it was worked out; empty if nothing is due. */
  readonly steps: readonly PayStep[];
  readonly warnings: readonly PayWarning[];
}

/** Half months are the unit of the law. */
const HALVES_A_YEAR = 2;

/**
 * What is due for leaving: a month's wage for each year of service, half of one for less than six months, twice of it for
 * a dismissal against the law, and a month's wage instead of notice. A wage over three times the local average counts as
 * that, for twelve years at most (劳动合同法 40, 46, 47, 87). Each line is rounded once.
 */
export function severancePay(question: SeveranceQuestion): SeverancePay {
  const law = SEVERANCE[question.reason];
  const isDue = law.months > 0;
  const isNoticePaid = law.needsNotice && question.notice === 'paid';
  return {
    steps: [...(isDue ? [serviceStep(question)] : []), ...(isNoticePaid ? [noticeStep(question)] : [])],
    warnings: isDue ? warningsOf(question) : [],
  };
}

function serviceStep({ reason, hiredOn, lastDay, meanWage, wageCap }: SeveranceQuestion): PayStep {
  const { months, rule } = SEVERANCE[reason];
  const isCapped = wageCap !== null && meanWage > wageCap;
  const wage = isCapped ? wageCap : meanWage;
  const halves = serviceHalves(hiredOn, lastDay);
  const counted = isCapped ? Math.min(halves, MAX_YEARS_OF_CAPPED * HALVES_A_YEAR) : halves;
  const paidMonths: Ratio = times(ratio(counted, HALVES_A_YEAR), ratio(months));
  const inputs: PayInput[] = [
    { name: 'mean_wage', kind: 'money', value: meanWage },
    ...(isCapped ? [{ name: 'wage_cap', kind: 'money', value: wageCap } as const] : []),
    { name: 'hired_on', kind: 'day', value: hiredOn },
    { name: 'last_day', kind: 'day', value: lastDay },
    { name: 'severance_months', kind: 'months', value: exactText(paidMonths) },
    { name: 'severance_wage', kind: 'money', value: wage },
  ];
  return {
    ...{ id: 'severance', formula: isCapped ? 'severance.capped' : 'severance', inputs, rule, parts: [] },
    amount: toFen(times(ratio(wage), paidMonths)),
  };
}

const noticeStep = ({ lastWage }: SeveranceQuestion): PayStep => ({
  ...{ id: 'notice_pay', amount: lastWage, formula: 'severance.notice', rule: NOTICE_RULE, parts: [] },
  inputs: [{ name: 'last_wage', kind: 'money', value: lastWage }],
});

/**
 * Half months that service counts: two for a year, two for a rest of six months or more, one for less (劳动合同法 47).
 * Both days belong to the service.
 */
function serviceHalves(hiredOn: Day, lastDay: Day): number {
  const end = addDays(lastDay, 1);
  const years = fullYears(hiredOn, end);
  const anniversary = addYearsTo(hiredOn, years);
  if (anniversary >= end) return years * HALVES_A_YEAR;
  return years * HALVES_A_YEAR + (addMonthsTo(anniversary, 6) <= end ? 2 : 1);
}

function warningsOf({ wageCap, hiredOn }: SeveranceQuestion): PayWarning[] {
  const warning = (code: PayWarning['code']): PayWarning => ({ code, inputs: [], rule: null });
  return [
    ...(wageCap === null ? [warning('no-average')] : []),
    ...(hiredOn < SERVICE_SINCE ? [warning('service-before-2008')] : []),
  ];
}
