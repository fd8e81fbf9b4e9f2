import { words } from './language';

/**
 * While there is something to lose, WeChat asks before the page is left. Called as often as a page likes: each page
 * has its own question.
 */
export function guardLeaving(hasUnsaved: boolean, message: string): void {
  const fail = () => undefined;
  if (hasUnsaved) wx.enableAlertBeforeUnload({ message, fail });
  else wx.disableAlertBeforeUnload({ fail });
}

/** Asks before changes are given up; without any there is nothing to ask. */
export async function confirmDiscard(changes: string): Promise<boolean> {
  if (changes === '') return true;
  const { confirm } = await wx.showModal({
    content: words().t('leaving.discardAsk', { changes }),
    confirmText: words().t('leaving.discard'),
    cancelText: words().t('common.cancel'),
  });
  return confirm;
}
