import fc from 'fast-check';
import type { Month } from '#contracts/common';
import type { Bases, InsuranceChoice, InsuranceCity } from '#contracts/insurance';
import type { Fen, PayStep } from '#contracts/pay';
import { CITY_PACKS, contributionsOf } from '../../cloudfunctions/insurance/rules';
import { ORACLE_CITIES, oracleContributions } from './support/contribution-oracle';

const city = fc.constantFrom(...(Object.keys(ORACLE_CITIES) as InsuranceCity[]));
/** From the first month that all cities have figures for. */
const month = fc
  .integer({ min: 0, max: 17 })
  .map((index) => new Date(Date.UTC(2025, 6 + index, 1)).toISOString().slice(0, 7) as Month);
/** Below the floor, around half fen, over the cap. */
const base = fc.oneof(
  fc.integer({ min: 0, max: 5_000_000 }),
  fc.integer({ min: 0, max: 999_900_000 }),
) as fc.Arbitrary<Fen>;
const injury = fc.constantFrom(0.2, 0.24, 0.4, 0.7, 0.9, 1.1, 1.3, 1.6, 1.9);

const question = fc.record({ city, month, insurance: base, fund: base, injury }).chain((each) => {
  const most = each.city === 'shanghai' ? 7 : 12;
  const rate = fc.integer({ min: 5, max: most });
  return fc.record({ fundEmployer: rate, fundEmployee: rate }).map((rates) => ({ ...each, ...rates }));
});

interface Asked {
  readonly city: InsuranceCity;
  readonly month: Month;
  readonly insurance: Fen;
  readonly fund: Fen;
  readonly injury: number;
  readonly fundEmployer: number;
  readonly fundEmployee: number;
}

function contributed(asked: Asked) {
  const choice: InsuranceChoice = {
    from: '2025-01' as Month,
    injuryRate: asked.injury,
    fund: { employer: asked.fundEmployer, employee: asked.fundEmployee },
    supplementaryFund: null,
    medicalTier: 1,
    sickPercent: null,
  };
  const bases: Bases = { insurance: asked.insurance, fund: asked.fund };
  return contributionsOf({ pack: CITY_PACKS[asked.city], choice, month: asked.month, bases });
}

const byKind = ({ parts }: PayStep) => Object.fromEntries(parts.map(({ id, amount }) => [id, amount]));

const isSame = (one: Readonly<Record<string, number>>, other: Readonly<Record<string, number>>) =>
  Object.keys(one).length === Object.keys(other).length &&
  Object.entries(one).every(([kind, amount]) => other[kind] === amount);

describe('insurance and fund', () => {
  it('are to the fen what decimal arithmetic gives from the notices', () => {
    fc.assert(
      fc.property(question, (asked) => {
        const { employee, employer } = contributed(asked);
        const expected = oracleContributions(asked);
        return isSame(byKind(employee), expected.employee) && isSame(byKind(employer), expected.employer);
      }),
      { numRuns: 10_000 },
    );
  });

  it('are the sum of their kinds, never fall as a base grows, and keep floor and cap', () => {
    fc.assert(
      fc.property(question, fc.integer({ min: 1, max: 100_000 }), (asked, more) => {
        const [now, then] = [
          contributed(asked),
          contributed({
            ...asked,
            insurance: (asked.insurance + more) as Fen,
            fund: (asked.fund + more) as Fen,
          }),
        ];
        for (const side of ['employee', 'employer'] as const) {
          const { parts, amount } = now[side];
          expect(parts.reduce((sum, part) => sum + part.amount, 0)).toBe(amount);
          expect(then[side].amount).toBeGreaterThanOrEqual(amount);
          for (const {
            parts: [applied],
          } of parts) {
            const [own, floor, cap] = (applied?.inputs ?? []).map((input) => Number(input.value));
            expect(applied?.amount).toBe(Math.min(Math.max(own ?? -1, floor ?? -1), cap ?? -1));
          }
        }
      }),
    );
  });
});
