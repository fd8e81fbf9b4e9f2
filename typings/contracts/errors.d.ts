import type { Day, Instant, Metres, Month } from './common';
import type { ContributionKind, FundRate } from './insurance';
import type { BaseProblem } from './insurance-records';

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
  /** `unsettled`: nobody was employed before `from`, so that there is nothing to settle. `bonus`: no run pays one of the month. */
  MONTH_OUT_OF_RANGE: { from: string; to: string; rule?: 'unsettled' | 'bonus' };
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

  // Reviews
  /** `not-running`: the cycle is not open for it; `over`: the last day has passed; `sent`: the answer was handed in. */
  REVIEW_CLOSED: { rule: 'not-running' | 'over' | 'sent' };
  /** Peers of a person; `least` and `most` of the cycle. */
  PEERS_INVALID: {
    rule: 'repeated' | 'own' | 'other-relation' | 'too-few' | 'too-many' | 'removed' | 'unknown';
    least: number;
    most: number;
  };
  /** A code of customers that is wrong, used or over; the three are not told apart. */
  CUSTOMER_CODE_INVALID: Record<string, never>;
  CUSTOMERS_FULL: { most: number };
  /** An employee does not answer with the code of a customer. */
  CUSTOMERS_ONLY: Record<string, never>;
  /** Nothing was answered. */
  /** Nothing is answered; the first question, in both languages. */
  REVIEW_EMPTY: { itemZh: string; itemEn: string };

  // Goals
  /** The cycle is closed, or being closed, or has not begun. */
  CYCLE_NOT_RUNNING: { cycleId: string; state: string };
  CYCLE_EXISTS: { cycleId: string };
  /** Closing reviews of the cycle are taken on these days; they can be confirmed some days longer. */
  REVIEW_NOT_OPEN: { from: Day; to: Day };
  /** What is confirmed stays as it is. */
  /** `figures`: a check-in, a report or a value that would move what was scored. */
  REVIEW_CONFIRMED: { rule?: 'figures' };
  /** Goals whose closing review is handed in stay as they are scored. */
  REVIEW_HANDED_IN: Record<string, never>;
  /** The names of who pushed the objective: what was agreed is not changed by its owner alone. */
  OBJECTIVE_AGREED: { nameZh: string; nameEn: string };
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
  /** A pushed objective was confirmed or withdrawn meanwhile. */
  PROPOSAL_DECIDED: { rule: string };
  /** The same key was used before with other figures. */
  CHECK_IN_KEY_REUSED: Record<string, never>;
  /** A report of a day that is not in the cycle, not yet, or too long ago. */
  REPORT_DAY_INVALID: { from: Day; to: Day };
  // Appraisal
  /** `path` names the field of a cycle that is set up or amended; `sum` is what shares that should be 100 come to. */
  PLAN_INVALID: {
    path: string;
    rule:
      | 'unknown'
      | 'not-begun'
      | 'order'
      | 'past'
      | 'out-of-range'
      | 'below-threshold'
      | 'sections-not-100'
      | 'twice'
      | 'empty'
      | 'levels'
      | 'not-asked'
      | 'no-change'
      | 'not-employed';
    sum?: number;
  };
  /** The period has an appraisal already. */
  APPRAISAL_EXISTS: { cycleId: string };
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
  /** The cycle of appraisal is in another state than it would have to be. */
  APPRAISAL_STATE: { state: string };
  /** Boards of the cycle that are not locked. */
  BOARDS_OPEN: { count: number };
  CALIBRATION_REFUSED: {
    rule:
      | 'locked'
      | 'locked-above'
      | 'own'
      | 'close'
      | 'grade'
      | 'reason'
      | 'same-grade'
      | 'published'
      | 'empty'
      | 'not-locked';
  };
  /** Figures for an appraisal; `people` names the lines by employee number. */
  FIGURES_REFUSED: {
    rule: 'unknown' | 'own' | 'twice' | 'figure' | 'target' | 'future';
    people: string;
  };
  /** In a unit that the shares bind, `count` people have the grade or a better one, and `most` may. */
  GRADES_OVER_QUOTA: { grade: string; count: number; most: number };
  /**
   * `score`: the scheme gives no such score. `grade-reason`: the scheme gives another grade, `grade`, for the score, and nobody
   * has said why it is to be a different one.
   */
  APPEAL_REFUSED:
    | { rule: 'version' | 'open' | 'decided' | 'text' | 'none' | 'own' | 'close' | 'same-decider' }
    | { rule: 'score'; field: 'shown'; most: number; decimals: number }
    | { rule: 'grade-reason'; field: 'gradeReason'; grade: string };
  APPEAL_TOO_LATE: { lastDay: Day };
  /**
   * `unknown-grade`: no scheme has `grade`. `paid`: `month` is paid, and no run works it out again; the first day that is possible
   * is `first`.
   */
  BONUS_RULE_INVALID:
    | {
        path: string;
        rule:
          | 'no-rule'
          | 'too-many'
          | 'before-from'
          | 'overlaps'
          | 'empty'
          | 'twice'
          | 'out-of-range'
          | 'two-decimals';
      }
    | { path: string; rule: 'unknown-grade'; grade: string }
    | { path: string; rule: 'paid'; month: Month; first: Day };
  /** Grades are worth something else in these months, with commas, which are paid: the next run pays what differs. */
  BONUS_RULES_PAID: { months: string };

  // Improvement
  /**
   * `state`: not at this point of a plan. `own`: somebody else decides. `days`, `measure-days`: days are out of order, or measures
   * out of the plan's. `twice`: a measure is there twice. `measure-done`: it was done already. `no-measures`: nothing is
   * agreed yet. `reason`: an agreed plan changes with a reason. `figure`: at most four decimals, and a next goal that moves.
   * `no-figure`: the key result has none there. `no-metric`: the plan measures nothing.
   */
  PLAN_REFUSED:
    | { rule: 'days' | 'figure' | 'no-metric'; field: PlanField }
    | {
        rule:
          | 'state'
          | 'own'
          | 'measure-days'
          | 'twice'
          | 'measure-done'
          | 'no-measures'
          | 'reason'
          | 'no-figure'
          | 'full'
          | 'gone'
          | 'key-reused';
      };

  // Feedback
  /**
   * `own`: nobody writes to themselves. `gone`: the colleague is not employed. `day`, `person`: as many as one may write a day, or
   * to one colleague. `public`: only thanks may be for everybody. `topic`: a goal that is not the receiver's. `due`: a day
   * that is over or too far. `replied`, `planned`: the receiver has answered, or made a plan
   * of it, so that it stays.
   */
  FEEDBACK_REFUSED: {
    rule:
      | 'own'
      | 'gone'
      | 'day'
      | 'person'
      | 'public'
      | 'topic'
      | 'due'
      | 'state'
      | 'too-late'
      | 'replied'
      | 'planned'
      | 'full'
      | 'key-reused';
  };

  // Pay
  /** A day after the last one on which a rule of law is known to hold: nothing goes on silently. */
  PAY_RULE_ENDED: { id: string; source: string; until: Day };
  /** A day before the first one for which a rule is known; `from` is empty if none is. */
  PAY_RULE_MISSING: { id: string; from: Day | ''; rule?: 'no-supplementary' };
  /** The person's bonus of `day`, in the same tax year, was taxed by itself already. */
  BONUS_SEPARATE_USED: { day: Day };
  /** No local average wage of `year`, or of the year before it, is known by the day of payment. */
  LOCAL_AVERAGE_MISSING: { year: number };
  /** Why the allowance of the year may not be counted so. */
  ALLOWANCE_REFUSED: { rule: 'earlier-income' | 'months' | 'other-payer' | 'income' };
  /** The deduction is in another state, or the year cannot be confirmed now. */
  DEDUCTION_REFUSED: { rule: 'state' | 'accepted' | 'longer' | 'year' | 'key-reused' };
  /** What was taken over does not fit: months of another year or in the wrong order, or amounts below zero. */
  CARRY_IN_INVALID: { path: string; rule: 'year' | 'order' | 'kind' | 'pension-limit' };
  /** `month`: the first or the last one that the law allows; `max`: entries, or fen. */
  DEDUCTION_INVALID:
    | {
        path: string;
        rule:
          | 'before-year'
          | 'after-year'
          | 'before-from'
          /** What it rests on has not happened yet. */
          | 'future'
          | 'city'
          | 'rent-and-mortgage'
          | 'overlaps'
          | 'share-fixed';
      }
    | { path: string; rule: 'too-early' | 'too-late'; month: Month }
    | { path: string; rule: 'share' | 'too-many'; max: number };
  /** `field`: the insurance, or `insurance` for the base of all of them. */
  BASE_INVALID: { field: ContributionKind | 'insurance'; rule: 'negative' | 'too-large' | 'whole-fen' };
  /**
   * What HR enters of a city; `path` names the field. `assigned`: the agency assigns that rate, see the choice.
   * `twice`: two averages of one year; `year-not-over`: published before its year was over, or of a year that is not;
   * `published-late`: over two years after it; `monthly`: under the minimum wage, or that of a year.
   */
  INSURANCE_INVALID: {
    path: string;
    rule:
      | 'order'
      | 'below-floor'
      | 'before-from'
      | 'assigned'
      | 'twice'
      | 'year-not-over'
      | 'published-late'
      | 'monthly';
  };
  /**
   * A line of pasted bases, counted from 1: nobody has that number, it comes twice, left before, no rules of the city, a
   * month out of bounds, or an own percent of the fund that the city does not allow.
   */
  BASES_INVALID: Pick<BaseProblem, keyof BaseProblem>;
  /** Percent that the city does not allow for its fund. */
  RATE_OUT_OF_RANGE: {
    kind: ContributionKind;
    side?: keyof FundRate;
    percent: number;
    least: number;
    most: number;
  };
  /** Percent that is no whole multiple of what the city allows. */
  RATE_NOT_IN_STEPS: { kind: ContributionKind; side?: keyof FundRate; percent: number; step: number };

  // Administration
  /** Saved by somebody else in between. `base`: what is stored of the person of a line of pasted bases. */
  VERSION_CONFLICT: { version: number; rule?: 'base'; line?: number; employeeId?: string };
  REPORT_EMPTY: Record<string, never>;
  /** A file of a report is not what was exported, or was exported before that could be told; `name` is the file's. */
  REPORT_UNVERIFIED: { name: string };

  // The second check in front of pay
  /** It was not made, or too long ago, or as another WeChat user. */
  SECOND_CHECK_NEEDED: Record<string, never>;
  /** Nobody has set a pass, or it was reset. */
  PASS_UNSET: Record<string, never>;
  /** `left`: tries until the pass is locked for a while. */
  PASS_WRONG: { left: number };
  PASS_LOCKED: { retryAt: Instant };
  /** One of the passes that are tried first. */
  PASS_WEAK: Record<string, never>;
  /** WeChat did not confirm the fingerprint or face check. */
  PHONE_CHECK_FAILED: Record<string, never>;

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
  /** So many systems may set values already. */
  CLIENT_LIMIT: { max: number };

  // Pay
  /** A formula that cannot be saved: the item's id, where in the text (from 1), and the part of it that is meant. */
  PAY_FORMULA_INVALID: {
    item: string;
    rule:
      | 'syntax'
      | 'too-long'
      | 'too-deep'
      | 'number'
      | 'unknown-name'
      | 'unknown-function'
      | 'arguments'
      /** An amount where a condition belongs, or the other way round. */
      | 'kind';
    position: number;
    text: string;
  };
  /** A formula that has no result for this person. */
  PAY_FORMULA_FAILED: { item: string; rule: 'division' | 'too-large'; position: number };
  /** Items by their names, from one back to itself. */
  PAY_ITEM_LOOP: { chain: string };
  PAY_ITEM_INVALID: { item: string; rule: 'id' | 'reserved' | 'twice' | 'too-many' };
  /**
   * A line of a change of salaries, counted from 1. `field`: an item's id, or a field of the line. `waiting`: another change of
   * the salary waits. `too-early`: months that are final would get no difference; `day` is the first that may be. Of
   * `before-hire` and `left` it is the day on which the person has come or leaves; empty otherwise.
   */
  SALARY_INVALID: {
    line: number;
    employeeId: string;
    field: string;
    rule:
      | 'out-of-range'
      | 'too-many'
      | 'unknown-item'
      | 'unknown'
      | 'own'
      | 'twice'
      | 'waiting'
      | 'changed'
      | 'same'
      | 'before-hire'
      | 'left'
      | 'paid-off'
      | 'too-far'
      | 'too-early';
    day: Day | '';
  };
  PAY_RUN_REFUSED: {
    rule: /** The attendance of the month is not locked. */
      | 'attendance-open'
      /** The run of the month before is not locked. */
      | 'earlier-open'
      /** A later month has a run that is locked already. */
      | 'later-locked'
      | 'not-calculated'
      /** Somebody has no slip. */
      | 'blocked'
      /** The month before was locked again after this one was worked out. */
      | 'stale'
      /** A bonus, a leaving, a salary, a base or rate of insurance and fund, a pay item or what a grade is worth was entered since. */
      | 'changed'
      /** The caller has saved a pay item that pays otherwise in it. */
      | 'items-by-you'
      /** The caller has entered a bonus or a leaving that it pays. */
      | 'one-off-by-you'
      /** The caller has changed bases, percents or rates of insurance and fund that it takes off. */
      | 'bases-by-you'
      /** The caller has changed what grades are worth that it pays a bonus by. */
      | 'rates-by-you'
      | 'locked'
      | 'not-locked'
      /** Before the month or the payment before it, or half a year late. */
      | 'pay-day'
      /** Payroll has settled a difference of `count` people by itself, the first five named, which it would pay once more. */
      | 'settled-apart';
    month: string;
    count?: number;
    namesZh?: string;
    namesEn?: string;
  };
  /**
   * `no-grade`: no published grade of the period, or no rate of it. `no-rate`: the grade is worth nothing. `no-separate`: the
   * bonus cannot be taxed by itself. `not-leaving`: the person's last day is not in the month. `average-year`: an average is
   * of one of the two years before. `average`: it is out of these bounds, in fen a month.
   */
  ONE_OFF_REFUSED: {
    rule: 'no-grade' | 'no-rate' | 'no-separate' | 'not-leaving' | 'average-year' | 'average';
    least?: number;
    most?: number;
  };
  /** `over`: after the last day. `open`: a dispute of the line waits. `answered`: somebody else has answered it. */
  /** `recalled`: its month is worked out once more, which pays the difference. `unpublished`: the last run may pay it. */
  PAY_DISPUTE_REFUSED: {
    rule:
      | 'over'
      | 'open'
      | 'unknown-line'
      | 'answered'
      | 'too-many'
      | 'nothing-owed'
      | 'recalled'
      | 'unpublished';
  };
  /** `nothing-booked`: no voucher of an earlier version was exported, so that there is no difference to it. */
  PAY_FILE_REFUSED: { rule: 'not-locked' | 'no-payer' | 'nothing-booked'; month: string };
  /** Bank accounts were entered or changed after the lock; `accountsUntil` says that they were looked at. */
  PAY_FILE_ACCOUNTS: { count: number; at: Instant };
  /** It was exported before; `again` makes it once more. */
  PAY_FILE_EXPORTED: { by: string; at: Instant; count: number };
  /** There is nobody to be in it, or nothing has changed. */
  PAY_FILE_EMPTY: Record<string, never>;
  /** The file adds up to something else than the run: both in fen, or as numbers of people. */
  PAY_FILE_UNBALANCED: { rule: 'money' | 'people'; file: number; run: number };
  /** A line of a sheet that cannot be right. `line` from 1. */
  PAYEES_INVALID: {
    line: number;
    employeeId: string;
    rule: 'unknown' | 'own' | 'twice' | 'id-number' | 'phone' | 'account' | 'account-damaged' | 'bank';
  };
  /** No slip has this code and this net pay, or not any more; the three are not told apart. */
  PROOF_UNKNOWN: Record<string, never>;
  PROOF_LIMIT: { retryAt: Instant };
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

/** What of a plan, a report or a verdict is not right. */
export type PlanField = 'plan' | 'baseline' | 'target' | 'after' | 'peers' | 'next' | 'value';
