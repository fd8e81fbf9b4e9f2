import type { Day, Instant, Metres } from './common';

/**
 * The closed set of errors, each with the data that its sentence needs.
 * Words are in the locale files under `errors.<CODE>`.
 */
export interface ErrorData {
  // Any action
  /** The event is not `{ action, input }`, or larger than allowed. `limit` in bytes. */
  EVENT_INVALID: Record<string, never>;
  EVENT_TOO_LARGE: { bytes: number; limit: number };
  ACTION_UNKNOWN: { action: string };
  /** `path` names the field (dots), `rule` what it must be. */
  INPUT_INVALID: { path: string; rule: string };
  /** A client action was called without an OPENID, or a console action from a client. */
  CALLER_REFUSED: Record<string, never>;
  /** The WeChat user has no employee yet. The client opens the binding page. */
  NOT_BOUND: Record<string, never>;
  /** The employee has left (or access was ended). */
  ACCESS_ENDED: Record<string, never>;
  /** Also given for things that exist but may not be seen. */
  NOT_FOUND: { what: string };
  /** `role`: the roles that may, separated by commas. `own`: it is about the caller, so somebody else decides. */
  FORBIDDEN: Record<string, never> | { rule: 'role'; roles: string } | { rule: 'own' };
  /** Somebody changed the same thing at the same time, three times in a row: try again. */
  BUSY: Record<string, never>;
  /** The environment variable `what` of a function is not set as README says; for the administrator. */
  SETUP_MISSING: { what: string };
  /** The platform runs the function on an older Node.js than it is made for; for the administrator. */
  RUNTIME_TOO_OLD: { function: string; needed: string; found: string };
  /** The function is given less time, s, than it is described with; for the administrator. */
  TIME_LIMIT_TOO_SHORT: { function: string; needed: number; found: number };
  /** Jobs of a timer that failed, separated by commas; the others have run. For the administrator. */
  JOBS_FAILED: { jobs: string };
  /** A stored document cannot be used; HR finds it among the data to mend. `field` is empty if it is all of it. */
  RECORD_FAULTY: { collection: string; document: string; field: string };
  /** The caller did more of something than one person may; see `shared/limits/limits.ts`. */
  RATE_LIMITED: { rule: 'calls' | 'sendings' | 'uploads' | 'tries'; retryAt: Instant };
  /** A fault of ours. `requestId` of the reply finds it in the log. */
  INTERNAL: Record<string, never>;

  // People
  /** Wrong, used or expired code (the three are not told apart to a guesser). */
  INVITE_INVALID: { left: number };
  /** The new manager reports to the person, directly or through others. */
  REPORTING_LOOP: Record<string, never>;
  BIND_LIMIT: { retryAt: Instant };
  ALREADY_BOUND: Record<string, never>;

  // Attendance
  /** `distance` from the nearest site's centre, `beyond` how much further than its fence. */
  OUTSIDE_FENCE: { siteZh: string; siteEn: string; distance: Metres; beyond: Metres };
  /** The fix is too coarse to say whether it is inside. */
  LOCATION_IMPRECISE: { accuracy: Metres; max: Metres };
  FIELD_NOT_ALLOWED: Record<string, never>;
  /** The phone's clock is ahead of the server. */
  CLOCK_AHEAD: { aheadSeconds: number };
  /** A queued punch arrived after its attendance day had ended. */
  PUNCH_TOO_LATE: { day: Day; tappedAt: Instant };
  /** The same key was used before with another content. */
  PUNCH_KEY_REUSED: Record<string, never>;
  /** The day already holds as many punches as it may. */
  PUNCH_LIMIT: { max: number };
  PHOTO_INVALID: Record<string, never>;
  NO_SITE: Record<string, never>;
  /** `unsettled`: nobody was employed before `from`, so that there is nothing to settle. */
  MONTH_OUT_OF_RANGE: { from: string; to: string; rule?: 'unsettled' };
  /** The code on the site screen has run out, was used by this person before, or is of another site. */
  SITE_CODE_INVALID: { reason: 'expired' | 'used' | 'unknown' };
  BEACON_NOT_FOUND: Record<string, never>;
  /** `unknown`: no network of the person's sites. `no-location`: the site wants a location beside its network. */
  WIFI_NOT_ACCEPTED: { rule: 'unknown' | 'no-location' };
  /** The biometric check on the phone was not confirmed by WeChat. */
  BIOMETRIC_FAILED: Record<string, never>;
  /** The site books no punch without a biometric check. */
  BIOMETRIC_REQUIRED: { siteId: string; siteZh: string; siteEn: string };
  /** The month is settled and locked; corrections go into the differences. */
  MONTH_LOCKED: { month: string };
  MONTH_NOT_OVER: { month: string };
  /** Nobody confirms the unlock that they asked for. */
  UNLOCK_OWN: Record<string, never>;
  /** There is no second person of HR and no administrator who could confirm an unlock. */
  UNLOCK_NOBODY: Record<string, never>;

