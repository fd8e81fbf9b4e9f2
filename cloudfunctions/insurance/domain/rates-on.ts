import type { Day } from '#contracts/common';
import type {
  ContributionKind,
  ContributionRates,
  FundRate,
  InsuranceChoice,
  RateRange,
} from '#contracts/insurance';
import type { PayWarning } from '#contracts/pay';
import { AppError } from '../../shared/errors/app-error';
import type { CityPack } from './city-pack';
import { mostInjury } from './packs/national';
import { brokenBy } from './rate-range';
import { versionOn } from './version-on';

export interface RatesQuestion {
  readonly pack: CityPack;
  readonly day: Day;
  readonly choice: InsuranceChoice;
  readonly isLocal: boolean;
}

interface RatesAnswer {
  readonly rates: ContributionRates;
  readonly warnings: readonly PayWarning[];
}

/**
 * What both sides pay of a kind on a day; null if there is none of that kind.
 * @throws AppError RATE_OUT_OF_RANGE, RATE_NOT_IN_STEPS for a rate of the fund that the city does not allow; PAY_RULE_MISSING
 */
export function ratesOn(kind: ContributionKind, question: RatesQuestion): RatesAnswer | null {
  const { pack, choice } = question;
  if (kind === 'fund') return chosenRates(kind, pack.fund, choice.fund, question);
  if (kind === 'supplementaryFund')
    return (
      choice.supplementaryFund &&
      chosenRates(kind, pack.supplementaryFund, choice.supplementaryFund, question)
    );
  if (kind === 'injury') return injuryRates(question);
  const all = pack.rates[kind];
  return all.length === 0 ? null : { rates: ratesFor(all, kind, question), warnings: [] };
}

/** A rate for the person's tier or household goes before the general one. */
function ratesFor(
  all: readonly ContributionRates[],
  kind: ContributionKind,
  { pack, day, choice, isLocal }: RatesQuestion,
): ContributionRates {
  const wanted = kind === 'medical' && choice.medicalTier === 2 ? 'tier2' : isLocal ? 'local' : undefined;
  const special = all.filter(({ variant }) => variant !== undefined && variant === wanted);
  const general = all.filter(({ variant }) => variant === undefined);
  return versionOn(special.length > 0 ? special : general, day, `cn.${pack.city}.${kind}`);
}

/** Without an assigned rate the lowest class is taken, which HR has to confirm. */
function injuryRates({ pack, day, choice }: RatesQuestion): RatesAnswer {
  const { rule, classes } = versionOn(pack.injury, day, `cn.${pack.city}.injury`);
  const percent = choice.injuryRate ?? classes[0] ?? 0;
  requireWithin('injury', 'employer', percent, { least: 0, most: mostInjury(classes) });
  const warnings: PayWarning[] =
    choice.injuryRate === null && !rule.isUnverified ? [{ code: 'rule-unverified', inputs: [], rule }] : [];
  return { rates: { rule, employer: { percent }, employee: { percent: 0 } }, warnings };
}

function chosenRates(
  kind: 'fund' | 'supplementaryFund',
  ranges: readonly RateRange[],
  chosen: FundRate,
  { pack, day }: RatesQuestion,
): RatesAnswer {
  if (kind === 'supplementaryFund' && ranges.length === 0)
    throw new AppError('PAY_RULE_MISSING', {
      ...{ id: `cn.${pack.city}.${kind}`, from: '', rule: 'no-supplementary' },
    });
  const range = versionOn(ranges, day, `cn.${pack.city}.${kind}`);
  const { rule } = range;
  requireWithin(kind, 'employer', chosen.employer, range);
  requireWithin(kind, 'employee', chosen.employee, range);
  return {
    rates: { rule, employer: { percent: chosen.employer }, employee: { percent: chosen.employee } },
    warnings: [],
  };
}

function requireWithin(
  kind: 'fund' | 'supplementaryFund' | 'injury',
  side: keyof FundRate,
  percent: number,
  range: Omit<RateRange, 'rule'>,
): void {
  const { least, most, step = 0 } = range;
  const broken = brokenBy(percent, range);
  if (broken === 'rate') throw new AppError('RATE_OUT_OF_RANGE', { kind, side, percent, least, most });
  if (broken === 'step') throw new AppError('RATE_NOT_IN_STEPS', { kind, side, percent, step });
}
