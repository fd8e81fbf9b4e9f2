import type { Instant, LocalText } from './common';
import type { MyProfile } from './people';

/** What happened; words in the locale files under `messages.<event>`. */
export type MessageEvent =
  | 'request.waiting' // { type, applicant, title }  to the approver
  | 'request.urged' // the same
  | 'request.escalated' // the same, and { from }
  | 'request.approved' // { type, title }  to the applicant
  | 'request.rejected'
  | 'request.returned'
  | 'request.cc' // { type, applicant, title }
  | 'request.cancelled'
  | 'handover.assigned' // { applicant, lastDay }
  | 'comp-time.expiring' // { minutes, day }
  | 'attendance.flagged'; // { day }

/** An entry of the in-app inbox. */
export interface InboxEntry {
  readonly id: string;
  readonly event: MessageEvent;
  readonly data: Readonly<Record<string, string | number | LocalText>>;
  /** The request (or other document) it is about. */
  readonly aboutId: string | null;
  readonly at: Instant;
  readonly read: boolean;
}

/** Templates of subscribe messages, by what they tell. The ids are set per environment. */
export type TemplateUse = 'result' | 'waiting';

/** Ids of the templates that this environment has. */
export type OfferedTemplates = Readonly<Partial<Record<TemplateUse, string>>>;

export interface NoticesContract {
  /** What the page Me shows, in one call. Unbound is the error NOT_BOUND. `templates` as below. */
  me: {
    input: Record<string, never>;
    output: {
      readonly me: MyProfile;
      readonly unread: number;
      readonly templates: OfferedTemplates;
    };
  };
  /** Newest first. `templates`: what the person can be asked to allow inside a tap. */
  inbox: {
    input: { cursor?: string };
    output: {
      readonly items: readonly InboxEntry[];
      readonly next: string | null;
      readonly unread: number;
      readonly templates: OfferedTemplates;
    };
  };
  /** Everything up to and including this instant is read. */
  markRead: { input: { until: Instant }; output: { readonly unread: number } };
  /** Counts what WeChat's consent sheet answered: one `accept` is one message that may be sent. */
  countConsent: {
    input: { key: string; accepted: readonly TemplateUse[] };
    output: { readonly credits: Readonly<Record<TemplateUse, number>> };
  };
  templates: {
    input: { readonly [none: string]: never };
    output: { readonly templates: OfferedTemplates };
  };
}
