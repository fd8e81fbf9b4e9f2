import type { Instant } from '#contracts/common';
import type { TemplateUse } from '#contracts/message';
import { collection } from '../../shared/data/collection';

/** What a person has read and may still be sent. A document of `inboxes`, `_id` is the employee number. */
export interface Inbox {
  readonly _id: string;
  /** Messages up to and including this instant are read. */
  readonly readUntil: Instant;
  /** Subscribe messages that WeChat still takes for the person: one per consent. */
  readonly credits: Readonly<Record<TemplateUse, number>>;
  /** The last consents that were counted, so that a retry is not counted again. */
  readonly consents: readonly string[];
  /** The last messages for which a credit was taken, so that none is sent twice. */
  readonly sent: readonly string[];
  readonly rev: number;
}

/** More than one person's retries, or unfinished messages, at one time. */
const KEPT = -100;

const inboxes = collection<Inbox>('inboxes');

const newInbox = (employeeId: string): Inbox => ({
  _id: employeeId,
  readUntil: 0 as Instant,
  credits: { result: 0, waiting: 0 },
  consents: [],
  sent: [],
  rev: 1,
});

const creditOf = (use: TemplateUse): string => `credits.${use}`;

export async function findInbox(employeeId: string): Promise<Inbox> {
  return (await inboxes.byId(employeeId)) ?? newInbox(employeeId);
}

/** Of up to a hundred people; whoever has none has read nothing and has no credit. */
export const findInboxes = (employeeIds: readonly string[]): Promise<Inbox[]> => inboxes.byIds(employeeIds);

/**
 * Moves `readUntil` on, never back: in one write, in two or three for a person's first.
 * @returns where it is now, or null if it was there, or further, before
 */
export async function moveReadUntil(employeeId: string, until: Instant): Promise<Instant | null> {
  const move = () =>
    inboxes.updateWhere(
      (_) => ({ _id: employeeId, readUntil: _.lt(until) }),
      (_) => ({ readUntil: until, rev: _.inc(1) }),
    );
  if ((await move()) === 1) return until;
  const added = await inboxes.add({ ...newInbox(employeeId), readUntil: until });
  return added === 'added' || (await move()) === 1 ? until : null;
}

/** Adds one credit per accepted template, once per key. */
export async function addCredits(
  employeeId: string,
  key: string,
  accepted: readonly TemplateUse[],
): Promise<void> {
  const count = () =>
    inboxes.updateWhere(
      (_) => ({ _id: employeeId, consents: _.nin([key]) }),
      (_) => ({
        ...Object.fromEntries(accepted.map((use) => [creditOf(use), _.inc(1)])),
        consents: _.push({ each: [key], slice: KEPT }),
        rev: _.inc(1),
      }),
    );
  if ((await count()) === 1) return;
  const fresh = newInbox(employeeId);
  const credits = { ...fresh.credits, ...Object.fromEntries(accepted.map((use) => [use, 1])) };
  if ((await inboxes.add({ ...fresh, credits, consents: [key] })) === 'duplicate') await count();
}

/** Takes a credit for a message. @returns false without a credit, or if one was taken for it before */
export async function takeCredit(employeeId: string, use: TemplateUse, messageId: string): Promise<boolean> {
  const taken = await inboxes.updateWhere(
    (_) => ({ _id: employeeId, [creditOf(use)]: _.gte(1), sent: _.nin([messageId]) }),
    (_) => ({
      [creditOf(use)]: _.inc(-1),
      sent: _.push({ each: [messageId], slice: KEPT }),
      rev: _.inc(1),
    }),
  );
  return taken === 1;
}

/** Gives back the credit of a message that WeChat did not take. */
export async function returnCredit(employeeId: string, use: TemplateUse): Promise<void> {
  await inboxes.updateWhere(
    () => ({ _id: employeeId }),
    (_) => ({ [creditOf(use)]: _.inc(1), rev: _.inc(1) }),
  );
}

/** Takes nothing after all: the message may be sent with this credit, or another one, later on. */
export async function untakeCredit(employeeId: string, use: TemplateUse, messageId: string): Promise<void> {
  await inboxes.updateWhere(
    (_) => ({ _id: employeeId, sent: messageId }),
    (_) => ({ [creditOf(use)]: _.inc(1), sent: _.pull(messageId), rev: _.inc(1) }),
  );
}

/** WeChat knows of no consent: then there is none. */
export async function clearCredits(employeeId: string, use: TemplateUse): Promise<void> {
  await inboxes.updateWhere(
    () => ({ _id: employeeId }),
    (_) => ({ [creditOf(use)]: 0, rev: _.inc(1) }),
  );
}
