import type { Day, Instant, Month } from '#contracts/common';
import type {
  PayBlocker,
  PayItemChange,
  PayRunEvent,
  PayRunState,
  PayRunSums,
  PayRunView,
} from '#contracts/payroll';
import type { PersonBrief } from '#contracts/person';
import { changedByOf, type EnteredBy, withEnteredBy } from './changed-by';
import { type ItemMarks, withItemChanges } from './changed-items';
import type { SlipTotals } from './computed-slip';

/** A run as it is worked with; a document of `payroll_runs` has the sums encrypted. */
export interface PayRun {
  readonly _id: Month;
  readonly rev: number;
  readonly state: PayRunState;
  readonly paidOn: Day;
  /** Counts up when a locked run is recalled. */
  readonly version: number;
  /** The last employee number that is done; '' at the beginning. Of a locked run: whose contributions are recorded. */
  readonly cursor: string;
  /** Who has begun what the run is at; the timer goes on in their name. */
  readonly worker?: PersonBrief;
  /** Whoever works on a unit does so alone until then. */
  readonly leaseUntil: number;
  readonly people: number;
  readonly written: number;
  readonly warnings: number;
  readonly sums: PayRunSums;
  readonly blockers: readonly PayBlocker[];
  /** Everybody who has worked on this pass; none of them locks it. */
  readonly calculatedBy: readonly string[];
  readonly startedAt: Instant;
  readonly lockedAt: Instant | null;
  readonly publishedAt: Instant | null;
  readonly history: readonly PayRunEvent[];
  /** A salary, base or rate that it may not have counted is stored since; null in a new pass. Absent in older runs. */
  readonly outdatedAt?: Instant | null;
  /** Of the items that it was worked out with. Absent in runs from before they were kept. */
  readonly itemMarks?: ItemMarks;
  readonly itemsChanged?: readonly PayItemChange[];
  /** Who has entered what it pays once; absent in runs from before it was kept. */
  readonly oneOffBy?: readonly EnteredBy[];
  /** Who has changed bases, percents or rates of insurance and fund since the month before was locked, or ahead for this month. */
  readonly basesBy?: readonly EnteredBy[];
  /** The same of what grades are worth. */
  readonly ratesBy?: readonly EnteredBy[];
  /**
   * Of whom payroll has settled a difference by itself that this run would pay once more if it were recalled; first named first.
   * Absent for nobody.
   */
  readonly settledApart?: readonly PersonBrief[];
  /** Of the last publication: how far the employees are told. Absent before it, and in runs of a version without messages. */
  readonly telling?: Telling;
}

/** How far the employees of a published run are told: the last employee number, '' before the first, `ALL_TOLD` at the end. */
export interface Telling {
  readonly told: string;
  readonly reminded: string;
  /** The company's last day to confirm. */
  readonly confirmUntil: Day;
}

/** Behind every employee number. */
export const ALL_TOLD = '~';

const NO_SUMS = {
  ...{ gross: 0, contributions: 0, tax: 0, deductions: 0, net: 0, employer: 0 },
} as PayRunSums;

/** More are named once these are mended. */
const MAX_BLOCKERS = 100;
const MAX_EVENTS = 50;
const MAX_CALCULATORS = 20;

/** What a page of slips adds to a run. */
export interface PageOfSlips {
  readonly people: number;
  readonly written: number;
  readonly warnings: number;
  readonly totals: readonly SlipTotals[];
  readonly blockers: readonly PayBlocker[];
  readonly itemsChanged: readonly PayItemChange[];
  readonly oneOffBy: readonly EnteredBy[];
  readonly basesBy: readonly EnteredBy[];
  readonly ratesBy: readonly EnteredBy[];
  readonly itemMarks: ItemMarks;
  /** The last employee number of the page; null at the end. */
  readonly next: string | null;
}

export const newPass = (paidOn: Day, now: Instant) => ({
  ...{ paidOn, cursor: '', people: 0, written: 0, warnings: 0, sums: NO_SUMS, blockers: [], startedAt: now },
  ...{ itemsChanged: [], oneOffBy: [], basesBy: [], ratesBy: [], outdatedAt: null },
});

/** The run after a page; with the last one it is calculated. */
export function afterPage(run: PayRun, page: PageOfSlips, isOver: boolean): Partial<PayRun> {
  const counts = {
    people: run.people + page.people,
    written: run.written + page.written,
    warnings: run.warnings + page.warnings,
    sums: page.totals.reduce(plusSums, run.sums),
    blockers: [...run.blockers, ...page.blockers].slice(0, MAX_BLOCKERS),
    itemsChanged: withItemChanges(run.itemsChanged ?? [], page.itemsChanged),
    oneOffBy: withEnteredBy(run.oneOffBy ?? [], page.oneOffBy),
    basesBy: withEnteredBy(run.basesBy ?? [], page.basesBy),
    ratesBy: withEnteredBy(run.ratesBy ?? [], page.ratesBy),
    itemMarks: page.itemMarks,
  };
  if (page.next !== null) return { ...counts, cursor: page.next, leaseUntil: isOver ? 0 : run.leaseUntil };
  return { ...counts, state: 'calculated', cursor: '', leaseUntil: 0 };
}

const plusSums = (sums: PayRunSums, totals: SlipTotals): PayRunSums => ({
  gross: plus(sums.gross, totals.gross),
  contributions: plus(sums.contributions, totals.contributions),
  tax: plus(sums.tax, totals.tax),
  deductions: plus(plus(sums.deductions, totals.deductions), totals.repaid),
  net: plus(sums.net, totals.net),
  employer: plus(sums.employer, totals.employer),
});

const plus = <Amount extends number>(one: Amount, other: Amount): Amount => (one + other) as Amount;

/** The ids of everybody who worked on it, with one more. */
export const withCalculator = (run: Pick<PayRun, 'calculatedBy'>, id: string): readonly string[] =>
  [...new Set([...run.calculatedBy, id])].slice(-MAX_CALCULATORS);

export const withEvent = (
  { history }: Pick<PayRun, 'history'>,
  kind: PayRunEvent['kind'],
  by: PersonBrief,
  at: Instant,
  reason?: string,
): readonly PayRunEvent[] =>
  [...history, { kind, at, by, ...(reason !== undefined && { reason }) }].slice(-MAX_EVENTS);

/** As the caller is told of it. */
export function payRunView(run: PayRun, callerId: string): PayRunView {
  const { _id: month, rev, state, paidOn, version, people, written, warnings, sums, blockers, history } = run;
  const isOwn = run.calculatedBy.includes(callerId);
  // One that concerns nobody pays nobody, such as a difference that was paid already.
  const itemsChanged = (run.itemsChanged ?? []).filter((each) => each.people > 0);
  return {
    ...{ month, rev, state, paidOn, version, people, written, warnings, sums, blockers, isOwn, history },
    ...{ itemsChanged, changedByYou: changedByOf(run, callerId) },
  };
}
