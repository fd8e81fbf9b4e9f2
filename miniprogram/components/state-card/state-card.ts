/** What a screen shows instead of content: nothing there yet, or a failure and the way on. */
Component({
  properties: {
    /** empty, error */
    kind: { type: String, value: 'empty' },
    title: { type: String, value: '' },
    text: { type: String, value: '' },
    action: { type: String, value: '' },
    /** Label of the way back, instead of the title and the action: the person may not see this page. */
    back: { type: String, value: '' },
  },
  methods: {
    onAction() {
      this.triggerEvent('action');
    },
    onBack() {
      // The page may be the first one, when it was opened by a link.
      wx.navigateBack({ fail: () => wx.switchTab({ url: '/pages/today/today' }) });
    },
  },
});
