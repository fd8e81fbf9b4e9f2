/**
 * How much each suite does: a reduced figure in `npm test`, the full one in `npm run test:soak`. SOAK=<part> takes
 * that part of the full figure, to try the soak itself.
 */
const part = process.env.SOAK === undefined ? undefined : Number(process.env.SOAK);

const count = (reduced: number, full: number): number =>
  part === undefined ? reduced : Math.max(1, Math.round(full * part));

/** What the few tests of many rounds may take, ms: on a busy machine more than others; in the soak an hour. */
export const LONG_TIMEOUT_MS = part === undefined ? 15 * 60_000 : 60 * 60_000;

/** Kills of a process that writes. */
export const KILLS = count(40, 1_000);
/** Longest that a database may take to open after one, ms; `npm test` also runs where everything is ten times slower. */
export const MAX_OPEN_MS = part === undefined ? 20_000 : 2_000;

/** Random clients whose history is checked. */
export const HISTORY = {
  clients: part === undefined ? 8 : 16,
  operations: count(300, 5_000),
  seeds: count(2, 20),
};

/** Of a function, s: the longest that the platform allows, so that no slow machine ends a call. */
export const MAX_FUNCTION_SECONDS = 60;

/** Times the runs that a property asks for. */
export const PROPERTY_SCALE = part === undefined ? 0.5 : 100 * part;

/** Small companies whose reviews are attacked by subtraction, and by trying every answer, before the scale of properties. */
export const ATTACKED_REVIEWS = { subtracted: count(80, 200), tried: count(12, 30) };

/** Requests of a call at which every kind of fault is tried; of a longer call in turns. */
export const FAULT_POINTS = count(4, 100_000);

/** Whether calls are also killed at requests that only read. */
export const EVERY_KILL = part !== undefined;

/** Orders of the requests of two calls on one request or account, at most; most pairs have fewer. */
export const REQUEST_SCHEDULES = count(12, 10_000);
/** Of each race of goals, reviews, appraisal and improvement. */
export const PERFORMANCE_SCHEDULES = count(8, 200);
/** The same while an account is archived, with histories that take long. */
export const ARCHIVE_SCHEDULES = count(6, 400);
/** The same of an approver and their delegate. */
export const DELEGATE_SCHEDULES = count(8, 10_000);
/** The same of two calls on one balance, handover, payment or month; and of three. */
export const PAIR_SCHEDULES = count(80, 10_000);
export const TRIO_SCHEDULES = count(6, 10_000);
/** Of the orders that chance picks, some are the same: so many of them are different ones at least. */
export const MIN_DISTINCT_SHARE = part === undefined ? 0.45 : 0.25;

/** Whether verbs that are built of the same parts as others go through all that those go through. */
export const EVERY_VERB = part !== undefined;

/** Only in the soak. */
export const INTERLEAVINGS = count(100, 10_000);
/** Of punches, and as many of requests. */
export const MULTI_FAULT_RUNS = count(100, 10_000);
/** Taps of everyone; every fifth is sent twice. */
export const STORM_TAPS = count(500, 10_000);

/** Tax years that are reckoned a second time. */
export const TAX_YEARS = count(100_000, 1_000_000);