  // Requests
  TYPE_DISABLED: { typeId: string };
  /** The form or flow has changed since the page was opened. */
  TYPE_CHANGED: { typeId: string; version: number };
  REQUEST_KEY_REUSED: Record<string, never>;
  /** Somebody decided, or changed it, in between. `state` and `rev` are the ones of now. */
  REQUEST_CHANGED: { state: string; rev: number };
  /** One of many to approve has so many warnings that it is against a rule, and the person has not said that they saw them. */
  WARNING_UNSEEN: { count: number };
  /** `rule`: required, too-long, too-many, out-of-range, whole-number, unknown-option, unknown-field, wrong-kind, fixed. */
  FORM_INVALID: { field: string; rule: string };
  PERIOD_INVALID: { rule: string };
  /** Leave minutes, 480 are a day. `unit`: of a type that is counted in hours. */
  LEAVE_BALANCE_SHORT: { wanted: number; left: number; unit?: 'hour' };
  LEAVE_TYPE_UNAVAILABLE: { typeId: string; rule: string };
  LEAVE_TOO_LONG: { minutes: number; limit: number; per: 'request' | 'year'; unit?: 'hour' };
  NO_WORKING_TIME: Record<string, never>;
  /** Another request of the same person covers a part of that time. */
  PERIOD_OVERLAPS: { requestId: string; from: Instant; to: Instant; nameZh: string; nameEn: string };
  BLOCKED_DAY: { day: Day; nameZh: string; nameEn: string };
  ATTACHMENT_REQUIRED: { after: number };
  OVERTIME_LIMIT: { minutes: number; limit: number; per: 'day' | 'month' };
  CORRECTION_QUOTA: { used: number; limit: number };
  CORRECTION_TOO_LATE: { day: Day; lastDay: Day };
  CORRECTION_NOT_NEEDED: { day: Day };
  /** `where`: in another line of the same request, or in a request before. */
  RECEIPT_DUPLICATE: { line: number; where: 'here' | 'before' };
  /** Money that was paid is paid back by payroll, not undone by a request. */
  EXPENSE_PAID: { paidAt: Instant };
  /** `refused`: WeChat's content check did not accept the picture. */
  FILE_INVALID: { rule: 'type' | 'size' | 'missing' | 'owner' | 'refused' };
  NOBODY_TO_APPROVE: Record<string, never>;
  URGE_TOO_SOON: { nextAt: Instant };
  HANDOVER_OPEN: { open: number };
  /** The final settlement was made: it is opened again before anything of the handover is. */
  SETTLED: Record<string, never>;
  TEXT_REFUSED: Record<string, never>;

