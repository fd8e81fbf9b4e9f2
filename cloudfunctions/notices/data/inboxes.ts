import type { Instant } from '#contracts/common';
import type { TemplateUse } from '#contracts/message';
import { collection } from '../../shared/data/collection';
import { figure, listOfTexts, objectOf } from '../../shared/faults/checks';

/**
 * A person's read position and subscribe message credits. A document of `inboxes`; `_id` is the employee
 * number.
 */
export interface Inbox {
  readonly _id: string;
  /** Messages up to and including this instant are read. */
  readonly readUntil: Instant;
  /** Subscribe messages that WeChat still accepts for the person: one per consent. */
  readonly credits: Readonly<Record<TemplateUse, number>>;
  /** Keys of the latest counted consents, so that retries are not counted again. */
  readonly consents: readonly string[];
  /** Ids of the latest messages for which a credit was taken, so that none is sent twice. */
  readonly sent: readonly string[];
  readonly rev: number;
}

/** Keeps the last 100: more than one person's concurrent retries or unfinished messages. */
const KEEP_LAST = -100;

const inboxes = collection<Inbox>('inboxes', {
  readUntil: figure,
  credits: objectOf({ result: figure, waiting: figure }),
  consents: listOfTexts,
  sent: listOfTexts,
  rev: figure,
});

const newInbox = (employeeId: string): Inbox => ({
  _id: employeeId,
  readUntil: 0 as Instant,
  credits: { result: 0, waiting: 0 },
  consents: [],
  sent: [],
  rev: 1,
});

const creditOf = (use: TemplateUse): string => `credits.${use}`;

/** Of a damaged one nothing is read, so that all messages are shown, and WeChat's messages are not sent. */
export async function findInbox(employeeId: string): Promise<Inbox> {
  const [found] = await inboxes.byIds([employeeId]);
  return found ?? newInbox(employeeId);
}

/** At most a hundred; a person without an inbox has read nothing and has no credits. */
export const findInboxes = (employeeIds: readonly string[]): Promise<Inbox[]> => inboxes.byIds(employeeIds);

/**
 * Advances `readUntil`, never back: one write; two or three for a person's first.
 * @returns the new position, or null if it was already there or further
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

/**
 * Consents that are remembered per template: as many messages as anybody gets in months. More are claims of a
 * client that WeChat would refuse.
 */
export const MAX_CREDITS = 50;

/** Adds one credit per accepted template, once per key, and none beyond `MAX_CREDITS`. */
export async function addCredits(
  employeeId: string,
  key: string,
  accepted: readonly TemplateUse[],
): Promise<void> {
  const count = () =>
    inboxes.updateWhere(
      (_) => ({
        _id: employeeId,
        consents: _.nin([key]),
        ...Object.fromEntries(accepted.map((use) => [creditOf(use), _.lt(MAX_CREDITS)])),
      }),
      (_) => ({
        ...Object.fromEntries(accepted.map((use) => [creditOf(use), _.inc(1)])),
        consents: _.push({ each: [key], slice: KEEP_LAST }),
        rev: _.inc(1),
      }),
    );
  if ((await count()) === 1) return;
  const inbox = newInbox(employeeId);
  const credits = { ...inbox.credits, ...Object.fromEntries(accepted.map((use) => [use, 1])) };
  if ((await inboxes.add({ ...inbox, credits, consents: [key] })) === 'duplicate') await count();
}

/** Takes a credit for a message. @returns false without a credit, or if one was already taken for it */
export async function takeCredit(employeeId: string, use: TemplateUse, messageId: string): Promise<boolean> {
  const taken = await inboxes.updateWhere(
    (_) => ({ _id: employeeId, [creditOf(use)]: _.gte(1), sent: _.nin([messageId]) }),
    (_) => ({
      [creditOf(use)]: _.inc(-1),
      sent: _.push({ each: [messageId], slice: KEEP_LAST }),
      rev: _.inc(1),
    }),
  );
  return taken === 1;
}

/** Returns the credit of a message that WeChat rejected. */
export async function returnCredit(employeeId: string, use: TemplateUse): Promise<void> {
  await inboxes.updateWhere(
    () => ({ _id: employeeId }),
    (_) => ({ [creditOf(use)]: _.inc(1), rev: _.inc(1) }),
  );
}

/** Undoes `takeCredit`: the message may be sent later with this or another credit. */
export async function restoreCredit(employeeId: string, use: TemplateUse, messageId: string): Promise<void> {
  await inboxes.updateWhere(
    (_) => ({ _id: employeeId, sent: messageId }),
    (_) => ({ [creditOf(use)]: _.inc(1), sent: _.pull(messageId), rev: _.inc(1) }),
  );
}

/** WeChat reports that there is no consent, so the stored credits are void. */
export async function clearCredits(employeeId: string, use: TemplateUse): Promise<void> {
  await inboxes.updateWhere(
    () => ({ _id: employeeId }),
    (_) => ({ [creditOf(use)]: 0, rev: _.inc(1) }),
  );
}
