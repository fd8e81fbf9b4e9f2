import type { Day, Month } from '#contracts/common';
import type { Fen } from '#contracts/pay';
import type { PersonBrief } from '#contracts/person';
import type {
  AllowanceFacts,
  AllowanceRule,
  PensionPayment,
  TaxCarryIn,
  TaxKind,
  TaxTotals,
  TaxYearDraft,
  TaxYearView,
} from '#contracts/tax';
import { readFen } from '../../../../common/read-number';
import type { Failure } from '../../../../services/client-error';

export const KINDS = ['resident', 'student', 'non-resident'] as const satisfies readonly TaxKind[];
export const ALLOWANCES = [
  'monthly',
  'first-job',
  'sixty-thousand',
] as const satisfies readonly AllowanceRule[];
export const SOURCES = ['none', 'earlier-system', 'taken-over'] as const;
export const AMOUNTS = ['income', 'exempt', 'contributions', 'other', 'relief', 'withheld'] as const;
export type Amounts = Readonly<Record<(typeof AMOUNTS)[number], string>>;

export interface YearModel {
  readonly person: PersonBrief | null;
  readonly picking: boolean;
  readonly year: number;
  readonly found: TaxYearView | null;
  readonly kind: TaxKind;
  readonly allowance: AllowanceRule;
  readonly source: (typeof SOURCES)[number];
  readonly from: Month;
  readonly until: Month;
  readonly amounts: Amounts;
  readonly bonusTaxedOn: Day | null;
  /** The private pension of each month of the year, as it is typed. */
  readonly pension: readonly string[];
  readonly isPensionOpen: boolean;
  /** What HR confirms for another allowance than the monthly one. */
  readonly isConfirmed: boolean;
  readonly incomeBefore: string;
  readonly changed: boolean;
  readonly busy: boolean;
  readonly failure: Failure | null;
}

const MONTHS_A_YEAR = 12;
const NO_PENSION: readonly string[] = Array.from({ length: MONTHS_A_YEAR }, () => '');
const NO_AMOUNTS: Amounts = {
  ...{ income: '', exempt: '', contributions: '', other: '', relief: '', withheld: '' },
};

export const blankYear = (month: Month): YearModel => ({
  ...{ person: null, picking: true, year: Number(month.slice(0, 4)), found: null },
  ...{ kind: 'resident', allowance: 'monthly', source: 'none' },
  ...{ from: `${month.slice(0, 4)}-01` as Month, until: month, amounts: NO_AMOUNTS, bonusTaxedOn: null },
  ...{ pension: NO_PENSION, isPensionOpen: false },
  ...{ isConfirmed: false, incomeBefore: '', changed: false, busy: false, failure: null },
});

const yuanText = (fen: Fen): string => (fen === 0 ? '' : String(fen / 100));

/** The form of what is stored. */
export function formOf(found: TaxYearView, before: YearModel): Partial<YearModel> {
  const { kind, allowance, carryIn, bonusTaxedOn } = found;
  const pension = NO_PENSION.map((_, index) => {
    const month = monthOfYear(before.year, index);
    return yuanText(found.pension.find((each) => each.month === month)?.amount ?? (0 as Fen));
  });
  const { totals } = carryIn ?? {};
  const amounts = totals
    ? (Object.fromEntries(AMOUNTS.map((name) => [name, yuanText(totals[name])])) as unknown as Amounts)
    : NO_AMOUNTS;
  return {
    ...{ found, kind, allowance, bonusTaxedOn, amounts, source: carryIn?.source ?? 'none' },
    ...{ from: carryIn?.from ?? before.from, until: carryIn?.until ?? before.until },
    ...{ pension, isPensionOpen: found.pension.length > 0 },
    ...{ isConfirmed: false, incomeBefore: '', changed: false },
  };
}

export interface Sent {
  readonly draft: TaxYearDraft;
  readonly facts: AllowanceFacts;
}

/** What would be saved; null as long as something is missing or no amount. */
export function sentOf(model: YearModel): Sent | null {
  const { kind, allowance, bonusTaxedOn, isConfirmed } = model;
  const carryIn = carryInOf(model);
  const incomeBefore = fenOf(model.incomeBefore);
  const pension = pensionOf(model);
  if (carryIn === 'missing' || incomeBefore === null || pension === null) return null;
  // What it rests on is confirmed by whoever sets it.
  if (allowance !== 'monthly' && !isConfirmed) return null;
  if (allowance === 'sixty-thousand' && model.incomeBefore.trim() === '') return null;
  return {
    draft: { kind, allowance, carryIn, bonusTaxedOn, pension },
    facts: {
      monthsDeclared: isConfirmed ? 12 : 0,
      hadOtherPayer: false,
      incomeBefore,
      hadIncomeThisYear: false,
    },
  };
}

export const monthOfYear = (year: number, index: number): Month =>
  `${year}-${String(index + 1).padStart(2, '0')}` as Month;

/** The months with an amount; null if one of them is no amount. Nothing for who is not taxed on wages as a resident. */
export function pensionOf({ kind, year, pension }: YearModel): PensionPayment[] | null {
  if (kind !== 'resident') return [];
  const read = pension.map((text, index) => ({ month: monthOfYear(year, index), amount: fenOf(text) }));
  if (read.some(({ amount }) => amount === null)) return null;
  return read.flatMap(({ month, amount }) => (amount ? [{ month, amount }] : []));
}

function carryInOf({ source, from, until, amounts }: YearModel): TaxCarryIn | null | 'missing' {
  if (source === 'none') return null;
  const read = AMOUNTS.map((name) => [name, fenOf(amounts[name])] as const);
  if (read.some(([, value]) => value === null)) return 'missing';
  return { source, from, until, totals: Object.fromEntries(read) as unknown as TaxTotals };
}

/** Empty is nothing; null if it is no amount. */
function fenOf(text: string): Fen | null {
  if (text.trim() === '') return 0 as Fen;
  const read = readFen(text);
  return 'value' in read && read.value >= 0 ? (read.value as Fen) : null;
}
