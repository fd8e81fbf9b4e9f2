import type { AppraisalCycle } from '#contracts/appraisal-cycle';
import type { Day, Instant } from '#contracts/common';
import { appraisalPlan } from './appraisal-plan';
import { DEPARTMENTS } from './company';
import { KNOWN_PEOPLE } from './crowd';
import { addDays, dayOf, instantOf, monthStart } from './demo-days';

/** Months before this one that have been appraised. */
const FINISHED = 3;
const HR = 'E0046';
/** The company began with some departments, by months before this one; a start of the demo would take longer with everybody. */
const FIRST: Readonly<Record<number, readonly string[]>> = { 3: ['D11', 'D40'], 2: ['D10'] };

/** A cycle of appraisal as it is while people answer. */
export interface AppraisedMonth {
  readonly cycle: AppraisalCycle & { readonly startedAt: Instant };
  /** Of this month: people are still answering. */
  readonly isRunning: boolean;
  /** The day after the last one for answers: grades are talked about, and results are published. */
  readonly closesOn: Day;
}

/**
 * The three months before this one and this month, the earliest first. The last one that is over was published some days ago, so that
 * its results may still be appealed.
 */
export function appraisedMonths(now: number, people: number): AppraisedMonth[] {
  const today = dayOf(now);
  const finished = Array.from({ length: FINISHED }, (_, at) => finishedMonth(today, FINISHED - at, people));
  return [...finished, runningMonth(now, people)];
}

const earlier = (...days: Day[]): Day => days.sort()[0] as Day;
const later = (...days: Day[]): Day => days.sort().at(-1) as Day;

function finishedMonth(today: Day, back: number, people: number): AppraisedMonth {
  const next = monthStart(today, back - 1);
  const usual = back === 1 ? addDays(next, 14) : addDays(next, 4);
  const answersUntil = earlier(addDays(today, -2), later(addDays(today, -5), next), usual);
  const startedOn = addDays(answersUntil, -10);
  const startedAt = instantOf(startedOn, 9 * 60);
  return monthOf(back, { today, startedAt, answersUntil, people });
}

function runningMonth(now: number, people: number): AppraisedMonth {
  const today = dayOf(now);
  const end = addDays(monthStart(today, -1), -1);
  const startedOn = later(addDays(today, -4), monthStart(today, 0));
  const startedAt = Math.min(instantOf(startedOn, 9 * 60), now) as Instant;
  return monthOf(0, { today, startedAt, answersUntil: later(addDays(today, 9), addDays(end, 3)), people });
}

interface Begun {
  readonly today: Day;
  readonly startedAt: Instant;
  readonly answersUntil: Day;
  readonly people: number;
}

function monthOf(back: number, { today, startedAt, answersUntil, people }: Begun): AppraisedMonth {
  const from = monthStart(today, back);
  const to = addDays(monthStart(today, back - 1), -1);
  const month = from.slice(0, 7);
  const startedOn = dayOf(startedAt);
  const dates = {
    from,
    to,
    answersUntil,
    peersUntil: addDays(startedOn, 6),
    confirmUntil: addDays(startedOn, 8),
  };
  return {
    cycle: {
      ...{ _id: `a-${month}`, rev: 4, state: 'running', template: 'office', createdBy: HR },
      ...appraisalPlan(month, dates, FIRST[back] ?? departmentsOf(people)),
      ...{ startedAt, closedAt: null, publishedAt: null, cursor: '', amendments: [] },
    },
    isRunning: back === 0,
    closesOn: addDays(answersUntil, 1),
  };
}

/** Of a large company only the departments of the sixty are appraised; whoever leads it is not among them. */
const departmentsOf = (people: number): readonly string[] =>
  people > KNOWN_PEOPLE ? DEPARTMENTS.filter(({ parentId }) => parentId === 'D00').map(({ id }) => id) : [];
