import type { Day } from '#contracts/common';
import type { InsuranceChoice } from '#contracts/insurance';
import type { RuleInForce } from '#contracts/insurance-records';
import type { CityPack } from './city-pack';
import { CONTRIBUTION_KINDS } from './contributions-of';
import { ratesOn } from './rates-on';
import { versionOn } from './version-on';

/** What holds in a city on a day, kind by kind, for somebody from elsewhere. */
export function rulesInForce(pack: CityPack, choice: InsuranceChoice, day: Day): RuleInForce[] {
  return CONTRIBUTION_KINDS.flatMap((kind) => {
    const answer = ratesOn(kind, { pack, day, choice, isLocal: false });
    if (!answer) return [];
    const limits = versionOn(pack.limits[kind], day, `cn.${pack.city}.${kind}`);
    const { rule, employer, employee } = answer.rates;
    const isEnded = [rule, limits.rule].some(({ until }) => until !== null && until < day);
    return [{ kind, limits, employer, employee, rates: rule, isEnded }];
  });
}
