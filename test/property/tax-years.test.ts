import fc from 'fast-check';
import type { Day } from '#contracts/common';
import type { Fen, PayStep } from '#contracts/pay';
import type { TaxTotals } from '#contracts/tax';
import { ratio } from '../../cloudfunctions/shared/figures/ratio';
import { toFen } from '../../cloudfunctions/shared/figures/to-fen';
import { bonusTax, nonResidentBonusTax } from '../../cloudfunctions/tax/domain/bonus-tax';
import { ANNUAL, MONTHLY, type TaxTable } from '../../cloudfunctions/tax/domain/packs/tables';
import { severanceTax } from '../../cloudfunctions/tax/domain/severance-tax';
import { taxOn } from '../../cloudfunctions/tax/domain/tax-on';
import { withholdNonResident } from '../../cloudfunctions/tax/domain/withhold-non-resident';
import { withholdStudent } from '../../cloudfunctions/tax/domain/withhold-student';
import { withholdWages } from '../../cloudfunctions/tax/domain/withhold-wages';
import { TAX_YEARS } from '../soak/counts';
import {
  bonusTaxOf,
  inFen,
  monthlyTax,
  nonResidentBonusOf,
  nonResidentOf,
  type OracleMonth,
  severanceOf,
  studentByMonth,
  withheldByMonth,
  yearlyTax,
} from '../support/tax-oracle';

const KINDS = ['monthly', 'first-job', 'sixty-thousand'] as const;
const NO_STEP: PayStep = {
  ...{ id: 'special', amount: 0 as Fen, formula: null, inputs: [], rule: null, parts: [] },
};

/** A generator of numbers that gives the same years on every machine. */
function randomFrom(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296) * below);
  };
}

/** Small and large amounts alike: the number of digits is random. In fen. */
const amountOf = (random: (below: number) => number, digits: number): number =>
  random(10 ** (3 + random(digits - 2)));

interface Year {
  readonly first: number;
  readonly allowance: (typeof KINDS)[number];
  readonly months: readonly OracleMonth[];
}

function yearOf(random: (below: number) => number): Year {
  const first = 1 + random(12);
  const wage = amountOf(random, 8);
  const contributions = random(4) === 0 ? 0 : random(wage);
  const special = random(3) === 0 ? 0 : random(12) * 50_000;
  const months = Array.from({ length: 13 - first }, () => ({
    // Mostly the same wage; some months lie apart, below zero too.
    income: random(4) === 0 ? amountOf(random, 9) - random(2) * 100_000 : wage,
    exempt: random(5) === 0 ? random(50_000) : 0,
    contributions,
    other: random(5) === 0 ? random(100_000) : 0,
    special,
    relief: random(20) === 0 ? random(100_000) : 0,
  }));
  return { first, allowance: KINDS[random(KINDS.length)] ?? 'monthly', months };
}

/** As a payroll does: month by month, each with the totals of those before. */
function withheldHere({ first, allowance, months }: Year): number[] {
  let special = 0;
  const totals = { income: 0, exempt: 0, contributions: 0, other: 0, relief: 0, withheld: 0 };
  return months.map((month, index) => {
    special += month.special;
    const { tax } = withholdWages({
      paidOn: `2026-${String(first + index).padStart(2, '0')}-15` as Day,
      before: { ...totals } as TaxTotals,
      now: month as unknown as TaxTotals,
      monthsHere: index + 1,
      allowance,
      special: { ...NO_STEP, amount: special as Fen },
    });
    for (const name of ['income', 'exempt', 'contributions', 'other', 'relief'] as const)
      totals[name] += month[name];
    totals.withheld += tax.amount;
    return tax.amount;
  });
}

const PAID = '2026-05-10' as Day;
const AVERAGE = 1_257_700;

test(`${TAX_YEARS} random years differ from the second reckoning by no fen`, () => {
  const random = randomFrom(20260101);
  let months = 0;
  for (let count = 0; count < TAX_YEARS; count += 1) {
    const year = yearOf(random);
    const [here, there] = [withheldHere(year), withheldByMonth(year.months, year.first, year.allowance)];
    months += here.length;
    // Comparing with a matcher a million times would take longer than the reckoning.
    if (here.some((amount, index) => amount !== there[index]))
      expect({ year, here }).toEqual({ year, here: there });
  }
  expect(months).toBeGreaterThan(TAX_YEARS * 6);
});

