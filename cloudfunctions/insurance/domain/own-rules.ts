import type { ContributionKind, InsuranceKind, OwnLimits, OwnRates } from '#contracts/insurance';
import type { PayRule } from '#contracts/pay';
import type { CityPack } from './city-pack';

interface OwnRules {
  readonly limits: readonly OwnLimits[];
  readonly rates: readonly OwnRates[];
}

/**
 * The rules of a city with what HR has entered from newer notices. On the same day an entry of HR replaces a shipped one.
 */
export function withOwnRules(pack: CityPack, own: OwnRules): CityPack {
  if (own.limits.length === 0 && own.rates.length === 0) return pack;
  const limitsOf = (kind: ContributionKind) =>
    merged(
      pack.limits[kind],
      own.limits
        .filter((entry) => entry.kind === kind)
        .map(({ floor, cap, ...entry }) => ({ rule: ownRule(pack, `${kind}Base`, entry), floor, cap })),
    );
  const ratesOf = (kind: Exclude<InsuranceKind, 'injury'>) =>
    merged(
      pack.rates[kind],
      own.rates
        .filter((entry) => entry.kind === kind)
        .map(({ employer, employee, ...entry }) => ({
          rule: ownRule(pack, kind, entry),
          employer,
          employee,
        })),
    );
  return {
    ...pack,
    limits: {
      pension: limitsOf('pension'),
      medical: limitsOf('medical'),
      unemployment: limitsOf('unemployment'),
      injury: limitsOf('injury'),
      maternity: limitsOf('maternity'),
      fund: limitsOf('fund'),
      supplementaryFund: limitsOf('supplementaryFund'),
    },
    rates: {
      pension: ratesOf('pension'),
      medical: ratesOf('medical'),
      unemployment: ratesOf('unemployment'),
      maternity: ratesOf('maternity'),
    },
  };
}

const ownRule = (
  { city }: CityPack,
  name: string,
  { from, until, source }: Pick<PayRule, 'from' | 'until' | 'source'>,
): PayRule => ({ id: `own.${city}.${name}`, from, until, source });

interface Version {
  readonly rule: PayRule;
  readonly variant?: string | undefined;
}

/** In order of the dates. Entries for a tier or household stay beside a general one of the same day. */
function merged<Entry extends Version>(shipped: readonly Entry[], own: readonly Entry[]): Entry[] {
  const isReplaced = (entry: Entry) =>
    own.some(({ rule, variant }) => rule.from === entry.rule.from && variant === entry.variant);
  return [...shipped.filter((entry) => !isReplaced(entry)), ...own].sort((a, b) =>
    a.rule.from < b.rule.from ? -1 : 1,
  );
}
