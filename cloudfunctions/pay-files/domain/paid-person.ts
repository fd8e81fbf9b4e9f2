import type { Day, Language, LocalText } from '#contracts/common';
import type { Fen } from '#contracts/pay';

/** Insurances by their place in the files of the tax client; the rest is for lists of a city. */
export type ContributionId =
  | 'pension'
  | 'medical'
  | 'unemployment'
  | 'injury'
  | 'maternity'
  | 'fund'
  | 'supplementaryFund';
export type Contributions = Readonly<Partial<Record<ContributionId, Fen>>>;

/** Special additional deductions, as the tax client names them; what they came to in the year so far. */
export type DeductionId =
  | 'children'
  | 'education'
  | 'mortgage'
  | 'rent'
  | 'elders'
  | 'infants'
  | 'pension'
  | 'annuity'
  | 'health'
  | 'deferred';

export interface CostCentre {
  readonly id: string;
  readonly name: LocalText;
  /** Of the expense that pay of the centre belongs to, such as `5502` and 管理费用. */
  readonly account: { readonly code: string; readonly name: string };
}

/** What files say about one person of a locked run. Amounts of the month, unless named otherwise. */
export interface PaidPerson {
  readonly employeeId: string;
  readonly name: string;
  readonly nameEn: string;
  readonly idType: string;
  readonly idNumber: string;
  readonly nationality: string;
  readonly sex: '男' | '女' | '';
  readonly bornOn: Day | null;
  readonly phone: string;
  readonly hiredOn: Day;
  readonly leftOn: Day | null;
  readonly city: LocalText;
  readonly costCentre: CostCentre;
  /** Null for who is paid otherwise. */
  readonly account: { readonly number: string; readonly bank: string; readonly place: string } | null;
  /** Taxable earnings without what is taxed apart, after what is deducted before tax. */
  readonly income: Fen;
  readonly exempt: Fen;
  /** Taxed by themselves: a separate yearly bonus, and what is paid for leaving. */
  readonly bonus: Fen;
  readonly severance: Fen;
  /** Of the severance, free of tax: up to three times the yearly average (财税〔2018〕164号 art. 5). */
  readonly severanceExempt: Fen;
  readonly employee: Contributions;
  readonly employer: Contributions;
  readonly deductions: Readonly<Partial<Record<DeductionId, Fen>>>;
  /** On wages, on the bonus, and on what is paid for leaving. */
  readonly tax: { readonly wages: Fen; readonly bonus: Fen; readonly severance: Fen };
  /** Items of the company beside insurance and fund. */
  readonly employerItems: Fen;
  /** Deducted after tax. */
  readonly otherDeductions: Fen;
  /** Paid back of what months before could not pay. */
  readonly repaid: Fen;
  /** What is carried to the next month because there was nothing to pay it from; above zero. */
  readonly carried: Fen;
  readonly net: Fen;
}

/** As a list in a language names somebody; who has no name in it keeps the other one. */
export const nameIn = ({ name, nameEn }: PaidPerson, language: Language): string =>
  (language === 'en' && nameEn) || name;

const sumOf = (contributions: Contributions): number =>
  Object.values(contributions).reduce((sum, each) => sum + each, 0);

/** Own contributions, or those of the employer, of the fund alone: with what is added to it, which is fund to the tax office. */
export const fundOf = ({ fund = 0 as Fen, supplementaryFund = 0 as Fen }: Contributions): Fen =>
  (fund + supplementaryFund) as Fen;

/** The same without the fund. */
export const insuranceOf = (contributions: Contributions): Fen =>
  (sumOf(contributions) - fundOf(contributions)) as Fen;

/** Everything that was earned. */
export const grossOf = ({ income, exempt, bonus, severance }: PaidPerson): Fen =>
  (income + exempt + bonus + severance) as Fen;

/** All taxes together. */
export const taxOf = ({ tax }: PaidPerson): Fen => (tax.wages + tax.bonus + tax.severance) as Fen;

/** What the net comes to by its parts; a person for whom it is another one must not be in any file. */
export const netByParts = (person: PaidPerson): Fen =>
  (grossOf(person) -
    sumOf(person.employee) -
    taxOf(person) -
    person.otherDeductions -
    person.repaid +
    person.carried) as Fen;
