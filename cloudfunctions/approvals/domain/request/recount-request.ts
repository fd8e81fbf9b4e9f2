import type { Instant, Minutes } from '#contracts/common';
import type { ChangeCause, RecountNote } from '#contracts/consequence';
import type { Fact } from '#contracts/fact';
import type { Account, AccountChange, AccountSpan } from '../../../accounts/rules';
import { changedKeys } from '../../../shared/history/changed-keys';
import { fact, warning } from '../../kind/answer';
import type { KindAnswer } from '../../kind/kind';
import { effectOf } from './effect-of';
import { BY_SYSTEM } from './enter-step';
import { evaluatedContent } from './new-request';
import { nextRevision } from './next-revision';
import { linesOfOthers, recountLines, withBooked } from './recount-ledger';
import type { RequestDocument } from './request';
import { currentStep, withStep } from './steps';

/** One pass over the requests that a change concerns. */
export interface RecountRun {
  readonly cause: ChangeCause;
  /** Identifies the pass; timeline entries carry it. */
  readonly run: string;
}

export interface Recounted {
  readonly note: RecountNote;
  readonly before: RequestDocument;
  /** The next revision. */
  readonly after: RequestDocument;
  /** Revision of the account that it was counted with. */
  readonly accountRev: number;
}

/** Whether it takes more of a balance, which may be gone once it is saved. */
export const takesMore = ({ note, after }: Recounted): boolean =>
  note.outcome === 'recounted' &&
  Object.values(effectOf(after).change.entries).some(
    ({ requestId, minutes }) => requestId === after._id && minutes < 0,
  );

export interface Evaluated {
  /** Includes what the request has booked itself. */
  readonly account: Account;
  /** The answer of the rules with the current schedule. */
  readonly answer: KindAnswer;
  /** The employment ends before the request begins. */
  readonly isBeyondLastDay: boolean;
}

type InForce = RequestDocument & { readonly state: 'pending' | 'approved' };

export const isInForce = (request: RequestDocument): request is InForce =>
  request.cancels === null && (request.state === 'pending' || request.state === 'approved');

/**
 * A pending or approved request after a change of the schedule; null if its time counts as before. Ends it if
 * nothing of it counts any more. If the new count breaks a rule that the old one kept, such as more days than
 * the balance holds, nothing changes except a warning.
 */
export function recountRequest(
  request: InForce,
  { account, answer, isBeyondLastDay }: Evaluated,
  { cause, run }: RecountRun,
  now: Instant,
): Recounted | null {
  const outcome = outcomeOf(request, answer, isBeyondLastDay);
  if (outcome === null) return null;
  const before = request.amountMinutes ?? 0;
  const after = outcome === 'ended' ? 0 : (answer.amountMinutes ?? 0);
  const note: RecountNote = { cause, outcome, before, after, ...unitOf(request), run };
  const change = { open: openChange, ended: endedChange, recounted: recountedChange }[outcome];
  const fields = change(request, answer, account, note, now);
  const reopened = withReopenedStep(request, fields);
  const entry = { verb: 'recount', ...BY_SYSTEM, recount: note } as const;
  const next = nextRevision(request, reopened, [entry], now);
  return { note, before: request, after: next, accountRev: account.rev };
}

/** `hour` for leave of a type that is counted in hours. */
const unitOf = ({ facts }: InForce): Pick<RecountNote, 'unit'> =>
  facts.some(({ data }) => 'unit' in data) ? { unit: 'hour' } : {};

/** Problems that a company sets limits for; they concern who asks for more, not who has less than before. */
const LIMITS: ReadonlySet<string> = new Set([
  'BLOCKED_DAY',
  'LEAVE_TOO_LONG',
  'ATTACHMENT_REQUIRED',
  'OVERTIME_LIMIT',
]);

function outcomeOf(
  request: InForce,
  answer: KindAnswer,
  isBeyondLastDay: boolean,
): RecountNote['outcome'] | null {
  if (isBeyondLastDay) return 'ended';
  const state = request.state === 'pending' ? 'onSubmit' : 'onApprove';
  // The rules could not count it, for example because its leave type is gone.
  if (answer.from === null) return null;
  const isSame = changedKeys(partsOf(request.changes[state]), partsOf(answer[state])).length === 0;
  const isOpen = request.warnings.find(({ code }) => code === 'RECOUNT_OPEN');
  if (isSame) return isOpen ? 'recounted' : null;
  if (answer.problem?.code === 'NO_WORKING_TIME') return 'ended';
  const [before, after] = [request.amountMinutes ?? 0, answer.amountMinutes ?? 0];
  const { problem } = answer;
  const fits = problem === null || after < before || (after === before && LIMITS.has(problem.code));
  if (fits) return 'recounted';
  return isOpen?.code === 'RECOUNT_OPEN' && isOpen.data.after === after ? null : 'open';
}

