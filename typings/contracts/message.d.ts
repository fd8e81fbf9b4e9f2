import type { Instant, LocalText } from './common';
import type { Period } from './form';

/** What happened; words in the locale files under `messages.<event>`. */
export type MessageEvent =
  | 'request.waiting' // { type, applicant, title }  to the approver
  | 'request.urged' // the same
  | 'request.escalated' // the same, and { from }
  | 'request.approved' // { type, title }  to the applicant
  | 'request.rejected' // the same, and { comment } if there was one
  | 'request.returned'
  | 'request.cc' // { type, applicant, title }
  | 'request.cancelled'
  | 'request.recounted' // { title, count, outcome, before, after, cause, overtime }  to the applicant
  | 'change.open' // { cause, count }  to HR
  | 'person.changed' // { person, what }  to the person and their managers
  | 'person.office-bound' // { name }  to HR and administrators
  | 'data.faults' // { count }  to HR and administrators, once a day at most
  | 'own.shift' // { name, title }  to the office, of who changed the shift that they work themselves
  | 'own.site' // the same
  | 'own.calendar' // { name, year }
  | 'appraisal.started' // { title, day }  to everybody who is appraised; the last day for answers
  | 'appraisal.late' // { title, count, day }  to who still owes answers, peers or confirmations
  | 'review.asked' // { title, day }  to who rates: that there are reviews to write, never about whom
  | 'review.reopened' // the same, to who has not answered about somebody: they may until `day`
  | 'handover.assigned' // { applicant, lastDay }
  | 'goal.pushed' // { name, title, deadline }  to the owner; `name` did it
  | 'goal.changed' // the same: pushed again, changed
  | 'goal.countered' // { name, title, comment }  to who pushed it
  | 'goal.confirmed' // { name, title }
  | 'goal.accepted' // { name, title }  to the owner
  | 'goal.withdrawn' // { name, title, comment }
  | 'goal.amended' // { name, title, comment }  to the owner: what was agreed was changed by somebody above
  | 'goal.dropped' // the same
  | 'goal.push-amended' // { name, title, owner, comment }  to who pushed it: `name`, who is above as well, has changed what was agreed
  | 'goal.push-dropped' // the same
  | 'goal.gave-way' // { owner, title, other, before, after }  to who pushed it: it weighs less beside another one that was agreed
  | 'goal.align-asked' // { name, title, above }  to who answers for `above`: the objective of `name` is to count for it
  | 'goal.align-accepted' // { name, title, above, comment }  to whose objective it is
  | 'goal.align-declined' // the same
  | 'goal.align-lost' // { name, title }  to those whose objectives counted for it: it does not count any more
  | 'goal.quiet' // { count, days }  to the owner: key results that nobody has reported on for as many workdays
  | 'goal.quiet-below' // the same, { name } of somebody below the reader
  | 'goal.unconfirmed' // { name, title, deadline }  to the owner, or who has to answer a counter-proposal
  | 'goal.unconfirmed-below' // the same, of somebody below the reader
  | 'comp-time.expiring' // { minutes, day }
  | 'attendance.flagged' // { day, count }
  | 'picture.hidden-own' // { type, title, applicant }  to whoever handed in a picture that WeChat refused
  | 'picture.hidden-unused' // nothing; the same, of a picture in no request yet
  | 'picture.hidden-goal' // nothing; the same, of a picture of a check-in or daily report
  | 'picture.hidden' // { type, title, applicant }  to whoever decides or has decided about it
  | 'picture.unchecked' // { day }  to HR and administrators: WeChat has not answered about pictures
  | 'appraisal.published' // { title }  to whom it is about: never a score or a grade
  | 'appraisal.appealed' // { title, person }  to who may decide it, without its text
  | 'appraisal.answered' // { title }  to who appealed
  | 'goal-review.handed-in' // { name, cycle }  to who confirms the closing review of goals
  | 'goal-review.confirmed' // the same, to whose it is
  | 'plan.opened' // { name, title }  to the person and their manager: an appraisal asks for it
  | 'plan.written' // the same, to the other one: there is something to agree
  | 'plan.agreed' // the same, to the other one
  | 'plan.changed'
  | 'plan.decided' // to the person
  | 'plan.dropped'
  | 'feedback.given' // { name }  to the receiver
  | 'feedback.praised' // the same
  | 'feedback.asked' // { name, day }  to who is asked
  | 'feedback.answered' // { name }  to who asked
  | 'feedback.declined' // the same
  | 'feedback.replied' // { name }  to the giver
  | 'payslip.published' // { month, title }  to whose slip it is; never an amount
  | 'payslip.corrected' // the same: published once more after a recall
  | 'payslip.unconfirmed' // the same, and { day }: the last day to confirm
  | 'payslip.answered' // { month, title }  to who has disputed a line
  | 'pay.disputed' // { month, title, name }  to payroll: who disputes a line, without the line and the words
  | 'pay.to-lock' // the same, to payroll but for who has calculated the run: `name` did
  | 'pay.to-publish' // the same, to payroll but for who has locked it: `name` did
  | 'pay.account-changed' // nothing: neither the account nor who; to whose account it is
  | 'pay.pass-reset' // { name }  to whose passcode it was: who reset it
  | 'deduction.accepted' // nothing: what it is about stays on its page
  | 'deduction.returned' // the same
  | 'month.unlock-asked' // { month, name }  to those who can confirm it
  | 'month.unlock-refused' // the same, to who asked
  | 'month.unlocked';

/** An entry of the in-app inbox. */
export interface InboxEntry {
  readonly id: string;
  readonly event: MessageEvent;
  readonly data: Readonly<Record<string, string | number | LocalText>>;
  /** The request (or other document) it is about. */
  readonly aboutId: string | null;
  /** Of the request. */
  readonly period: Period | null;
  /** It asked for a decision that is not the reader's to take any more. */
  readonly handled: boolean;
  readonly at: Instant;
  readonly read: boolean;
}

/** Templates of subscribe messages, by what they tell. The ids are set per environment. */
export type TemplateUse = 'result' | 'waiting';

/** Ids of the templates that this environment has. */
export type OfferedTemplates = Readonly<Partial<Record<TemplateUse, string>>>;
