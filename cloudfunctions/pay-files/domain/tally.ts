import type { PayRunSums } from '#contracts/payroll';
import { netByParts, type PaidPerson } from './paid-person';
import type { RunControl } from './pay-files';
import { NO_VOUCHER, type VoucherSums, withPeople } from './voucher';

/** What an export has come to so far, in fen; encrypted between its calls. */
export interface Tally {
  readonly people: number;
  /** Of the slips, as the run sums them up. */
  readonly sums: Readonly<Record<keyof PayRunSums, number>>;
  /** Nets, from the parts that files say. */
  readonly parts: number;
  readonly bonus: number;
  readonly severance: number;
  readonly employerItems: number;
  /** What the cells of the files add up to, and what those come to who are not in them. */
  readonly inFile: number;
  readonly leftOut: number;
  readonly voucher: VoucherSums;
}

const NO_SUMS = { gross: 0, contributions: 0, tax: 0, deductions: 0, net: 0, employer: 0 };
export const NO_TALLY: Tally = {
  ...{ people: 0, sums: NO_SUMS, parts: 0, bonus: 0, severance: 0, employerItems: 0, inFile: 0, leftOut: 0 },
  voucher: NO_VOUCHER,
};

interface Looked {
  readonly people: readonly PaidPerson[];
  readonly totals: readonly Readonly<Record<keyof PayRunSums, number>>[];
}

/** With more slips; vouchers are summed up where a file is made of them. */
export function withSlips(tally: Tally, { people, totals }: Looked, isVoucher: boolean): Tally {
  const sums = { ...tally.sums };
  for (const each of totals) for (const id of Object.keys(sums) as (keyof PayRunSums)[]) sums[id] += each[id];
  const plus = (before: number, of: (person: PaidPerson) => number) =>
    people.reduce((sum, person) => sum + of(person), before);
  return {
    ...tally,
    people: tally.people + people.length,
    sums,
    parts: plus(tally.parts, netByParts),
    bonus: plus(tally.bonus, ({ bonus }) => bonus),
    severance: plus(tally.severance, ({ severance }) => severance),
    employerItems: plus(tally.employerItems, ({ employerItems }) => employerItems),
    voucher: isVoucher ? withPeople(tally.voucher, people) : tally.voucher,
  };
}

/** Two figures that have to be the same, and are not. */
export interface Mismatch {
  readonly rule: 'money' | 'people';
  readonly file: number;
  readonly run: number;
}

/**
 * The first figure of the slips that is not that of the run, or of the file that is not that of the slips; null if all
 * agree. Nobody is offered a file that adds up to something else than was locked.
 */
export function mismatchOf(
  tally: Tally,
  run: { readonly people: number; readonly sums: PayRunSums },
  control: (run: RunControl) => number | null,
): Mismatch | null {
  const { bonus, severance, employerItems, inFile, leftOut } = tally;
  const expected = control({ sums: run.sums, bonus, severance, employerItems });
  const pairs: Mismatch[] = [
    { rule: 'people', file: tally.people, run: run.people },
    ...(Object.keys(tally.sums) as (keyof PayRunSums)[]).map((id) => ({
      rule: 'money' as const,
      file: tally.sums[id],
      run: run.sums[id],
    })),
    { rule: 'money', file: tally.parts, run: run.sums.net },
    ...(expected === null ? [] : [{ rule: 'money' as const, file: inFile + leftOut, run: expected }]),
  ];
  return pairs.find(({ file, run: other }) => file !== other) ?? null;
}
