import { strictObject } from 'valibot';
import type { RequestsContract } from '#contracts/requests';
import { dayOf } from '../../shared/calendar/company-time';
import { employeeAction } from '../../shared/kernel/action';
import { can } from '../../shared/kernel/policy';
import { idsOf, templatesOf } from '../../shared/outbox/subscribe-template';
import type { TodaySource } from '../../shared/todos/today-source';
import { findDelegationsTo } from '../data/delegations';
import { countWaiting, findWaiting, MAX_BADGE_COUNT } from '../data/requests';
import { cursor, cursorText, readCursor } from '../inputs/request';
import { PAGE_SIZE } from '../services/list-page';
import { cardsWithFacts } from '../services/load-facts';
import { todosBeside } from '../services/todos-beside';
import { withFileLinks } from '../services/with-file-links';

/**
 * Requests waiting for the caller, also as a delegate, most urgent first, with current facts. Five reads for
 * the first page, regardless of its size: delegations, requests (up to a hundred, so that no separate count is
 * needed), what else there is by `beside`, accounts, requests of the teams; one call of the storage if any card has files.
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
