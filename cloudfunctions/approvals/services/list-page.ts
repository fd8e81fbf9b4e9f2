import type { Instant, Page } from '#contracts/common';
import type { PendingCounts, RequestCard } from '#contracts/request';
import { dayOf } from '../../shared/calendar/company-time';
import type { Employee } from '../../shared/kernel/employee';
import { findDelegationsTo, knownDelegationsOf } from '../data/delegations';
import { type Cursor, countWaiting } from '../data/requests';
import { type CardSource, cardOf } from '../domain/request/card-of';
import { cursorText } from '../inputs/request';

/** Cards of one page: what a phone draws at once with fewer than 500 nodes. */
export const PAGE = 10;
/** Enough for the badge: a hundred or more is shown as such. */
export const MAX_COUNTED = 100;

type List = Page<RequestCard> & { readonly counts: PendingCounts };

/** One page of cards, one more being asked for to know whether there are others, and the figure of the badge. */
export async function listOf(
  me: Employee,
  now: Instant,
  finding: Promise<CardSource[]>,
  keyOf: (request: CardSource) => number,
  search: { readonly text: string; readonly limit: number } = { text: '', limit: PAGE + 1 },
): Promise<List> {
  const [found, counts] = await Promise.all([finding, waitingOf(me, now)]);
  const fitting = found.filter((request) => fits(request, search.text));
  const page = fitting.slice(0, PAGE);
  // A page that is not full goes on behind everything that was looked through.
  const last = fitting.length > PAGE ? page.at(-1) : found.length === search.limit ? found.at(-1) : undefined;
  return { items: page.map(cardOf), next: last ? placeOf(last, keyOf) : null, counts };
}

const placeOf = (request: CardSource, keyOf: (request: CardSource) => number): string => {
  const place: Cursor = { key: keyOf(request), id: request._id };
  return cursorText(place);
};

function fits({ applicant, title, typeName, reason }: CardSource, text: string): boolean {
  const wanted = text.toLowerCase();
  const words = [
    applicant.name,
    applicant.nameEn,
    reason,
    ...Object.values(title),
    ...Object.values(typeName),
  ];
  return words.some((word) => word.toLowerCase().includes(wanted));
}

/** The figure of the badge; delegations may be a minute old. */
async function waitingOf(me: Employee, now: Instant): Promise<PendingCounts> {
  const today = dayOf(now);
  const delegations = knownDelegationsOf(me._id, today, now) ?? (await findDelegationsTo(me._id, today, now));
  const approvers = [me._id, ...delegations.map(({ fromId }) => fromId)];
  return { waiting: Math.min(MAX_COUNTED, await countWaiting(approvers, me._id)) };
}
