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
  | 'handover.assigned' // { applicant, lastDay }
  | 'comp-time.expiring' // { minutes, day }
  | 'attendance.flagged' // { day, count }
  | 'picture.hidden-own' // { type, title, applicant }  to whoever handed in a picture that WeChat refused
  | 'picture.hidden-unused' // nothing; the same, of a picture in no request yet
  | 'picture.hidden' // { type, title, applicant }  to whoever decides or has decided about it
  | 'picture.unchecked' // { day }  to HR and administrators: WeChat has not answered about pictures
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
