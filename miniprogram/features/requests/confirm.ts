import { words } from '../../services/language';

/** Asks before something that cannot simply be taken back. `ok`: at most four Chinese characters. */
export async function isConfirmed(question: {
  title: string;
  content: string;
  ok: string;
}): Promise<boolean> {
  const { confirm } = await wx.showModal({
    title: question.title,
    content: question.content,
    confirmText: question.ok,
    cancelText: words().t('common.cancel'),
  });
  return confirm;
}
