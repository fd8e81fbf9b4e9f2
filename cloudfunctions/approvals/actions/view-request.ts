import { strictObject } from 'valibot';
import type { RequestsContract } from '#contracts/requests';
import { briefOf } from '../../people/rules';
import { employeeAction } from '../../shared/kernel/action';
import { can } from '../../shared/kernel/policy';
import { idsOf, templatesOf } from '../../shared/outbox/subscribe-template';
import { actorOf } from '../domain/request/acting';
import { detailOf } from '../domain/request/card-of';
import { requestId } from '../inputs/request';
import { cardsWithFacts } from '../services/load-facts';
import { requireVisible } from '../services/load-visible';
import { outcomeOf } from '../services/outcome-of';
import { openedValues } from '../services/private-values';

/**
 * Details of a request; callers who can decide it get current facts, as on the Pending page.
 * @throws AppError NOT_FOUND
 */
export const viewRequest = employeeAction<RequestsContract['detail']>({
  input: strictObject({ id: requestId }),
  allow: can('read', 'OwnRequests'),
  async run({ input: { id }, me, now }) {
    const { request, delegations } = await requireVisible(id, me, now);
    const actor = actorOf(request, briefOf(me), delegations);
    const [seen, followed] = [await openedValues(request, me, actor, now), await outcomeOf(request)];
    const templates = idsOf(templatesOf(process.env));
    const opened = { ...detailOf(request, actor, me._id, now, followed), ...seen, templates };
    const [card] = actor ? await cardsWithFacts([request], now) : [];
    return card ? { ...opened, facts: card.facts, warnings: card.warnings } : opened;
  },
});
