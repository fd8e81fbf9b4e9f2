import {
  array,
  check,
  maxLength,
  nullable,
  optional,
  picklist,
  pipe,
  strictObject,
  transform,
} from 'valibot';
import type { InsuranceCity } from '#contracts/insurance';
import type { Fen } from '#contracts/pay';
import { day, integerBetween, line, month, numberBetween } from '../../shared/inputs';

export const city = picklist([
  'beijing',
  'shanghai',
  'shenzhen',
  'guangzhou',
  'hangzhou',
  'chengdu',
] satisfies InsuranceCity[]);

const MAX_FEN = 1_000_000_000;
export const fen = pipe(
  integerBetween(0, MAX_FEN),
  transform((value) => value as Fen),
);

const insuranceKind = picklist(['pension', 'medical', 'unemployment', 'injury', 'maternity']);
const kind = picklist([
  'pension',
  'medical',
  'unemployment',
  'injury',
  'maternity',
  'fund',
  'supplementaryFund',
]);
const PERCENT_UNIT = 10_000;
/** At most four decimals: those beyond would be rounded away without a word. */
const percent = pipe(
  numberBetween(0, 100),
  check((value) => Math.round(value * PERCENT_UNIT) / PERCENT_UNIT === value),
);
export const fundRate = strictObject({ employer: percent, employee: percent });
const sideRate = pipe(
  strictObject({ percent, fixed: optional(fen) }),
  transform(({ percent, fixed }) => (fixed === undefined ? { percent } : { percent, fixed })),
);
const list = <Item extends Parameters<typeof array>[0]>(item: Item) => pipe(array(item), maxLength(60));

const choice = strictObject({
  from: month,
  injuryRate: nullable(percent),
  fund: fundRate,
  supplementaryFund: nullable(fundRate),
  medicalTier: picklist([1, 2]),
  sickPercent: nullable(percent),
});

const EARLIEST_YEAR = 2000;
const LATEST_YEAR = 2100;
const average = strictObject({
  year: integerBetween(EARLIEST_YEAR, LATEST_YEAR),
  month: pipe(
    integerBetween(1, MAX_FEN),
    transform((value) => value as Fen),
  ),
  publishedOn: day,
  source: line(120),
});

/** What HR enters of a city; whether it makes sense is the matter of `domain/check-settings.ts`. */
export const settings = strictObject({
  choices: list(choice),
  limits: list(
    strictObject({ kind, from: day, until: nullable(day), floor: fen, cap: fen, source: line(120) }),
  ),
  rates: list(
    strictObject({
      kind: insuranceKind,
      from: day,
      until: nullable(day),
      employer: sideRate,
      employee: sideRate,
      source: line(120),
    }),
  ),
  averages: optional(list(average)),
});
