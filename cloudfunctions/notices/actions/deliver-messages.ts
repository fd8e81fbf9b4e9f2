import type { Instant } from '../../../typings/contracts/common';
import type { TemplateUse } from '../../../typings/contracts/notices';
import { findBindingsOf } from '../../people/data/bindings';
import { employeesById } from '../../people/data/employees';
import { dayOf } from '../../shared/calendar/company-time';
import type { TimerJob } from '../../shared/kernel/serve';
import type { Message } from '../../shared/outbox/message';
import { type SubscribeTemplate, templatesOf } from '../../shared/outbox/subscribe-template';
import { clearCredits, findInboxes, returnCredit, takeCredit } from '../data/inboxes';
import { findDueMessages, markDelivered } from '../data/messages';
import { type SendOutcome, sendSubscribeMessage } from '../data/subscribe-message';
import { pageOf, subscribeFields } from '../domain/subscribe-words';

/** Messages of one look; a run looks again as long as it has time. */
const BATCH = 20;

interface Recipient {
  readonly employeeId: string;
  readonly openid: string;
  readonly fields: Readonly<Record<string, string>>;
}

/**
 * Sends the subscribe messages of what is in the outbox, oldest first, to whoever has allowed one. The credit is
 * taken before the send: a run that is killed in between, or repeated, leaves a message unsent rather than sent
 * twice, and the inbox has it in any case.
 */
export const deliverMessages: TimerJob = {
  name: 'deliver',
  async run({ now, deadline }) {
    const tally = { messages: 0, sent: 0 };
    for (;;) {
      const due = await findDueMessages(BATCH);
      for (const message of due) {
        if (performance.now() >= deadline) return tally;
        const sent = await deliver(message, now, deadline);
        if (sent === null) return tally;
        tally.messages += 1;
        tally.sent += sent;
      }
      if (due.length < BATCH) return tally;
    }
  },
};

/** @returns how many were sent, or null if the time was over before everybody's turn had come */
async function deliver(message: Message, now: Instant, deadline: number): Promise<number | null> {
  const use = message.template;
  const template = use && templatesOf(process.env)[use];
  let sent = 0;
  if (use && template)
    for (const recipient of await recipientsOf(message, use, template, now)) {
      if (performance.now() >= deadline) return null;
      if ((await sendTo(recipient, message, use, template)) === 'sent') sent += 1;
    }
  await markDelivered(message._id);
  return sent;
}

/** Who has a credit, still works here and has a WeChat user. */
async function recipientsOf(
  message: Message,
  use: TemplateUse,
  template: SubscribeTemplate,
  now: Instant,
): Promise<Recipient[]> {
  const inboxes = await findInboxes(message.to);
  const ids = inboxes.filter(({ credits }) => credits[use] > 0).map(({ _id }) => _id);
  const [people, bindings] = await Promise.all([employeesById(ids, now), findBindingsOf(ids)]);
  const openids = new Map(bindings.map(({ _id, employeeId }) => [employeeId, _id]));
  return ids.flatMap((employeeId) => {
    const person = people.get(employeeId);
    const openid = openids.get(employeeId);
    if (!person || openid === undefined) return [];
    if (person.leftOn !== null && person.leftOn < dayOf(now)) return [];
    return [{ employeeId, openid, fields: subscribeFields(message, template, person.language ?? 'zh-CN') }];
  });
}

async function sendTo(
  { employeeId, openid, fields }: Recipient,
  message: Message,
  use: TemplateUse,
  { id: templateId }: SubscribeTemplate,
): Promise<SendOutcome | 'no-credit'> {
  if (!(await takeCredit(employeeId, use, message._id))) return 'no-credit';
  const outcome = await sendSubscribeMessage({ openid, templateId, page: pageOf(message), fields });
  if (outcome === 'no-consent') await clearCredits(employeeId, use);
  if (outcome === 'refused') await returnCredit(employeeId, use);
  return outcome;
}
