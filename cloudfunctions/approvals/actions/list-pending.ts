import { strictObject } from 'valibot';
import type { Instant } from '#contracts/common';
import type { RequestsContract } from '#contracts/requests';
import type { OfficeTodo } from '#contracts/today';
import { employeesById } from '../../people/public';
import { dayOf } from '../../shared/calendar/company-time';
import { readJoined } from '../../shared/data/read-joined';
import { employeeAction } from '../../shared/kernel/action';
import type { Employee } from '../../shared/kernel/employee';
import { can } from '../../shared/kernel/policy';
import { idsOf, templatesOf } from '../../shared/outbox/subscribe-template';
import type { TodaySource } from '../../shared/todos/today-source';
import { findDelegationsTo } from '../data/delegations';
import { countWaiting, findWaiting, MAX_BADGE_COUNT } from '../data/requests';
import { cursor, cursorText, readCursor } from '../inputs/request';
import { PAGE_SIZE } from '../services/list-page';
import { cardsWithFacts } from '../services/load-facts';
import { withFileLinks } from '../services/with-file-links';

/**
 * Requests waiting for the caller, also as a delegate, most urgent first, with current facts. Four reads for
 * the first page, regardless of its size: delegations, requests (up to a hundred, so that no separate count is
 * needed), accounts, requests of the teams; one more for managers, of what else waits for them by `beside`; one call of the
 * storage if any card has files.
 */
export const listPending = (beside: TodaySource<null>) =>
  employeeAction<RequestsContract['pending']>({
    input: strictObject({ cursor }),
    allow: can('read', 'OwnRequests'),
    async run({ input, me, now }) {
      const after = readCursor(input.cursor);
      const delegations = await findDelegationsTo(me._id, dayOf(now), now);
      const approvers = [me._id, ...delegations.map(({ fromId }) => fromId)];
      const [found, count, office] = await Promise.all([
        findWaiting(approvers, me, after, after ? PAGE_SIZE + 1 : MAX_BADGE_COUNT),
        after ? countWaiting(approvers, me) : null,
        after ? [] : todosBeside(beside, me, now),
      ]);
      const page = found.slice(0, PAGE_SIZE);
      const last = page.at(-1);
      const cards = await withFileLinks(page, cardsWithFacts(page, now));
      return {
        items: cards,
        office,
        next: last && found.length > PAGE_SIZE ? cursorText({ key: last.rank, id: last._id }) : null,
        counts: { waiting: Math.min(MAX_BADGE_COUNT, count ?? found.length) },
        templates: idsOf(templatesOf(process.env)),
      };
    },
  });

async function todosBeside(
  source: TodaySource<null>,
  me: Employee,
  now: Instant,
): Promise<readonly OfficeTodo[]> {
  const joins = source.joins(me, now);
  if (Object.keys(joins).length === 0) return [];
  return source.read(await readJoined(me._id, employeesById.from, joins), now, me).todos;
}
