/** Larger texts would not leave room for a name and its figure on the smallest phones. */
const MAX_SCALE = 1.4;

/**
 * The style of every page, for its `page-meta`: texts in the size that the person has set in WeChat, which scales nothing by
 * itself.
 */
export function pageLook(): string {
  const { fontSizeScaleFactor = 1 } = wx.getAppBaseInfo();
  const scale = Math.min(MAX_SCALE, Math.max(1, fontSizeScaleFactor));
  return `--font-scale: ${Math.round(scale * 100) / 100}`;
}
