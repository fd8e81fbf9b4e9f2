import { words } from '../../services/language';

/** Tells that an editor's draft is saved, and as which version. */
export function showSaved(version: number): void {
  wx.showToast({ title: words().t('edit.saved', { version }), icon: 'none' });
}