const fee = fc.integer({ min: 0, max: 30_000_000 });
const lump = fc.oneof(
  fc.integer({ min: 0, max: 200_000_000 }),
  fc.integer({ min: 3_500_000, max: 3_900_000 }),
);

test('a bonus by itself, severance and pay of people who are not residents are what the law says', () => {
  const none = { income: 0 as Fen, exempt: 0 as Fen, withheld: 0 as Fen };
  const averages = [{ year: 2025, monthly: AVERAGE as Fen, publishedOn: '2026-05-01' as Day }];
  fc.assert(
    fc.property(lump, (amount) => {
      const paid = { paidOn: PAID, earlier: [], bonus: amount as Fen };
      expect(bonusTax(paid).tax.amount).toBe(bonusTaxOf(amount));
      expect(nonResidentBonusTax(paid).amount).toBe(nonResidentBonusOf(amount));
      const month = { paidOn: PAID, before: none, now: { income: amount as Fen, exempt: 0 as Fen } };
      expect(withholdNonResident(month).amount).toBe(nonResidentOf(amount));
      const before = { amount: 0 as Fen, withheld: 0 as Fen };
      const tax = severanceTax({ before, amount: amount as Fen, paidOn: PAID, averages });
      expect(tax.amount).toBe(severanceOf(amount, AVERAGE));
    }),
    { numRuns: 2_000 },
  );
});

test('a student is withheld what the law says, month by month', () => {
  fc.assert(
    fc.property(fc.array(fee, { minLength: 1, maxLength: 12 }), (fees) => {
      let before = { income: 0 as Fen, withheld: 0 as Fen };
      const here = fees.map((income, index) => {
        const paidOn = `2026-${String(index + 1).padStart(2, '0')}-10` as Day;
        const payment = { paidOn, before, income: income as Fen, monthsHere: index + 1 };
        const { amount } = withholdStudent(payment);
        before = { income: (before.income + income) as Fen, withheld: (before.withheld + amount) as Fen };
        return amount;
      });
      expect(here).toEqual(studentByMonth(fees));
    }),
    { numRuns: 1_000 },
  );
});

test('more taxable income never means less tax, nor more tax than income', () => {
  const table = ANNUAL[0]?.value ?? [];
  fc.assert(
    fc.property(lump, fc.integer({ min: 0, max: 100_000 }), (amount, more) => {
      const [tax, other] = [amount, amount + more].map((each) => toFen(taxOn(table, ratio(each))));
      expect(other).toBeGreaterThanOrEqual(tax ?? 0);
      expect((other ?? 0) - (tax ?? 0)).toBeLessThanOrEqual(more);
    }),
    { numRuns: 1_000 },
  );
});

describe('no figure of a table can be wrong by a yuan or a percent unnoticed', () => {
  const differs = (table: TaxTable, oracle: (yuan: number) => ReturnType<typeof yearlyTax>): boolean =>
    table.some(({ upTo }) => {
      const around = upTo === null ? [200_000_000] : [upTo - 100, upTo - 50, upTo, upTo + 50, upTo + 100];
      return around.some((fen) => toFen(taxOn(table, ratio(fen))) !== inFen(oracle(fen / 100)));
    });
  const CHANGES = [
    ['the edge', { upTo: 100 }],
    ['the rate', { percent: 1 }],
    ['the quick deduction', { quick: 100 }],
  ] as const;
  test.each([
    ['annual', ANNUAL, yearlyTax],
    ['monthly', MONTHLY, monthlyTax],
  ] as const)('%s', (_, versions, oracle) => {
    for (const { value: table } of versions) {
      expect(differs(table, oracle)).toBe(false);
      table.forEach((band, index) => {
        for (const [name, change] of CHANGES) {
          for (const sign of [1, -1]) {
            const [[key, by]] = Object.entries(change) as [[keyof typeof band, number]];
            if (band[key] === null) continue;
            const broken = table.map((each, at) =>
              at === index ? { ...each, [key]: Number(each[key]) + sign * by } : each,
            );
            expect([index, name, sign, differs(broken, oracle)]).toEqual([index, name, sign, true]);
          }
        }
      });
    }
  });
});
