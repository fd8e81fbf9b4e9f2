import type { Instant } from '../../../typings/contracts/common';
import type { RequestCard } from '../../../typings/contracts/requests';
import { findAccountsOf } from '../../accounts/data/accounts';
import { findLockedMonths } from '../../attendance/data/locked-months';
import { refreshBalance, refreshExpiry } from '../../leave/domain/balance-now';
import { countTeams } from '../../people/data/directory';
import { dayOf } from '../../shared/calendar/company-time';
import { findCompanyRules } from '../data/company-rules';
import { findTeamRequests } from '../data/requests';
import { awayFacts, SIMILAR_DAYS, similarFacts } from '../domain/facts/team-facts';
import { lockedWarnings, pastMonths } from '../domain/locked-months';
import { type CardSource, cardOf } from '../domain/request/card-of';

const DAY = 86_400_000;

/**
 * Cards with everything that decides, as it is now: the balance, who else is away, how similar requests were
 * decided. Two reads for all of them together; the sizes of the teams are warm.
 */
export async function cardsWithFacts(requests: readonly CardSource[], now: Instant): Promise<RequestCard[]> {
  if (requests.length === 0) return [];
  const teamIds = requests.map(({ teamId }) => teamId);
  const withBalance = requests.filter(({ facts }) => facts.some(({ code }) => code === 'BALANCE'));
  const past = (request: CardSource) => pastMonths(request.kind, request.period, dayOf(now));
  const [accounts, team, sizes, locked, rules] = await Promise.all([
    findAccountsOf(withBalance.map(({ applicantId }) => applicantId)),
    findTeamRequests(teamIds, sinceFor(requests, now)),
    countTeams(teamIds, dayOf(now), now),
    findLockedMonths([...new Set(requests.flatMap(past))], now),
    findCompanyRules(now),
  ]);
  const accountOf = new Map(accounts.map((account) => [account._id, account]));
  return requests.map((request) => {
    const account = accountOf.get(request.applicantId) ?? null;
    const away = awayFacts(request, team, sizes.get(request.teamId) ?? 0);
    return {
      ...cardOf(request),
      facts: [
        ...refreshBalance(request.facts, request, account),
        ...away.facts,
        ...similarFacts(request, team),
      ],
      warnings: [
        ...refreshExpiry(
          request.warnings.filter(({ code }) => code !== 'MONTH_LOCKED'),
          request,
          account,
          dayOf(now),
          rules.expiryNoticeDays,
        ),
        ...lockedWarnings(past(request).filter((month) => locked.includes(month))),
        ...away.warnings,
      ],
    };
  });
}

/** Long enough ago for what overlaps with any of the requests, and for similar ones. */
const sinceFor = (requests: readonly CardSource[], now: Instant): Instant =>
  Math.min(now - SIMILAR_DAYS * DAY, ...requests.map(({ spanFrom }) => spanFrom)) as Instant;
