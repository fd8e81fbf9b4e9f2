import type { Minutes } from '#contracts/common';
import { errorText } from '../../locales/error-text';
import type { Words } from '../../locales/words';
import type { QueuedPunch } from '../../services/punch-queue';
import { timeOf } from '../../utils/dates';
import { type BookedView, bookedView, notBooked } from './booked.view';
import { lacksCheck } from './evidence';
import { mayFieldPunch, type TodayModel, waitingPunches } from './today.model';

export interface MessagesView {
  readonly done: BookedView;
  readonly notice: { readonly tone: string; readonly text: string; readonly action: string };
  readonly refused: readonly {
    readonly key: string;
    readonly title: string;
    readonly text: string;
    readonly field: boolean;
    readonly scan: boolean;
    /** Its site requires a check on the phone. */
    readonly check: boolean;
    /** Its texts were refused and can be revised. */
    readonly words: boolean;
  }[];
}

/** Result of the last tap: stored on the phone, or booked. */
function doneOf(model: TodayModel, offset: Minutes, words: Words): BookedView {
  if (model.booked) return bookedView(model, offset, words);
  const last = waitingPunches(model).slice(-1)[0];
  if (!last || model.phase !== 'idle') return last ? notBooked : bookedView(model, offset, words);
  const time = timeOf(last.tappedAt, offset);
  return {
    ...notBooked,
    show: true,
    text: words.t(model.online ? 'queue.sending' : 'queue.saved', { time }),
    detail: waitsFor(last, model, words),
  };
}

/** What a punch on the phone may still lack when it is sent. */
function waitsFor(punch: QueuedPunch, model: TodayModel, words: Words): string {
  if (lacksCheck(model, punch)) return words.t('doors.checkWaits');
  return punch.mode === 'code' ? words.t('doors.codeWaits') : '';
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
  'BIOMETRIC_REQUIRED',
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
            check: failure.code === 'BIOMETRIC_REQUIRED',
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
