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

/** What a tap opens: a request, a month, or the page of data to mend. */
const opensOf = ({ event, aboutId }: InboxEntry): string => {
  if (event === 'data.faults') return DATA_FAULTS;
  return /^(request|month|picture)[.]/.test(event) ? (aboutId ?? '') : '';
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

/** Whether what a message opens is a month. */
export const isMonth = (opens: string): opens is Month => /^\d{4}-\d{2}$/.test(opens);
