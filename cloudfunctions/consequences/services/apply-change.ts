import type { Instant } from '#contracts/common';
import {
  findInForce,
  type RecountCall,
  type Recounted,
  type RequestDocument,
  recountOf,
  reloadForRecount,
  saveRecount,
} from '../../approvals/public-recount';
import { findHolders } from '../../people/public';
import { inParallel } from '../../shared/data/in-parallel';
import { conflict, retryOnConflict } from '../../shared/data/retry-on-conflict';
import type { Employee } from '../../shared/kernel/employee';
import { enqueueMessage, requestChangeFollowUp } from '../../shared/outbox/outbox';
import { saveProgress } from '../data/saved-changes';
import { openMessage, recountMessage } from '../domain/consequence-message';
import { afterPass, type PersonChange, runOf, type SavedChange } from '../domain/saved-change';
import { readdressStep, tellPerson } from './readdress-step';
import { type PersonRecount, recountPage, requestScope } from './recount-page';

/** Requests per unit of work. */
const PAGE_SIZE = 50;

/** People whose requests are saved at once: half of the connections that an environment has. */
const MAX_PARALLEL_PEOPLE = 10;

/**
 * Works a due change off, page by page, until it is done, another pass has to wait or `deadline` has passed; then
 * the next call follows at once. The platform lets few functions call each other, so a call works as long as it may,
 * and what is still left after some calls is the timer's. Calls end because each has moved the cursor: who finds that
 * another instance is faster calls nobody.
 * Every page can be repeated: what was counted again already counts the same. @returns how many requests changed
 */
export async function applyChange(first: SavedChange, now: Instant, deadline: number): Promise<number> {
  const isDue = ({ state, dueAt }: SavedChange) => state === 'due' && dueAt <= now;
  let change = first;
  while (isDue(change) && performance.now() < deadline) {
    const next = await applyPage(change, now);
    if (!next) return handled(change) - handled(first);
    change = next;
  }
  if (isDue(change) && change.rev > first.rev) requestChangeFollowUp(change._id);
  return handled(change) - handled(first);
}

const handled = ({ recounted, ended, open }: SavedChange): number => recounted + ended + open;

/** @returns the change after the page; null if another instance was faster */
function applyPage(change: SavedChange, now: Instant): Promise<SavedChange | null> {
  const { stage, person } = change;
  return stage === 'readdress' && person ? applyReaddressing(change, person, now) : applyRecount(change, now);
}

async function applyReaddressing(
  change: SavedChange,
  person: PersonChange,
  now: Instant,
): Promise<SavedChange | null> {
  const next = await readdressStep(change, person, now);
  if (next !== null) return saveProgress(change, { cursor: { key: 0, id: next } });
  if (change.pass === 1) await tellPerson(change, person, now);
  return saveProgress(change, afterPass(change));
}

async function applyRecount(change: SavedChange, now: Instant): Promise<SavedChange | null> {
  const { cause } = change;
  const requests = await findInForce(requestScope(change), change.cursor, PAGE_SIZE);
  const call: RecountCall = { run: { cause, run: runOf(change) }, now };
  const people = await recountPage(requests, call);
  const saved = await inParallel(people, MAX_PARALLEL_PEOPLE, (person) => savePerson(person, change, call));
  const last = requests.at(-1);
  const isLast = requests.length < PAGE_SIZE || !last;
  const progress = {
    ...countsOf(change, requests, saved.flat()),
    cursor: last ? cursorOf(last) : change.cursor,
  };
  if (!isLast) return saveProgress(change, progress);
  await tellOpen({ ...change, ...progress }, now);
  if (change.person)
    return saveProgress(change, { ...progress, stage: 'readdress', cursor: null, told: progress.open });
  return saveProgress(change, { ...progress, ...afterPass({ ...change, ...progress }) });
}

const cursorOf = ({ spanTo, _id }: RequestDocument) => ({ key: spanTo, id: _id });

/** @returns what was saved, which a concurrent change can make other than what was counted first */
async function savePerson(
  { applicant, results }: PersonRecount,
  change: SavedChange,
  call: RecountCall,
): Promise<Recounted[]> {
  const saved: Recounted[] = [];
  for (const [at, result] of results.entries()) {
    const messageOf = (current: Recounted) =>
      recountMessage(change, [...saved, current, ...results.slice(at + 1)], call.now);
    const current = await saveResult(result, applicant, call, messageOf);
    if (current) saved.push(current);
  }
  return saved;
}

/** Saves a result; after a concurrent change, or while effects are not booked yet, the request counts again. */
async function saveResult(
  first: Recounted,
  applicant: Employee,
  call: RecountCall,
  messageOf: (result: Recounted) => Parameters<typeof saveRecount>[1],
): Promise<Recounted | null> {
  const { _id, effects } = first.before;
  let result = effects === 'due' ? await recountNow(_id, applicant, call) : first;
  return retryOnConflict(3, async () => {
    if (!result || (await saveRecount(result, messageOf(result)))) return result;
    result = await recountNow(_id, applicant, call);
    return conflict;
  });
}

async function recountNow(id: string, applicant: Employee, call: RecountCall): Promise<Recounted | null> {
  const current = await reloadForRecount(id);
  if (!current) return null;
  const [result] = await recountOf([current.request], applicant, current.account, call);
  return result ?? null;
}

/** Counts with this page, including what a killed run of it has already done. */
function countsOf(
  change: SavedChange,
  requests: readonly RequestDocument[],
  saved: readonly Recounted[],
): Pick<SavedChange, 'seen' | 'recounted' | 'ended' | 'open'> {
  const run = runOf(change);
  const before = requests.flatMap(({ timeline }) => timeline.flatMap(({ recount }) => recount ?? []));
  const notes = [...before.filter((note) => note.run === run), ...saved.map(({ note }) => note)];
  const count = (outcome: string) => notes.filter((note) => note.outcome === outcome).length;
  return {
    seen: change.seen + requests.length,
    recounted: change.recounted + count('recounted'),
    ended: change.ended + count('ended'),
    open: change.open + count('open'),
  };
}

/** HR and whoever made the change are told of what could not be counted again. */
async function tellOpen(change: SavedChange, now: Instant): Promise<void> {
  if (change.open === change.told) return;
  const hr = await findHolders('hr', now);
  const to = [...new Set([...hr.map(({ _id }) => _id), ...(change.byId ? [change.byId] : [])])];
  await enqueueMessage(openMessage(change, to, now));
}
