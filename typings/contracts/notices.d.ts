import type { Instant } from './common';
import type { InboxEntry, OfferedTemplates, TemplateUse } from './message';
import type { MyProfile } from './person';

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
