import type { Minutes, Month } from '#contracts/common';
import type { InboxEntry } from '#contracts/message';
import { errorText } from '../../../../locales/error-text';
import type { Words } from '../../../../locales/words';
import type { Failure } from '../../../../services/client-error';
import { instantText } from '../../../../utils/dates';
import { messageDetail, messageReason, messageTitle } from '../../message-text';

export interface InboxModel {
  /** Null until the first page has come. */
  readonly items: readonly InboxEntry[] | null;
  readonly next: string | null;
  readonly failure: Failure | null;
  readonly online: boolean;
  /** Cursor of the next page. */
  readonly more: 'idle' | 'loading' | 'failed';
  /** Whether WeChat's consent can be asked for. */
  readonly canAsk: boolean;
  readonly utcOffset: Minutes;
}

export interface InboxRow {
  readonly id: string;
  readonly title: string;
  readonly detail: string;
  readonly reason: string;
  readonly handled: boolean;
  readonly time: string;
  readonly unread: boolean;
  /** For screen readers. */
  readonly label: string;
  /** The request, the locked month or the page that a tap opens, or empty. */
  readonly opens: string;
}

export interface InboxView {
  readonly mode: 'loading' | 'error' | 'empty' | 'ready';
  readonly error: string;
  readonly notice: string;
  readonly rows: readonly InboxRow[];
  readonly more: 'none' | 'loading' | 'failed';
  readonly canAsk: boolean;
  readonly text: Readonly<Record<string, string>>;
}

const ABOUT_OBJECTIVES: ReadonlySet<InboxEntry['event']> = new Set([
  ...([
    'goal.amended',
    'goal.dropped',
    'goal.push-amended',
    'goal.push-dropped',
    'goal.gave-way',
    'goal.align-accepted',
    'goal.align-declined',
    'goal.align-lost',
  ] as const),
]);

/** What a tap opens: a request, a month, the sheet of a closing review, or a page that the message is about. */
const opensOf = ({ event, aboutId }: InboxEntry): string => {
  const page = PAGES[event];
  if (page) return page;
  // What was agreed waits for nobody, and is in no list of pushed goals of its owner.
  if (ABOUT_OBJECTIVES.has(event)) return aboutId ? `${OBJECTIVE}${aboutId}` : '';
  if (event === 'goal.quiet' || event === 'goal.quiet-below') return `${SHEET}${aboutId}`;
  if (event.startsWith('goal.')) return PUSHED_GOALS;
  if (event.startsWith('plan.')) return `${PLAN}${aboutId}`;
  if (event.startsWith('feedback.')) return `${FEEDBACK}${aboutId}`;
  if (event.startsWith('deduction.')) return DEDUCTIONS;
  if (event.startsWith('payslip.')) return `${PAYSLIP}${aboutId}`;
  if (event === 'pay.to-lock' || event === 'pay.to-publish') return `${PAY_RUN}${aboutId}`;
  if (event.startsWith('review.')) return REVIEWS;
  return /^(appraisal|request|month|picture|goal-review)[.]/.test(event) ? (aboutId ?? '') : '';
};

function rowOf(entry: InboxEntry, utcOffset: Minutes, words: Words): InboxRow {
  const title = messageTitle(entry, words);
  const time = instantText(entry.at, utcOffset, words);
  const label = words.t('inbox.label', { title, time });
  return {
    id: entry.id,
    title,
    detail: messageDetail(entry, words),
    reason: messageReason(entry, words),
    handled: entry.handled,
    time,
    unread: !entry.read,
    label: entry.read ? label : [words.t('inbox.unread'), label].join(words.t('common.separator')),
    opens: opensOf(entry),
  };
}

function modeOf({ items, failure }: InboxModel): InboxView['mode'] {
  if (items) return items.length > 0 ? 'ready' : 'empty';
  return failure ? 'error' : 'loading';
}

/** Old messages are shown as such: without a network, or when the refresh failed. */
function noticeOf({ items, online, failure }: InboxModel, words: Words): string {
  if (!items) return '';
  if (!online) return words.t('offline.reading');
  return failure ? errorText(failure, words) : '';
}

const moreOf = ({ more }: InboxModel): InboxView['more'] => (more === 'idle' ? 'none' : more);

/** The inbox. */
export const inboxView = (model: InboxModel, words: Words): InboxView => ({
  mode: modeOf(model),
  error: model.failure && !model.items ? errorText(model.failure, words) : '',
  notice: noticeOf(model, words),
  rows: (model.items ?? []).map((entry) => rowOf(entry, model.utcOffset, words)),
  more: moreOf(model),
  canAsk: model.canAsk && model.items !== null,
  text: {
    ask: words.t('inbox.ask'),
    allow: words.t('inbox.allow'),
    empty: words.t('inbox.empty'),
    emptyText: words.t('inbox.emptyText'),
    emptyAction: words.t('inbox.emptyAction'),
    loadFailed: words.t('inbox.loadFailed'),
    moreFailed: words.t('inbox.moreFailed'),
    loadingMore: words.t('inbox.loadingMore'),
    retry: words.t('common.retry'),
  },
});

/** What a message opens that is about the data to mend. */
export const DATA_FAULTS = 'data-faults';
export const APPEALS = 'appeals';
/** Whom the reader is asked about. */
export const REVIEWS = 'reviews';
/** One's own tax deductions. */
export const DEDUCTIONS = 'deductions';
/** Disputes of payslips that payroll answers. */
export const PAY_DISPUTES = 'pay-disputes';
/** Who has read or changed one's own data. */
export const READERS = 'readers';
/** What a message opens that is about an own payslip, or about the run of a month: this, and the month. */
export const PAYSLIP = 'payslip/';
export const PAY_RUN = 'pay-run/';
export const PUSHED_GOALS = 'pushed-goals';
/** What the company's appraisals are at. */
export const APPRAISALS = 'appraisals';

/** What a message opens that is about somebody's goals: this, and their sheet. */
export const SHEET = 'sheet/';

/** What a message opens that is about an objective: this, its sheet and its id. */
export const OBJECTIVE = 'objective/';

/** What a message opens that is about a plan: this, and its id. */
export const PLAN = 'plan/';

/** What a message opens that is about feedback: this, and the id of the note. */
export const FEEDBACK = 'feedback/';

/** Whether what a message opens is a month. */
export const isMonth = (opens: string): opens is Month => /^\d{4}-\d{2}$/.test(opens);

/** Of what a tap opens a page that needs nothing of the message. Of a cycle there is one page to answer appeals. */
const PAGES: Partial<Readonly<Record<InboxEntry['event'], string>>> = {
  'data.faults': DATA_FAULTS,
  'pay.disputed': PAY_DISPUTES,
  'pay.account-changed': READERS,
  'appraisal.started': APPRAISALS,
  'appraisal.late': APPRAISALS,
  'appraisal.appealed': APPEALS,
};