/** What the schedule decides about each span. */
const partsOf = ({ spans }: AccountChange): object =>
  Object.fromEntries(
    Object.entries(spans).flatMap(([key, span]) => {
      if (span === null) return [];
      const { day, from, to, minutes, perDay, payClass } = span;
      return [[key, { day, from, to, minutes, perDay, payClass }]];
    }),
  );

type ChangeOf = (
  request: InForce,
  answer: KindAnswer,
  account: Account,
  note: RecountNote,
  now: Instant,
) => Partial<RequestDocument>;

const openChange: ChangeOf = ({ warnings }, _answer, _account, { before, after }) => ({
  warnings: [
    ...warnings.filter(({ code }) => code !== 'RECOUNT_OPEN'),
    warning('bad', 'RECOUNT_OPEN', { before, after }),
  ],
});

const recountedChange: ChangeOf = (request, answer, account, { before, after }, now) => {
  const { state, _id: requestId } = request;
  const rev = request.rev + 1;
  const gone = goneSpans(request, answer);
  const wanted =
    state === 'pending'
      ? answer.onSubmit.entries
      : { ...answer.onSubmit.entries, ...answer.onApprove.entries };
  const booked = {
    ...linesOfOthers(answer.onSubmit.entries, requestId),
    ...recountLines(account.entries, wanted, { requestId, rev, state, before, after, now }),
  };
  const withSpans = (change: AccountChange, entries = change.entries) => ({
    spans: { ...gone, ...change.spans },
    entries,
  });
  const changes = {
    onSubmit: withSpans(answer.onSubmit, state === 'pending' ? booked : answer.onSubmit.entries),
    onApprove: withSpans(answer.onApprove, state === 'approved' ? booked : answer.onApprove.entries),
    onReject: withSpans(answer.onReject),
    onCancel: withSpans(answer.onCancel, withBooked(answer.onCancel.entries, account.entries)),
  };
  const content = evaluatedContent(answer, now);
  return {
    ...content,
    facts: [...content.facts, ...shortenedFacts(request, after)],
    changes,
    effectRev: rev,
  };
};

/** Who was back early stays back early: the stored values end before that day. */
const shortenedFacts = ({ facts }: InForce, after: Minutes): Fact[] =>
  facts.flatMap((each) => (each.code === 'SHORTENED' ? [fact('SHORTENED', { ...each.data, after })] : []));

const endedChange: ChangeOf = (request, answer, account, { before, after }, now) => {
  const { state, _id: requestId } = request;
  const rev = request.rev + 1;
  const spans = { ...goneSpans(request, null) };
  const entries = recountLines(account.entries, {}, { requestId, rev, state, before, after, now });
  const changes = { ...request.changes, onCancel: { spans, entries } };
  const warnings = answer.warnings.filter(({ code }) => code === 'MONTH_LOCKED');
  return { state: 'cancelled', decidedAt: now, changes, warnings, effectRev: rev };
};

/** The spans that the request has written and no longer has. */
function goneSpans({ changes }: InForce, answer: KindAnswer | null): Record<string, AccountSpan | null> {
  const written = Object.values(changes).flatMap(({ spans }) => Object.keys(spans));
  const kept = new Set(answer ? Object.keys(answer.onSubmit.spans) : []);
  return Object.fromEntries(written.filter((key) => !kept.has(key)).map((key) => [key, null]));
}

/** Whoever saw the step before cannot decide unseen: a decision on an older revision is refused. */
function withReopenedStep(request: InForce, fields: Partial<RequestDocument>): Partial<RequestDocument> {
  const step = request.state === 'pending' ? currentStep(request) : null;
  if (!step || fields.state === 'cancelled') return fields;
  return { ...fields, steps: withStep(request, { ...step, openedRev: request.rev + 1 }).steps };
}
