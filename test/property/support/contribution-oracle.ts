import Decimal from 'decimal.js';

/**
 * What insurance and fund come to, written from the notices with decimal arithmetic and none of the product's code or
 * data. Amounts in yuan as texts; percent as texts.
 */
const Yuan = Decimal.clone({ precision: 40, rounding: Decimal.ROUND_HALF_UP });

type Kind = 'pension' | 'medical' | 'unemployment' | 'injury' | 'maternity' | 'fund';
/** First month, floor, cap. */
type Limits = readonly (readonly [string, string, string])[];
/** First month, employer's percent, employee's percent, the employee's fixed yuan. */
type Rates = readonly (readonly [string, string, string, string?])[];

interface City {
  readonly limits: Partial<Record<Kind, Limits>>;
  readonly rates: Partial<Record<Kind, Rates>>;
}

const same = (limits: Limits, kinds: readonly Kind[]) =>
  Object.fromEntries(kinds.map((kind) => [kind, limits]));
const PENSION: Rates = [['2025-01', '16', '8']];
const FOUR: readonly Kind[] = ['pension', 'medical', 'unemployment', 'injury'];
const ONE_PERCENT: Rates = [['2025-01', '0.5', '0.5']];
const GUANGDONG: Rates = [['2025-01', '0.8', '0.2']];

export const ORACLE_CITIES: Readonly<Record<string, City>> = {
  beijing: {
    limits: {
      ...same(
        [
          ['2025-07', '7162', '35811'],
          ['2026-07', '7270', '36348'],
        ],
        FOUR,
      ),
      fund: [
        ['2025-07', '2540', '35811'],
        ['2026-07', '2540', '36348'],
      ],
    },
    rates: { pension: PENSION, medical: [['2025-01', '9.8', '2', '3']], unemployment: ONE_PERCENT },
  },
  shanghai: {
    limits: {
      ...same(
        [
          ['2025-07', '7460', '37302'],
          ['2026-07', '7546', '37731'],
        ],
        FOUR,
      ),
      fund: [
        ['2025-07', '2690', '37302'],
        ['2026-07', '2740', '37731'],
      ],
    },
    rates: { pension: PENSION, medical: [['2025-02', '9', '2']], unemployment: ONE_PERCENT },
  },
  shenzhen: {
    limits: {
      ...same([['2025-07', '4775', '27549']], ['pension', 'injury']),
      ...same(
        [
          ['2025-01', '6733', '33666'],
          ['2026-01', '6727', '33633'],
        ],
        ['medical', 'maternity'],
      ),
      unemployment: [
        ['2025-07', '2520', '44265'],
        ['2026-09', '2700', '48471'],
      ],
      fund: [
        ['2025-07', '2520', '44265'],
        ['2026-07', '2520', '48471'],
        ['2026-09', '2700', '48471'],
      ],
    },
    rates: {
      pension: PENSION,
      medical: [
        ['2025-01', '5', '2'],
        ['2026-01', '6', '2'],
      ],
      unemployment: GUANGDONG,
      maternity: [['2025-01', '0.5', '0']],
    },
  },
  guangzhou: {
    limits: {
      ...same([['2025-07', '5510', '27549']], ['pension', 'injury']),
      ...same(
        [
          ['2025-01', '6236', '31179'],
          ['2026-01', '6234', '31170'],
        ],
        ['medical', 'maternity'],
      ),
      unemployment: [
        ['2025-03', '2500', '44265'],
        ['2026-09', '2680', '44265'],
      ],
      fund: [
        ['2025-07', '2500', '39828'],
        ['2026-07', '2500', '41697'],
        ['2026-09', '2680', '41697'],
      ],
    },
    rates: {
      pension: PENSION,
      medical: [
        ['2025-01', '4.5', '2'],
        ['2026-01', '6', '2'],
      ],
      unemployment: GUANGDONG,
      maternity: [['2025-01', '0.85', '0']],
    },
  },
  hangzhou: {
    limits: {
      ...same([['2025-01', '4986', '25299']], FOUR),
      fund: [
        ['2025-07', '2490', '40694'],
        ['2026-07', '2660', '42151'],
      ],
    },
    rates: { pension: PENSION, medical: [['2025-01', '9.5', '2']], unemployment: ONE_PERCENT },
  },
  chengdu: {
    limits: {
      ...same(
        [
          ['2025-01', '4588', '22938'],
          ['2026-01', '4699', '23493'],
        ],
        FOUR,
      ),
      fund: [
        ['2025-01', '2330', '31378'],
        ['2026-01', '2330', '32969'],
      ],
    },
    rates: {
      pension: PENSION,
      medical: [['2025-01', '8.3', '2']],
      unemployment: [['2025-01', '0.6', '0.4']],
    },
  },
};

interface OracleQuestion {
  readonly city: string;
  readonly month: string;
  /** Fen. */
  readonly insurance: number;
  readonly fund: number;
  /** Percent. */
  readonly injury: number;
  readonly fundEmployer: number;
  readonly fundEmployee: number;
}

/** Fen of each side by kind; what nobody pays is left out. */
export function oracleContributions(question: OracleQuestion) {
  const { limits, rates } = ORACLE_CITIES[question.city] as City;
  const answer: Record<'employer' | 'employee', Record<string, number>> = { employer: {}, employee: {} };
  for (const kind of Object.keys(limits) as Kind[]) {
    const [, floor, cap] = latest(limits[kind] ?? [], question.month);
    const own = new Yuan(kind === 'fund' ? question.fund : question.insurance).div(100);
    const base = Decimal.min(Decimal.max(own, floor), cap);
    const [employer, employee, fixed] = percents(kind, rates, question);
    for (const [side, percent, more] of [
      ['employer', employer, '0'],
      ['employee', employee, fixed],
    ] as const) {
      const exact = new Yuan(base).times(percent).div(100).plus(more);
      const rounded = exact.toDecimalPlaces(kind === 'fund' ? 0 : 2, Decimal.ROUND_HALF_UP);
      if (!rounded.isZero()) answer[side][kind] = rounded.times(100).toNumber();
    }
  }
  return answer;
}

function percents(kind: Kind, rates: City['rates'], question: OracleQuestion): [string, string, string] {
  if (kind === 'injury') return [String(question.injury), '0', '0'];
  if (kind === 'fund') return [String(question.fundEmployer), String(question.fundEmployee), '0'];
  const [, employer, employee, fixed = '0'] = latest(rates[kind] ?? [], question.month);
  return [employer, employee, fixed];
}

function latest<Row extends readonly [string, ...unknown[]]>(rows: readonly Row[], month: string): Row {
  const found = [...rows].reverse().find(([from]) => from <= month);
  if (!found) throw new Error(`Nothing for ${month}`);
  return found;
}
