import { array, maxLength, picklist, pipe, strictObject } from 'valibot';
import type { NoticesContract } from '#contracts/notices';
import { clientKey } from '../../shared/inputs';
import { employeeAction } from '../../shared/kernel/action';
import { can } from '../../shared/kernel/policy';
import { templatesOf } from '../../shared/outbox/subscribe-template';
import { addCredits, findInbox, MAX_CREDITS } from '../data/inboxes';

/**
 * Adds a credit per accepted template, once per key: each consent allows one message. A refusal changes
 * nothing, nor does a consent to a template that has its most credits.
 */
export const countConsent = employeeAction<NoticesContract['countConsent']>({
  input: strictObject({
    key: clientKey,
    accepted: pipe(array(picklist(['result', 'waiting'])), maxLength(2)),
  }),
  allow: can('update', 'OwnInbox'),
  async run({ input: { key, accepted }, me }) {
    const offered = templatesOf(process.env);
    const { credits, consents } = await findInbox(me._id);
    const counted = [...new Set(accepted)].filter((use) => offered[use] && credits[use] < MAX_CREDITS);
    if (counted.length === 0 || consents.includes(key)) return { credits };
    await addCredits(me._id, key, counted);
    const added = counted.map((use) => [use, credits[use] + 1] as const);
    return { credits: { ...credits, ...Object.fromEntries(added) } };
  },
});
