import type { Day } from '#contracts/common';
import type { Fen } from '#contracts/pay';
import { isInsuranceCity } from './packs/china';
import { MINIMUM_WAGES } from './packs/minimum-wages';

/** Fifty thousand yuan a month: more is the figure of a year. */
const MOST = 5_000_000 as Fen;
/** A thousand yuan a month, where no minimum wage of the time is known: less is a slip of the keyboard. */
const LEAST = 100_000 as Fen;

interface AverageBounds {
  readonly least: Fen;
  readonly most: Fen;
}

/** Between which the average monthly wage of a year lies: nobody who works a full month earns less than the minimum wage. */
export function averageBounds(city: string, year: number): AverageBounds {
  const wages = isInsuranceCity(city) ? MINIMUM_WAGES[city] : [];
  const minimum = wages.findLast(({ rule }) => rule.from <= (`${year}-12-31` as Day));
  return { least: minimum?.month ?? LEAST, most: MOST };
}
