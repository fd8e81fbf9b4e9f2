import type { Day, Minutes, Month } from '#contracts/common';
import type {
  ContributionKind,
  FundRate,
  InsuranceChoice,
  InsuranceCity,
  InsuranceKind,
  OwnAverage,
  OwnLimits,
  OwnRates,
} from '#contracts/insurance';
import type { InsuranceProfile, InsuranceSettings, ProfileEffect } from '#contracts/insurance-records';
import type { Fen } from '#contracts/pay';
import { readFen, readNumber } from '../../../../common/read-number';
import type { Failure } from '../../../../services/client-error';

export const CITIES: readonly InsuranceCity[] = [
  'beijing',
  'shanghai',
  'shenzhen',
  'guangzhou',
  'hangzhou',
  'chengdu',
];
const KINDS: readonly ContributionKind[] = [
  'pension',
  'medical',
  'unemployment',
  'injury',
  'maternity',
  'fund',
  'supplementaryFund',
];

/** The company's rates as they are typed, from a month on. */
export interface TypedChoice {
  readonly from: Month;
  readonly injury: string;
  readonly fundEmployer: string;
  readonly fundEmployee: string;
  /** Both empty: none. */
  readonly supplementaryEmployer: string;
  readonly supplementaryEmployee: string;
  readonly medicalTier: 1 | 2;
}

/** Whose rates a notice sets: injury is assigned to the company, and the fund is its choice. */
const RATED: readonly InsuranceKind[] = ['pension', 'medical', 'unemployment', 'maternity'];

/**
 * New limits, rates or an average wage as they are typed: floor and cap in yuan, the percent of employer and employee, or the
 * year and its average in yuan a month, published on `from`.
 */
export interface TypedNotice {
  readonly what: 'limits' | 'rates' | 'averages';
  readonly kind: ContributionKind;
  readonly from: Day;
  /** Null: the notice names no end. */
  readonly until: Day | null;
  readonly first: string;
  readonly second: string;
  readonly source: string;
}

export const kindsOf = ({ what }: Pick<TypedNotice, 'what'>): readonly ContributionKind[] =>
  what === 'rates' ? RATED : KINDS;

export interface ProfileModel {
  readonly city: InsuranceCity;
  readonly data: InsuranceProfile | null;
  readonly choice: TypedChoice;
  readonly limits: readonly OwnLimits[];
  readonly rates: readonly OwnRates[];
  readonly averages: readonly OwnAverage[];
  /** Null: none is being entered. */
  readonly notice: TypedNotice | null;
  readonly effect: ProfileEffect | null;
  readonly changed: boolean;
  readonly today: Day;
  readonly busy: boolean;
  readonly failure: Failure | null;
  readonly utcOffset: Minutes;
}

/** What is edited first: the latest choice, or the lowest rate of the fund that the city allows. */
export function typedChoice(choices: readonly InsuranceChoice[], month: Month): TypedChoice {
  const latest = choices[choices.length - 1];
  return {
    from: latest?.from ?? month,
    injury: latest?.injuryRate == null ? '' : String(latest.injuryRate),
    fundEmployer: String(latest?.fund.employer ?? 5),
    fundEmployee: String(latest?.fund.employee ?? 5),
    supplementaryEmployer: latest?.supplementaryFund ? String(latest.supplementaryFund.employer) : '',
    supplementaryEmployee: latest?.supplementaryFund ? String(latest.supplementaryFund.employee) : '',
    medicalTier: latest?.medicalTier ?? 1,
  };
}

/** The field of a rate that the city does not allow; null if something else failed. */
export function rateOf({ code, data }: Failure): Exclude<keyof TypedChoice, 'from' | 'medicalTier'> | null {
  if (code !== 'RATE_OUT_OF_RANGE' && code !== 'RATE_NOT_IN_STEPS') return null;
  if (data.kind === 'injury') return 'injury';
  const isEmployer = data.side !== 'employee';
  if (data.kind === 'fund') return isEmployer ? 'fundEmployer' : 'fundEmployee';
  return isEmployer ? 'supplementaryEmployer' : 'supplementaryEmployee';
}

export type Problem = 'injury' | 'fund' | 'supplementary';

export function problemOf(choice: TypedChoice): Problem | null {
  const { injury, fundEmployer, fundEmployee } = choice;
  if (injury.trim() !== '' && percentOf(injury) === null) return 'injury';
  if (percentOf(fundEmployer) === null || percentOf(fundEmployee) === null) return 'fund';
  return supplementaryOf(choice) === 'wrong' ? 'supplementary' : null;
}

