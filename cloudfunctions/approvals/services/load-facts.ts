import type { Instant } from '#contracts/common';
import type { RequestCard } from '#contracts/request';
import { countTeams } from '../../people/public';
import { findLockedMonths } from '../../settlement/public';
import { dayOf } from '../../shared/calendar/company-time';
import { findTeamRequests } from '../data/find-team-requests';
import { awayFacts, SIMILAR_DAYS, similarFacts } from '../domain/facts/team-facts';
import { lockedWarnings, pastMonths } from '../domain/locked-months';
import { type CardSource, cardOf } from '../domain/request/card-of';
import type { FactsNow } from '../kind/kind';
import { findKind, isAway } from '../kind/registry';

const DAY = 86_400_000;

/**
 * Cards with current facts: those of the kind, who else is away, and how similar requests were decided. One
 * read for the team and one per kind with current facts, for all cards together; team sizes are cached.
 */
export async function cardsWithFacts(requests: readonly CardSource[], now: Instant): Promise<RequestCard[]> {
  if (requests.length === 0) return [];
  const teamIds = requests.map(({ teamId }) => teamId);
  const past = (request: CardSource) =>
    findKind(request.kind)?.changesDays ? pastMonths(request.period, dayOf(now)) : [];
  const [ofKinds, team, sizes, locked] = await Promise.all([
    factsOfKinds(requests, now),
    findTeamRequests(teamIds, sinceFor(requests, now)),
    countTeams(teamIds, dayOf(now), now),
    findLockedMonths([...new Set(requests.flatMap(past))], now),
  ]);
  return requests.map((request) => {
    const own = ofKinds.get(request.kind)?.(request) ?? request;
    const away = awayFacts(request, team, sizes.get(request.teamId) ?? 0, isAway);
    return {
      ...cardOf(request),
      facts: [...own.facts, ...away.facts, ...similarFacts(request, team)],
      warnings: [
        ...own.warnings.filter(({ code }) => code !== 'MONTH_LOCKED'),
        ...lockedWarnings(past(request).filter((month) => locked.includes(month))),
        ...away.warnings,
      ],
    };
  });
}

async function factsOfKinds(
  requests: readonly CardSource[],
  now: Instant,
): Promise<ReadonlyMap<string, FactsNow>> {
  const names = [...new Set(requests.map(({ kind }) => kind))];
  const found = await Promise.all(
    names.map(async (name) => {
      const ofKind = requests.filter(({ kind }) => kind === name);
      return [name, await findKind(name)?.factsNow?.(ofKind, now)] as const;
    }),
  );
  return new Map(found.flatMap(([name, facts]) => (facts ? [[name, facts]] : [])));
}

/** Early enough for everything that overlaps any of the requests, and for similar requests. */
const sinceFor = (requests: readonly CardSource[], now: Instant): Instant =>
  Math.min(now - SIMILAR_DAYS * DAY, ...requests.map(({ spanFrom }) => spanFrom)) as Instant;
