/** Hides the page in the list of apps, and where WeChat can in screenshots and recordings; the base library has it since 2.33. */
export function hidePay(): void {
  wx.setVisualEffectOnCapture?.({ visualEffect: 'hidden' });
}

/** Shows what follows again. */
export function showPay(): void {
  wx.setVisualEffectOnCapture?.({ visualEffect: 'none' });
}
