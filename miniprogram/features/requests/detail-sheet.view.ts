import type { Day } from '#contracts/common';
import type { RequestDetail } from '#contracts/request';
import type { Words } from '../../locales/words';
import { addDays, dayText } from '../../utils/dates';

/** The bottom sheet: further actions, or the comment of an action. */
export function sheetView(
  sheet: Sheet | null,
  { detail, backOn }: { readonly detail: RequestDetail | null; readonly backOn: Day | null },
  words: Words,
) {
  const titles = {
    approve: words.t('pending.more.approve'),
    reject: words.t('pending.rejectTitle'),
    return: words.t('detail.returnTitle'),
    cancel: words.t('detail.cancelTitle'),
    shorten: words.t('detail.shortenTitle'),
    more: words.t('detail.more'),
  };
  const oks = {
    approve: words.t('pending.approve'),
    reject: words.t('pending.rejectOk'),
    return: words.t('detail.return'),
    cancel: words.t('detail.cancel'),
    shorten: words.t('detail.shorten'),
    more: '',
  };
  return {
    up: sheet === null ? ('none' as const) : sheet === 'more' ? ('more' as const) : ('comment' as const),
    title: sheet ? titles[sheet] : '',
    ok: sheet ? oks[sheet] : '',
    tone: sheet === 'reject' ? ('danger' as const) : ('primary' as const),
    back: sheet === 'shorten' ? backView(detail?.period ?? null, backOn, words) : null,
    // The approver of the cancellation sees the reason.
    required: sheet === 'cancel' || sheet === 'shorten',
    placeholder: words.t(
      sheet === 'cancel'
        ? 'detail.cancelPlaceholder'
        : sheet === 'shorten'
          ? 'detail.shortenPlaceholder'
          : 'detail.commentPlaceholder',
    ),
  };
}

/** The proposed first workday: today during the absence, otherwise its second day. */
export function firstBackOn(period: RequestDetail['period'], today: Day): Day | null {
  if (!period || period.unit === 'hour') return null;
  const first = addDays(period.from, 1);
  return first < today && today <= period.to ? today : first;
}

function backView(period: RequestDetail['period'], backOn: Day | null, words: Words) {
  if (!period || period.unit === 'hour' || backOn === null) return null;
  return {
    label: words.t('detail.shortenFrom'),
    day: backOn,
    text: dayText(backOn, words),
    first: addDays(period.from, 1),
    last: period.to,
  };
}

/** What a sheet asks for before an action is sent. */
export type Sheet = 'approve' | 'reject' | 'return' | 'cancel' | 'shorten' | 'more';
