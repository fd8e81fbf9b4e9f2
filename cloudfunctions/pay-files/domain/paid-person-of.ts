import type { Day, LocalText } from '#contracts/common';
import type { Fen, PayStep } from '#contracts/pay';
import { readResidentId } from '../../../miniprogram/features/pay/common/id-number';
import { type ComputedSlip, contributionLines } from '../../payroll/rules';
import type { Employee } from '../../shared/kernel/employee';
import { DEDUCTION_NAMES } from '../../tax/rules';
import type { Contributions, CostCentre, DeductionId, PaidPerson } from './paid-person';
import { ID_NAMES, type PayDetails } from './pay-details';

type Slip = Pick<ComputedSlip, 'net' | 'employer' | 'totals'>;

interface Known {
  readonly employeeId: string;
  readonly slip: Slip;
  /** Undefined where the record cannot be used. */
  readonly person: Pick<Employee, 'name' | 'nameEn' | 'hiredOn' | 'leftOn' | 'sex'> | undefined;
  readonly details: PayDetails;
  readonly city: LocalText;
  readonly costCentre: CostCentre;
}

const SEX = { female: '女', male: '男' } as const;

/** What files say of somebody, read from the locked slip: nothing is worked out anew. */
export function paidPersonOf({ employeeId, slip, person, details, city, costCentre }: Known): PaidPerson {
  const { totals } = slip;
  const isResident = details.idKind === 'resident' && details.idNumber !== '';
  const byCard = isResident ? readResidentId(details.idNumber) : null;
  const { employee, employer } = sidesOf(slip);
  const left = totals.gross - totals.contributions - totals.tax - totals.deductions - totals.repaid;
  return {
    ...{ employeeId, name: person?.name ?? '', nameEn: person?.nameEn ?? '' },
    ...{ idType: ID_NAMES[details.idKind], idNumber: details.idNumber },
    nationality: details.idKind === 'resident' ? '中国' : '',
    sex: byCard?.sex ?? (person?.sex ? SEX[person.sex] : ''),
    bornOn: (byCard?.bornOn as Day | undefined) ?? null,
    phone: details.phone,
    hiredOn: person?.hiredOn ?? ('' as Day),
    leftOn: person?.leftOn ?? null,
    ...{ city, costCentre },
    account:
      details.account === '' ? null : { number: details.account, bank: details.bank, place: details.place },
    ...{ income: totals.income, exempt: totals.exempt },
    ...{ bonus: totals.bonus, severance: totals.severance, employee, employer },
    severanceExempt: exemptOf(slip.net, totals.severance),
    employerItems: (totals.employer - sumOf(employer)) as Fen,
    deductions: specialOf(slip.net),
    tax: {
      wages: (totals.tax - totals.bonusTax - totals.severanceTax) as Fen,
      ...{ bonus: totals.bonusTax, severance: totals.severanceTax },
    },
    ...{ otherDeductions: totals.deductions, repaid: totals.repaid, net: totals.net },
    carried: (totals.net - left) as Fen,
  };
}

const sumOf = (contributions: Contributions): number =>
  Object.values(contributions).reduce((sum, each) => sum + each, 0);

/** Both sides by kind; what was paid for earlier months is among them. */
function sidesOf(slip: Slip): { readonly employee: Contributions; readonly employer: Contributions } {
  const employee: Record<string, Fen> = {};
  const employer: Record<string, Fen> = {};
  for (const line of contributionLines(slip)) {
    employee[line.kind] = ((employee[line.kind] ?? 0) + line.employee) as Fen;
    employer[line.kind] = ((employer[line.kind] ?? 0) + line.employer) as Fen;
  }
  return { employee, employer };
}

const KINDS: readonly (readonly [LocalText, DeductionId])[] = [
  [DEDUCTION_NAMES.child, 'children'],
  [DEDUCTION_NAMES.infant, 'infants'],
  [DEDUCTION_NAMES.degree, 'education'],
  [DEDUCTION_NAMES.certificate, 'education'],
  [DEDUCTION_NAMES.mortgage, 'mortgage'],
  [DEDUCTION_NAMES.rent, 'rent'],
  [DEDUCTION_NAMES.elder, 'elders'],
];

/** The special additional deductions of the year so far, as the tax of the slip has counted them. */
function specialOf(net: PayStep): PaidPerson['deductions'] {
  const found: Partial<Record<DeductionId, Fen>> = {};
  const special = find(net, ({ id }) => id === 'special');
  for (const { name, amount } of special?.parts ?? []) {
    const id = KINDS.find(([text]) => text['zh-CN'] === name?.['zh-CN'])?.[1];
    if (id) found[id] = ((found[id] ?? 0) + Math.abs(amount)) as Fen;
  }
  return found;
}

/** What the slip has left free of the tax on severance; the exemption itself may be more than was paid. */
function exemptOf(net: PayStep, severance: Fen): Fen {
  const tax = net.parts.find(({ id }) => id === 'tax.severance');
  const exempt = tax ? find(tax, ({ id }) => id === 'exempt') : null;
  return Math.min(severance, exempt?.amount ?? 0) as Fen;
}

function find(step: PayStep, is: (step: PayStep) => boolean): PayStep | null {
  if (is(step)) return step;
  for (const part of step.parts) {
    const found = find(part, is);
    if (found) return found;
  }
  return null;
}
