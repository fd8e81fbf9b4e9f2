import type { Fen } from '#contracts/pay';
import type { BookAccountId, PayFileSettings } from '#contracts/pay-files';
import { type CostCentre, fundOf, grossOf, insuranceOf, type PaidPerson, taxOf } from './paid-person';

type Account = PayFileSettings['accounts'][BookAccountId];
/** Codes of the company's chart of accounts. */
export type PayAccounts = PayFileSettings['accounts'];

/** One line; one side is zero, the other one is not. */
export interface VoucherLine {
  readonly voucher: VoucherKind;
  /** Its place in the voucher, from 1. */
  readonly place: number;
  readonly summary: string;
  readonly account: Account;
  readonly costCentre: CostCentre | null;
  readonly debit: Fen;
  readonly credit: Fen;
}

/** `accrual`: pay becomes an expense. `employer`: what the company pays on top. `payment`: pay goes out. */
export type VoucherKind = 'accrual' | 'employer' | 'payment';

/** What the people of a cost centre add up to. */
interface CentreSums {
  readonly centre: CostCentre;
  readonly gross: number;
  readonly insurance: number;
  readonly fund: number;
  readonly items: number;
}

/** What vouchers are made of: a run of any size comes to a line for each cost centre. */
export interface VoucherSums {
  /** By the id of the centre. */
  readonly centres: Readonly<Record<string, CentreSums>>;
  readonly net: number;
  readonly tax: number;
  readonly keptInsurance: number;
  readonly keptFund: number;
  readonly keptOther: number;
  readonly carried: number;
  readonly repaid: number;
}

export const NO_VOUCHER: VoucherSums = {
  ...{ centres: {}, net: 0, tax: 0, keptInsurance: 0, keptFund: 0, keptOther: 0, carried: 0, repaid: 0 },
};

/** The sums with more people of the same run. */
export function withPeople(sums: VoucherSums, people: readonly PaidPerson[]): VoucherSums {
  const centres: Record<string, CentreSums> = { ...sums.centres };
  for (const { costCentre: centre, ...person } of people) {
    const own = centres[centre.id] ?? { centre, gross: 0, insurance: 0, fund: 0, items: 0 };
    centres[centre.id] = {
      centre: own.centre,
      gross: own.gross + grossOf({ ...person, costCentre: centre }),
      insurance: own.insurance + insuranceOf(person.employer),
      fund: own.fund + fundOf(person.employer),
      items: own.items + person.employerItems,
    };
  }
  const plus = (before: number, of: (person: PaidPerson) => number) =>
    people.reduce((sum, person) => sum + of(person), before);
  return {
    centres,
    net: plus(sums.net, ({ net }) => net),
    tax: plus(sums.tax, taxOf),
    keptInsurance: plus(sums.keptInsurance, ({ employee }) => insuranceOf(employee)),
    keptFund: plus(sums.keptFund, ({ employee }) => fundOf(employee)),
    keptOther: plus(sums.keptOther, ({ otherDeductions }) => otherDeductions),
    carried: plus(sums.carried, ({ carried }) => carried),
    repaid: plus(sums.repaid, ({ repaid }) => repaid),
  };
}

const lineOf = (
  voucher: VoucherKind,
  summary: string,
  account: Account,
  sides: { readonly debit?: number; readonly credit?: number },
  costCentre: CostCentre | null = null,
): VoucherLine => ({
  ...{ voucher, place: 0, summary, account, costCentre },
  debit: (sides.debit ?? 0) as Fen,
  credit: (sides.credit ?? 0) as Fen,
});

/**
 * The vouchers of a run: the accrual by cost centre, what the employer adds by cost centre, and the payment with what is
 * kept back from it. Each is balanced; lines of nothing are left out, because accounting software refuses them.
 */
export function voucherLines(sums: VoucherSums, accounts: PayAccounts, month: string): VoucherLine[] {
  const centres = Object.values(sums.centres).sort((a, b) => (a.centre.id < b.centre.id ? -1 : 1));
  const total = (of: (each: CentreSums) => number) => centres.reduce((sum, each) => sum + of(each), 0);
  const gross = total((each) => each.gross);
  const [accrued, paid] = [`计提 ${month} 工资`, `发放 ${month} 工资`];
  const [insurance, fund, items] = [`计提 ${month} 社保`, `计提 ${month} 公积金`, `计提 ${month} 公司承担`];
  const lines = [
    ...centres.map(({ centre, gross: debit }) =>
      lineOf('accrual', accrued, centre.account, { debit }, centre),
    ),
    lineOf('accrual', accrued, accounts.wagesPayable, { credit: gross }),
    ...centres.flatMap(({ centre, ...own }) => [
      lineOf('employer', insurance, centre.account, { debit: own.insurance }, centre),
      lineOf('employer', fund, centre.account, { debit: own.fund }, centre),
      lineOf('employer', items, centre.account, { debit: own.items }, centre),
    ]),
    lineOf('employer', insurance, accounts.insurancePayable, { credit: total((each) => each.insurance) }),
    lineOf('employer', fund, accounts.fundPayable, { credit: total((each) => each.fund) }),
    lineOf('employer', items, accounts.keptOther, { credit: total((each) => each.items) }),
    lineOf('payment', paid, accounts.wagesPayable, { debit: gross }),
    lineOf('payment', `${month} 应收员工`, accounts.owed, { debit: sums.carried }),
    lineOf('payment', paid, accounts.bank, { credit: sums.net }),
    lineOf('payment', `代扣 ${month} 个人所得税`, accounts.incomeTax, { credit: sums.tax }),
    lineOf('payment', `代扣 ${month} 社保`, accounts.keptInsurance, { credit: sums.keptInsurance }),
    lineOf('payment', `代扣 ${month} 公积金`, accounts.keptFund, { credit: sums.keptFund }),
    lineOf('payment', `代扣 ${month} 其他`, accounts.keptOther, { credit: sums.keptOther }),
    lineOf('payment', `${month} 扣还员工欠款`, accounts.owed, { credit: sums.repaid }),
  ];
  return numbered(lines.map(onItsSide).filter((line) => line.debit !== 0 || line.credit !== 0));
}

/** What comes to less than nothing, such as a centre with more taken off than earned, is booked on the other side. */
function onItsSide(line: VoucherLine): VoucherLine {
  const change = line.debit - line.credit;
  return { ...line, debit: Math.max(change, 0) as Fen, credit: Math.max(-change, 0) as Fen };
}

/** Lines with their places, counted in each voucher. */
export function numbered(lines: readonly VoucherLine[]): VoucherLine[] {
  const counts = new Map<VoucherKind, number>();
  return lines.map((line) => {
    const place = (counts.get(line.voucher) ?? 0) + 1;
    counts.set(line.voucher, place);
    return { ...line, place };
  });
}

/** Debit less credit of every voucher; a balanced one has 0. */
export function imbalance(lines: readonly VoucherLine[]): Readonly<Record<VoucherKind, Fen>> {
  const of = (kind: VoucherKind) =>
    lines
      .filter(({ voucher }) => voucher === kind)
      .reduce((sum, line) => sum + line.debit - line.credit, 0) as Fen;
  return { accrual: of('accrual'), employer: of('employer'), payment: of('payment') };
}
