import type { RequestDetail } from '#contracts/request';
import type { Words } from '../../locales/words';
import { addDays, dayText } from '../../utils/dates';
import { wallClock } from '../../utils/wall-clock';
import { type Absence, type Back, waysOn } from './back-early.model';

/** The bottom sheet: further actions, or the comment of an action. */
export function sheetView(
  sheet: Sheet | null,
  { detail, back }: { readonly detail: RequestDetail | null; readonly back: Back | null },
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
    subject: sheet ?? '',
    title: sheet ? titles[sheet] : '',
    ok: sheet ? oks[sheet] : '',
    tone: sheet === 'reject' ? ('danger' as const) : ('primary' as const),
    back: sheet === 'shorten' ? backView(detail, back, words) : null,
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

/** When somebody is back: a day with its halves, or a time. */
function backView(detail: Absence | null, back: Back | null, words: Words) {
  if (!detail?.period || back === null) return null;
  const { period, wholeDays } = detail;
  const label = words.t('detail.shortenFrom');
  if (period.unit === 'hour') {
    const time = wallClock(typeof back.at === 'number' ? back.at : period.end);
    const [first, last] = [wallClock(period.start + 1), wallClock(period.end - 1)];
    return { label, mode: 'time' as const, value: time, text: time, first, last, halves: [] };
  }
  const { whole, noon } = waysOn(period, back.on, wholeDays);
  const halves = [
    ...(whole ? [{ id: 'whole', text: words.t('detail.backWhole'), on: back.at === undefined }] : []),
    ...(noon ? [{ id: 'noon', text: words.t('detail.backNoon'), on: back.at === 'noon' }] : []),
  ];
  return {
    label,
    mode: 'date' as const,
    value: back.on,
    text: dayText(back.on, words),
    first: waysOn(period, period.from, wholeDays).noon ? period.from : addDays(period.from, 1),
    last: period.to,
    halves,
  };
}

/** What a sheet asks for before an action is sent. */
export type Sheet = 'approve' | 'reject' | 'return' | 'cancel' | 'shorten' | 'more';
