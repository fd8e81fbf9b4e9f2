import { strictObject } from 'valibot';
import type { RequestsContract } from '#contracts/requests';
import { dayOf } from '../../shared/calendar/company-time';
import { employeeAction } from '../../shared/kernel/action';
import { can } from '../../shared/kernel/policy';
import { idsOf, templatesOf } from '../../shared/outbox/subscribe-template';
import { findDelegationsTo } from '../data/delegations';
import { countWaiting, findWaiting } from '../data/requests';
import { cursor, cursorText, readCursor } from '../inputs/request';
import { MAX_COUNTED, PAGE } from '../services/list-page';
import { cardsWithFacts } from '../services/load-facts';

/**
 * What waits for the caller or for somebody whose delegate they are, the most urgent first, with the facts that
 * decide. Four reads for the first page, however much there is: delegations, requests (up to a hundred, so that
 * they are counted as well), accounts, requests of the teams.
 */
export const listPending = employeeAction<RequestsContract['pending']>({
  input: strictObject({ cursor }),
  allow: can('read', 'OwnRequests'),
  async run({ input, me, now }) {
    const behind = readCursor(input.cursor);
    const delegations = await findDelegationsTo(me._id, dayOf(now), now);
    const approvers = [me._id, ...delegations.map(({ fromId }) => fromId)];
    const [found, counted] = await Promise.all([
      findWaiting(approvers, me._id, behind, behind ? PAGE + 1 : MAX_COUNTED),
      behind ? countWaiting(approvers, me._id) : null,
    ]);
    const page = found.slice(0, PAGE);
    const last = page.at(-1);
    return {
      items: await cardsWithFacts(page, now),
      next: last && found.length > PAGE ? cursorText({ key: last.rank, id: last._id }) : null,
      counts: { waiting: Math.min(MAX_COUNTED, counted ?? found.length) },
      templates: idsOf(templatesOf(process.env)),
    };
  },
});
