import type { Minutes } from '#contracts/common';
import { placeOfPunch } from '../../components/timeline/timeline.view';
import { errorText } from '../../locales/error-text';
import type { Words } from '../../locales/words';
import { timeOf } from '../../utils/dates';
import { mayFieldPunch, type TodayModel, waitingPunches } from './today.model';

export interface MessagesView {
  readonly done: {
    readonly show: boolean;
    readonly tone: 'ok' | 'wait';
    readonly text: string;
    readonly detail: string;
  };
  readonly notice: { readonly tone: string; readonly text: string; readonly action: string };
  readonly refused: readonly {
    readonly key: string;
    readonly title: string;
    readonly text: string;
    readonly field: boolean;
    readonly scan: boolean;
    /** Its texts were refused and can be revised. */
    readonly words: boolean;
  }[];
}

/** Result of the last tap: booked, or stored on the phone. */
function doneOf(model: TodayModel, offset: Minutes, words: Words): MessagesView['done'] {
  const { booked } = model;
  if (!booked) return savedOf(model, offset, words);
  const { punch, already } = booked;
  const text = words.t(already ? 'today.doneBefore' : 'today.done', { time: timeOf(punch.at, offset) });
  return { show: true, tone: 'ok', text, detail: placeOfPunch(punch, offset, words) };
}

function savedOf(model: TodayModel, offset: Minutes, words: Words): MessagesView['done'] {
  const last = waitingPunches(model).slice(-1)[0];
  if (!last || model.phase !== 'idle') return { show: false, tone: 'wait', text: '', detail: '' };
  const time = timeOf(last.tappedAt, offset);
  return {
    show: true,
    tone: 'wait',
    text: words.t(model.online ? 'queue.sending' : 'queue.saved', { time }),
    detail: last.mode === 'code' ? words.t('doors.codeWaits') : '',
  };
}

function noticeOf(model: TodayModel, words: Words): MessagesView['notice'] {
  if (!model.online) return { tone: 'warn', text: words.t('offline.banner'), action: '' };
  if (!model.failure) return { tone: '', text: '', action: '' };
  const text = model.today ? words.t('today.oldData') : errorText(model.failure, words);
  return { tone: 'warn', text, action: words.t('common.retry') };
}

/** Refusals after which a field punch is offered. */
const FIELD_PUNCH_HELPS: ReadonlySet<string> = new Set([
  'OUTSIDE_FENCE',
  'BEACON_NOT_FOUND',
  'WIFI_NOT_ACCEPTED',
]);

function refusedOf(model: TodayModel, offset: Minutes, words: Words): MessagesView['refused'] {
  return model.queue.flatMap(({ punchKey, tappedAt, mode, failure }) =>
    failure
      ? [
          {
            key: punchKey,
            title: words.t('queue.failedTitle', { time: timeOf(tappedAt, offset) }),
            text: errorText(failure, words, offset),
            field: FIELD_PUNCH_HELPS.has(failure.code) && mode !== 'field' && mayFieldPunch(model),
            scan: mode === 'code' && failure.code === 'SITE_CODE_INVALID',
            words: failure.code === 'TEXT_REFUSED',
          },
        ]
      : [],
  );
}

/** Messages about the last tap, the network and refused punches. */
export const messagesView = (model: TodayModel, offset: Minutes, words: Words): MessagesView => ({
  done: doneOf(model, offset, words),
  notice: noticeOf(model, words),
  refused: refusedOf(model, offset, words),
});