  // Goals
  /** The cycle is closed, or being closed, or has not begun. */
  CYCLE_NOT_RUNNING: { cycleId: string; state: string };
  CYCLE_EXISTS: { cycleId: string };
  /** Weights that have to sum to 100. `field`: which ones; `sum`: what they sum to. */
  WEIGHTS_NOT_WHOLE: { field: string; sum: number };
  /** `field` names the key result; `rule`: see `MeasureProblem`. */
  MEASURE_INVALID: { field: string; rule: string };
  /** `field` names the key result of a figure; `rule`: see `EntryProblem`. */
  FIGURE_INVALID: { field: string; rule: string };
  /** Objectives by their titles, from the one that was to be aligned back to itself. */
  ALIGNMENT_LOOP: { chain: string };
  /** So many are aligned to it already. */
  ALIGNED_FULL: { max: number };
  /** `what` may be counted once only: objectives, key results. */
  GOALS_FULL: { what: string; max: number };
  /** The same key was used before with other figures. */
  CHECK_IN_KEY_REUSED: Record<string, never>;
  /** A report of a day that is not in the cycle, not yet, or too long ago. */
  REPORT_DAY_INVALID: { from: Day; to: Day };
  // Appraisal
  /** `path` names the field of the scheme; `sum` is what shares that should be 100 come to, percent. */
  SCHEME_INVALID: {
    path: string;
    rule:
      | 'empty'
      | 'too-many'
      | 'id'
      | 'twice'
      | 'share'
      | 'shares-not-100'
      | 'one-decimal'
      | 'out-of-range'
      | 'not-above-least'
      | 'two-points'
      | 'not-ascending'
      | 'turns'
      | 'above-worst'
      | 'two-grades'
      | 'border-missing'
      | 'last-has-no-border'
      | 'not-descending'
      | 'finer-than-displayed'
      | 'best-opens-plan'
      | 'better-opens-plan'
      | 'all-open-plan'
      | 'small-unit';
    sum?: number;
  };
  /** What a person would be scored by does not fit the scheme. */
  SCORE_INPUT_INVALID: {
    path: string;
    rule:
      | 'unknown-part'
      | 'twice'
      | 'other-kind'
      | 'empty'
      | 'too-many'
      | 'weight'
      | 'weights-not-100'
      | 'not-a-figure'
      | 'outside-scale'
      | 'scored-twice'
      | 'unknown-curve'
      | 'needs-table'
      | 'falling-table'
      | 'no-target'
      | 'target-above-zero';
  };
  CALIBRATION_REFUSED: {
    rule: 'locked' | 'own' | 'grade' | 'reason' | 'same-grade' | 'published' | 'empty' | 'not-locked';
  };
  /** In a unit that the shares bind, `count` people have the grade or a better one, and `most` may. */
  GRADES_OVER_QUOTA: { grade: string; count: number; most: number };
  APPEAL_REFUSED: { rule: 'version' | 'open' | 'decided' | 'text' | 'none' | 'own' | 'same-decider' };
  APPEAL_TOO_LATE: { lastDay: Day };
  BONUS_RULE_INVALID: {
    path: string;
    rule: 'too-many' | 'before-from' | 'overlaps' | 'empty' | 'twice' | 'out-of-range' | 'two-decimals';
  };

  // Administration
  /** Saved by somebody else in between. */
  VERSION_CONFLICT: { version: number };
  REPORT_EMPTY: Record<string, never>;
  /** A file of a report is not what was exported, or was exported before that could be told; `name` is the file's. */
  REPORT_UNVERIFIED: { name: string };

  // Data from outside
  /** The key is unknown or has ended, or the signature is not that of the request; the three are not told apart. */
  SIGNATURE_INVALID: Record<string, never>;
  /** `seconds`: how much the timestamp is behind the server's clock, negative if ahead; `limit`: how much it may be. */
  SIGNATURE_EXPIRED: { seconds: number; limit: number };
  /** The idempotency key was used for another body or resource. */
  IDEMPOTENCY_KEY_REUSED: Record<string, never>;
  /** The client may not set this KPI, or not in this cycle. `line` of the batch, from 1. */
  OUT_OF_SCOPE: { line: number };
  /** `line` of the batch, from 1. */
  VALUE_IN_FUTURE: { line: number };
  /** So many keys of a client are valid already. */
  KEY_LIMIT: { max: number };
}

export type ErrorCode = keyof ErrorData;

/** What the Mini Program adds by itself, when no answer of the server came. */
export type ClientErrorCode =
  | 'OFFLINE'
  | 'TIMEOUT'
  | 'CLOUD_UNAVAILABLE'
  /** For the administrator: the environment of `miniprogram/cloud-env.ts` is not there, or a function is not in it. */
  | 'CLOUD_NOT_SET_UP'
  | 'FUNCTION_MISSING';
