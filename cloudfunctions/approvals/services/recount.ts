import type { Instant } from '#contracts/common';
import { bringBackFor, findAccount, findWholeAccount, holdsAllOf, putEffect } from '../../accounts/public';
import { type Account, withChange } from '../../accounts/rules';
import type { ScheduleOverlay } from '../../schedule/public';
import { dayOf } from '../../shared/calendar/company-time';
import { inTransaction } from '../../shared/data/transaction';
import type { Employee } from '../../shared/kernel/employee';
import type { Message } from '../../shared/outbox/message';
import { findRequest, putRequest, saveRequest } from '../data/requests';
import { effectOf } from '../domain/request/effect-of';
import {
  isInForce,
  type Recounted,
  type RecountRun,
  recountRequest,
  takesMore,
} from '../domain/request/recount-request';
import type { RequestDocument } from '../domain/request/request';
import { evaluateStored } from './evaluate-stored';
import { completeFollowUp } from './follow-up';

export interface RecountCall {
  readonly run: RecountRun;
  readonly now: Instant;
  /** Parts of the schedule that are not saved yet. */
  readonly overlay?: ScheduleOverlay | undefined;
}

/**
 * Counts requests of one person again, one after the other: each sees what the one before has done to the
 * account. Writes nothing.
 */
export async function recountOf(
  requests: readonly RequestDocument[],
  applicant: Employee,
  account: Account,
  call: RecountCall,
): Promise<Recounted[]> {
  const results: Recounted[] = [];
  let current = account;
  for (const request of requests) {
    const result = await recountOne(request, applicant, current, call);
    if (!result) continue;
    results.push(result);
    if (result.note.outcome !== 'open') current = withChange(current, effectOf(result.after).change);
  }
  return results;
}

async function recountOne(
  request: RequestDocument,
  applicant: Employee,
  account: Account,
  { run, now, overlay }: RecountCall,
): Promise<Recounted | null> {
  if (!isInForce(request)) return null;
  const answer = await evaluateStored(request, applicant, account, { now, overlay });
  const { leftOn } = applicant;
  const isBeyondLastDay = leftOn !== null && dayOf(request.spanFrom) > leftOn;
  return recountRequest(request, { account, answer, isBeyondLastDay }, run, now);
}

/**
 * Saves a recount with its message, then account, message and the confirmation that both are done. What takes more
 * of a balance is saved together with the account, so that nothing else can use the balance meanwhile.
 * @returns false after a concurrent change
 */
export async function saveRecount(
  recounted: Recounted,
  message: Omit<Message, 'delivery'>,
): Promise<boolean> {
  const { before, after } = recounted;
  const noted = { ...after, outbox: [...after.outbox, message] };
  const isSaved = await (takesMore(recounted)
    ? saveWithAccount(recounted, noted)
    : saveRequest(before, noted));
  if (!isSaved) return false;
  await completeFollowUp(noted);
  return true;
}

/**
 * One transaction; false if the request or the account has changed since they were read, also if what it draws on had to
 * be brought back from an archive first.
 */
async function saveWithAccount({ before, accountRev }: Recounted, after: RequestDocument): Promise<boolean> {
  const effect = effectOf(after);
  const save = (isAllHere: boolean) =>
    inTransaction(async (put) => {
      const [account, request] = await Promise.all([
        findAccount(before.applicantId),
        findRequest(before._id),
      ]);
      if (account.rev !== accountRev || request?.rev !== before.rev) return 'changed';
      if (!isAllHere && !holdsAllOf(account, effect)) return 'reaches-further';
      await putRequest(put, request, before, after);
      await putEffect(put, account, effect);
      return 'saved';
    });
  const saved = await save(false);
  if (saved !== 'reaches-further') return saved === 'saved';
  return !(await bringBackFor(before.applicantId, effect)) && (await save(true)) === 'saved';
}

/**
 * The request and the account of its applicant as they are now, once the effects of its current state are
 * booked; null if the request is gone.
 */
export async function reloadForRecount(
  requestId: string,
): Promise<{ request: RequestDocument; account: Account } | null> {
  const request = await findRequest(requestId);
  if (!request) return null;
  if (request.effects === 'due') await completeFollowUp(request);
  return { request, account: await findWholeAccount(request.applicantId) };
}
