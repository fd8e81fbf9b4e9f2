import type { Instant, Page } from '#contracts/common';
import type { PendingCounts, RequestCard } from '#contracts/request';
import { dayOf } from '../../shared/calendar/company-time';
import type { Employee } from '../../shared/kernel/employee';
import { approversFor } from '../data/delegations';
import { type Cursor, countWaiting, MAX_BADGE_COUNT } from '../data/requests';
import { type CardSource, cardOf } from '../domain/request/card-of';
import { cursorText, readCursor } from '../inputs/request';

/** Cards per page: what a phone can render at once with fewer than 500 nodes. */
export const PAGE_SIZE = 10;
const MAX_SEARCHED = 100;

type List = Page<RequestCard> & { readonly counts: PendingCounts };

interface ListCall {
  readonly me: Employee;
  readonly now: Instant;
  readonly cursor?: string | undefined;
  /** Only cards that contain this text. */
  readonly text?: string | undefined;
}

/**
 * A page of cards, sorted by `key`, and the badge count. One card more than a page is read, to detect whether
 * there are others; a text search scans a hundred.
 */
export async function loadPage(
  { me, now, cursor, text = '' }: ListCall,
  key: 'submittedAt' | 'touchedAt',
  find: (after: Cursor | null, limit: number) => Promise<CardSource[]>,
): Promise<List> {
  const limit = text === '' ? PAGE_SIZE + 1 : MAX_SEARCHED;
  const [found, counts] = await Promise.all([find(readCursor(cursor), limit), countsOf(me, now)]);
  const matching = found.filter((request) => matchesText(request, text));
  const page = matching.slice(0, PAGE_SIZE);
  // If the page is not full but more was left to scan, continue after the last scanned request.
  const last = matching.length > PAGE_SIZE ? page.at(-1) : found.length === limit ? found.at(-1) : undefined;
  const next = last ? cursorText({ key: last[key], id: last._id }) : null;
  return { items: page.map(cardOf), next, counts };
}

function matchesText({ applicant, title, typeName, reason }: CardSource, text: string): boolean {
  const needle = text.toLowerCase();
  const texts = [
    applicant.name,
    applicant.nameEn,
    reason,
    ...Object.values(title),
    ...Object.values(typeName),
  ];
  return texts.some((text) => text.toLowerCase().includes(needle));
}

/** The badge count; delegations may be up to a minute old. */
async function countsOf(me: Employee, now: Instant): Promise<PendingCounts> {
  const approvers = await approversFor(me._id, dayOf(now), now);
  return { waiting: Math.min(MAX_BADGE_COUNT, await countWaiting(approvers, me)) };
}
