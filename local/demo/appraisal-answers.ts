import type { AppraisalPerson } from '#contracts/appraisal-cycle';
import type { Instant } from '#contracts/common';
import type { ReviewRelation } from '#contracts/review';
import type { CustomerCode } from '../../cloudfunctions/reviews/data/customer-codes';
import type { ReviewPerson } from '../../cloudfunctions/reviews/domain/review-person';
import type { StoredReview } from '../../cloudfunctions/reviews/domain/stored-review';
import { codesOf, customersOf, type Rater } from './appraisal-customers';
import type { AppraisedMonth } from './appraisal-months';
import { RATED } from './appraisal-plan';
import { wordsOf } from './appraisal-words';
import { MAIN_PERSON } from './demo-person';
import { TEAMS } from './goal-teams';
import { randomFraction, randomInteger } from './random';

const HOUR_MS = 3_600_000;
/** Shares of what is asked that is answered by now in the running month. */
const ANSWERED = 0.45;

/** Somebody who asked for improvement that month, by months back: all of them have no goals, whose scores chance decides. */
const BEHIND: Readonly<Record<number, string>> = { 3: 'E0053', 2: 'E0025', 1: 'E0024' };

/** What was written about everybody in a month. */
export interface Answers {
  readonly reviews: readonly StoredReview[];
  readonly review_codes: readonly CustomerCode[];
  /** With how many have answered. */
  readonly review_people: readonly ReviewPerson[];
}

/** @param back months before this one. @param now answers of the running month have come until then */
export function answersOf(
  month: AppraisedMonth,
  people: readonly AppraisalPerson[],
  states: readonly ReviewPerson[],
  { back, now }: { readonly back: number; readonly now: number },
): Answers {
  const stateOf = new Map(states.map((state) => [state.employeeId, state]));
  const here = new Set(people.map(({ person }) => person.id));
  const all = people.map((person) => {
    const state = stateOf.get(person.person.id);
    const quality = qualityOf(person, month.cycle._id, back);
    const asked = [...staffAsked(person, state, here), ...customersOf(person, month)];
    const reviews = asked
      .filter(({ relation, raterId }) => isAnswered(month, person.person.id, relation, raterId))
      .map((rater, at) => reviewOf(month, person, rater, { quality, now, at }));
    const answered = reviews.filter(({ submittedAt }) => submittedAt !== null).length;
    const after = state && { ...state, answered, rev: state.rev + answered };
    const fresh = !state && answered > 0 ? [emptyState(person, answered)] : [];
    return { reviews, states: after ? [after] : fresh };
  });
  return {
    reviews: all.flatMap(({ reviews }) => reviews),
    review_codes: people.flatMap((person) => codesOf(person, month)),
    review_people: all.flatMap((each) => each.states),
  };
}

/** Of somebody who was asked about without having chosen peers. */
const emptyState = ({ _id, cycleId, person }: AppraisalPerson, answered: number): ReviewPerson => ({
  ...{ _id, cycleId, employeeId: person.id, rev: answered, chosen: null, peers: [], confirmedBy: null },
  ...{ answered, reopened: [], snapshot: null },
});

function staffAsked(
  { person, managerId, reports }: AppraisalPerson,
  state: ReviewPerson | undefined,
  here: ReadonlySet<string>,
): Rater[] {
  const peers = state?.confirmedBy ? state.peers : [];
  const of = (relation: ReviewRelation, ids: readonly string[]): Rater[] =>
    ids.map((raterId) => ({ relation, raterId }));
  const reporting = reports.filter((id) => here.has(id));
  return [
    ...of('self', [person.id]),
    ...of('manager', managerId === null ? [] : [managerId]),
    ...of('peer', peers),
    ...of('report', reporting),
  ];
}

/** Main person: a few are left to do. Everybody else: nearly all of a finished month, some of the running one. */
function isAnswered(
  { cycle, isRunning }: AppraisedMonth,
  id: string,
  relation: ReviewRelation,
  rater: string,
): boolean {
  if (relation === 'customer') return true;
  const chance = randomFraction(id, cycle._id, rater, 'answered');
  if (!isRunning) return relation !== 'peer' || id === MAIN_PERSON || chance < 0.97;
  if (rater === MAIN_PERSON) return id === 'E0016' || id === 'E0017';
  return chance < ANSWERED;
}

/** How good somebody's work is, in levels. */
function qualityOf({ person, departmentId }: AppraisalPerson, cycleId: string, back: number): number {
  if (BEHIND[back] === person.id) return 2.3;
  const hasGoals = TEAMS.some(({ department }) => department === departmentId);
  const lowest = hasGoals ? 3.9 : 3.4;
  const month = 0.3 * (randomFraction(person.id, cycleId, 'month') - 0.5);
  return lowest + (4.6 - lowest) * randomFraction(person.id, 'quality') + month;
}

const BIAS: Readonly<Record<ReviewRelation, number>> = {
  ...{ self: 0.2, manager: -0.1, peer: 0, report: 0.1, customer: 0.1 },
};

function reviewOf(
  { cycle, isRunning, closesOn }: AppraisedMonth,
  { person }: AppraisalPerson,
  { relation, raterId }: Rater,
  { quality, now, at }: { readonly quality: number; readonly now: number; readonly at: number },
): StoredReview {
  const keys = [cycle._id, person.id, raterId] as const;
  const items = RATED.filter(({ relations }) => relations?.includes(relation) ?? true);
  const ratings = items.map(({ id }): [string, number] => {
    const value = quality + BIAS[relation] + 1.2 * (randomFraction(...keys, id) - 0.5);
    return [id, Math.min(5, Math.max(1, Math.round(value)))];
  });
  // The main person has begun one, and handed one in.
  const isDraft = isRunning && raterId === MAIN_PERSON && person.id === 'E0017';
  const kept = isDraft ? ratings.slice(0, 2) : ratings;
  const savedAt = answeredAt(
    cycle.startedAt,
    isRunning ? now : Date.parse(`${closesOn}T00:00:00+08:00`),
    keys,
  );
  const when = (relation === 'customer' ? savedAt - (savedAt % HOUR_MS) : savedAt) as Instant;
  return {
    ...{ _id: `${cycle._id}:${person.id}:${relation}:${raterId}`, cycleId: cycle._id, subjectId: person.id },
    ...{
      relation,
      raterId,
      ratings: Object.fromEntries(kept),
      texts: isDraft ? {} : wordsOf(relation, quality, keys, at),
    },
    ...{ savedAt: when, submittedAt: isDraft ? null : when },
  };
}

/** Between the start and the end, to the minute. */
function answeredAt(from: number, to: number, keys: readonly string[]): Instant {
  const minutes = Math.max(0, Math.floor((to - from) / 60_000) - 60);
  return (from + randomInteger(0, minutes, ...keys, 'at') * 60_000) as Instant;
}