function supplementaryOf({
  supplementaryEmployer,
  supplementaryEmployee,
}: TypedChoice): FundRate | null | 'wrong' {
  if (supplementaryEmployer.trim() === '' && supplementaryEmployee.trim() === '') return null;
  const [employer, employee] = [percentOf(supplementaryEmployer), percentOf(supplementaryEmployee)];
  return employer === null || employee === null ? 'wrong' : { employer, employee };
}

/** 0 to 100 with at most four decimals; null if it is not. */
function percentOf(text: string): number | null {
  const read = readNumber(text);
  if ('problem' in read || read.value < 0 || read.value > 100) return null;
  return /\.\d{5,}/.test(text) ? null : read.value;
}

type Entered = Pick<ProfileModel, 'limits' | 'rates' | 'averages'>;

/** The notices with the one that is typed, or null while something of it is missing. */
export function withNotice(model: ProfileModel, notice: TypedNotice): Entered | null {
  const { limits, rates, averages, data } = model;
  const { what, kind, from, until } = notice;
  const source = notice.source.trim();
  if (source === '') return null;
  if (what === 'averages') {
    const average = averageOf(notice);
    const others = averages.filter(({ year }) => year !== average?.year);
    return average && { limits, rates, averages: [...others, { ...average, source }] };
  }
  if (until !== null && until < from) return null;
  if (what === 'rates') {
    const [employer, employee] = [percentOf(notice.first), percentOf(notice.second)];
    if (employer === null || employee === null) return null;
    // A fixed amount, such as the three yuan of Beijing, stays beside the new percent.
    const fixed = data?.inForce.find((rule) => rule.kind === kind)?.employee.fixed;
    const own = fixed === undefined ? { percent: employee } : { percent: employee, fixed };
    const entered = { kind: kind as InsuranceKind, from, until, source };
    const added = { ...entered, employer: { percent: employer }, employee: own };
    return { limits, averages, rates: [...rates, added] };
  }
  const [floor, cap] = [readFen(notice.first), readFen(notice.second)];
  if ('problem' in floor || 'problem' in cap || floor.value < 0 || floor.value > cap.value) return null;
  const entered = { kind, from, until, source, floor: floor.value as Fen, cap: cap.value as Fen };
  return { limits: [...limits, entered], rates, averages };
}

/** Fifty thousand yuan a month: more is the figure of a year. */
const MAX_AVERAGE = 5_000_000;

/** The average wage of a year that was over when it was published; null while something of it is missing. */
function averageOf({ first, second, from }: TypedNotice): Omit<OwnAverage, 'source'> | null {
  const [year, month] = [readNumber(first), readFen(second)];
  if ('problem' in year || 'problem' in month || !/^20\d\d$/.test(String(year.value))) return null;
  if (month.value <= 0 || month.value > MAX_AVERAGE || Number(from.slice(0, 4)) <= year.value) return null;
  return { year: year.value, month: month.value as Fen, publishedOn: from };
}

const byDay = <Item extends { readonly from: Day }>(items: readonly Item[]): Item[] =>
  [...items].sort((a, b) => (a.from < b.from ? -1 : 1));

/** What is sent: the typed choice replaces that of its month, and what is not shown here stays as it is. */
export function settingsOf({ data, choice, limits, rates, averages }: ProfileModel): InsuranceSettings {
  const before = data?.choices ?? [];
  const same = before.find(({ from }) => from === choice.from) ?? before[before.length - 1];
  const supplementary = supplementaryOf(choice);
  const typed: InsuranceChoice = {
    from: choice.from,
    injuryRate: choice.injury.trim() === '' ? null : percentOf(choice.injury),
    fund: {
      employer: percentOf(choice.fundEmployer) ?? 0,
      employee: percentOf(choice.fundEmployee) ?? 0,
    },
    supplementaryFund: supplementary === 'wrong' ? null : supplementary,
    medicalTier: choice.medicalTier,
    sickPercent: same?.sickPercent ?? null,
  };
  const others = before.filter(({ from }) => from !== choice.from);
  return {
    choices: [...others, typed].sort((a, b) => (a.from < b.from ? -1 : 1)),
    limits: byDay(limits),
    rates: byDay(rates),
    averages: [...averages].sort((one, other) => one.year - other.year),
  };
}
