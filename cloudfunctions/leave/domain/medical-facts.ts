import type { Fact, Warning } from '#contracts/fact';
import type { LeaveBalance } from '#contracts/leave';
import type { Account, AccountSpan } from '../../accounts/rules';
import { fact, warning } from '../../approvals/kind/answer';
import type { Employee } from '../../shared/kernel/employee';
import { type MedicalPeriod, medicalPeriod } from './medical-period';
import { MEDICAL_TYPES } from './packs/medical-period';

type Who = Pick<Employee, 'city' | 'hiredOn' | 'workingSince'>;

/** What a request for sick leave means for the medical period, with everything that was asked for before. */
export function medicalFacts(
  applicant: Who,
  { spans }: Pick<Account, 'spans'>,
  span: AccountSpan,
): { readonly facts: readonly Fact[]; readonly warnings: readonly Warning[] } {
  const isSick = MEDICAL_TYPES.includes(span.leaveTypeId ?? '') && Object.keys(span.perDay ?? {}).length > 0;
  const period = isSick ? medicalPeriod(applicant, [...Object.values(spans), span]) : null;
  if (!period) return { facts: [], warnings: [] };
  const { endsOn, endMonths } = period;
  return {
    facts: [medicalFact(period, true)],
    warnings: period.isOver
      ? [warning('warn', 'MEDICAL_PERIOD_OVER', { day: endsOn, months: endMonths })]
      : [],
  };
}

/**
 * Balances whose sick leave says the medical period of the latest illness.
 * @param account with all that was ever booked: all sick leave here may count
 */
export function withMedicalPeriod(
  balances: readonly LeaveBalance[],
  who: Who,
  { spans }: Pick<Account, 'spans'>,
): LeaveBalance[] {
  const period = medicalPeriod(who, Object.values(spans));
  return balances.map((balance) =>
    period && MEDICAL_TYPES.includes(balance.type.id)
      ? { ...balance, basis: [...balance.basis, medicalFact(period, false)] }
      : balance,
  );
}

const medicalFact = (
  { months, since, until, used, endsOn, endMonths, source }: MedicalPeriod,
  isAsked: boolean,
): Fact =>
  fact('MEDICAL_PERIOD', {
    ...{ months, since, until: until ?? '', used, endsOn, source },
    ...(endMonths === months ? {} : { endMonths }),
    with: isAsked ? 'this' : 'waiting',
  });
