import type { Instant, Language } from '#contracts/common';
import type { TemplateUse } from '#contracts/message';
import { employeesById } from '../../people/public';
import { findBindingsOf } from '../../people/public-contact';
import { dayOf } from '../../shared/calendar/company-time';
import type { Message } from '../../shared/outbox/message';
import { type SubscribeTemplate, templatesOf } from '../../shared/outbox/subscribe-template';
import { clearCredits, findInboxes, restoreCredit, returnCredit, takeCredit } from '../data/inboxes';
import { markDelivered } from '../data/messages';
import { type SendOutcome, sendSubscribeMessage } from '../data/subscribe-message';
import { pageOf, subscribeFields } from '../domain/subscribe-fields';

export interface DeliveryReport {
  readonly messages: number;
  readonly sent: number;
  /** False if the time was up, or the platform blocked sending, before all recipients were tried. */
  readonly isComplete: boolean;
}

interface Recipient {
  readonly employeeId: string;
  readonly openid: string;
  readonly language: Language;
  readonly fields: Readonly<Record<string, string>>;
}

/**
 * Sends the subscribe messages of outbox messages to recipients with a credit. The credit is taken before
 * sending: if a run is killed or repeated, a message may remain unsent but is never sent twice, and it is in
 * the inbox in any case.
 * @param deadline in terms of `performance.now()`: nothing is sent after it
 */
export async function sendDue(
  due: readonly Message[],
  now: Instant,
  deadline: number,
): Promise<DeliveryReport> {
  let messages = 0;
  let sent = 0;
  for (const message of due) {
    const count = performance.now() < deadline ? await deliverOne(message, now, deadline) : null;
    if (count === null) return { messages, sent, isComplete: false };
    messages += 1;
    sent += count;
  }
  return { messages, sent, isComplete: true };
}

/** @returns the number of messages sent, or null if not all recipients could be tried */
async function deliverOne(message: Message, now: Instant, deadline: number): Promise<number | null> {
  const use = message.template;
  const template = use && templatesOf(process.env)[use];
  let sent = 0;
  if (use && template)
    for (const recipient of await recipientsOf(message, use, template, now)) {
      if (performance.now() >= deadline) return null;
      const outcome = await sendTo(recipient, message, use, template);
      if (outcome === 'blocked') return null;
      if (outcome === 'sent') sent += 1;
    }
  await markDelivered(message._id);
  return sent;
}

/** Recipients who have a credit, are employed and have a bound WeChat user. */
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
    const language = person.language ?? 'zh-CN';
    return [{ employeeId, openid, language, fields: subscribeFields(message, template, language) }];
  });
}

async function sendTo(
  { employeeId, openid, language, fields }: Recipient,
  message: Message,
  use: TemplateUse,
  { id: templateId }: SubscribeTemplate,
): Promise<SendOutcome | 'no-credit'> {
  if (!(await takeCredit(employeeId, use, message._id))) return 'no-credit';
  const outcome = await sendSubscribeMessage({ openid, templateId, page: pageOf(message), language, fields });
  if (outcome === 'no-consent') await clearCredits(employeeId, use);
  if (outcome === 'refused') await returnCredit(employeeId, use);
  if (outcome === 'blocked') await restoreCredit(employeeId, use, message._id);
  return outcome;
}
