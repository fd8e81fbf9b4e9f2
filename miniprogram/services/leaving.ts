import { words } from './language';

/**
 * Enables WeChat's confirmation before leaving a page with unsaved changes. Idempotent; each page has its own message.
 */
export function guardLeaving(hasUnsaved: boolean, message: string): void {
  const fail = () => undefined;
  if (hasUnsaved) wx.enableAlertBeforeUnload({ message, fail });
  else wx.disableAlertBeforeUnload({ fail });
}

/** Asks whether to discard changes. True without asking if there are none. */
export async function confirmDiscard(changes: string): Promise<boolean> {
  if (changes === '') return true;
  const { confirm } = await wx.showModal({
    content: words().t('leaving.discardAsk', { changes }),
    confirmText: words().t('leaving.discard'),
    cancelText: words().t('common.cancel'),
  });
  return confirm;
}
