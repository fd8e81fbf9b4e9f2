import type { Words } from '../../locales/words';

/** The bottom sheet: further actions, or the comment of an action. */
export function sheetView(sheet: Sheet | null, words: Words) {
  const titles = {
    approve: words.t('pending.more.approve'),
    reject: words.t('pending.rejectTitle'),
    return: words.t('detail.returnTitle'),
    cancel: words.t('detail.cancelTitle'),
    more: words.t('detail.more'),
  };
  const oks = {
    approve: words.t('pending.approve'),
    reject: words.t('pending.rejectOk'),
    return: words.t('detail.return'),
    cancel: words.t('detail.cancel'),
    more: '',
  };
  return {
    up: sheet === null ? ('none' as const) : sheet === 'more' ? ('more' as const) : ('comment' as const),
    title: sheet ? titles[sheet] : '',
    ok: sheet ? oks[sheet] : '',
    tone: sheet === 'reject' ? ('danger' as const) : ('primary' as const),
    // The approver of the cancellation sees the reason.
    required: sheet === 'cancel',
    placeholder: words.t(sheet === 'cancel' ? 'detail.cancelPlaceholder' : 'detail.commentPlaceholder'),
  };
}

/** What a sheet asks for before an action is sent. */
export type Sheet = 'approve' | 'reject' | 'return' | 'cancel' | 'more';
