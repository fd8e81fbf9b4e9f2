/** Shown instead of content: an empty state, or a failure with an action. */
Component({
  properties: {
    /** empty, error */
    kind: { type: String, value: 'empty' },
    /** What is missing, as an outline: tray, paper, check, copies, search, bell and so on. */
    picture: { type: String, value: 'paper' },
    title: { type: String, value: '' },
    text: { type: String, value: '' },
    action: { type: String, value: '' },
    /** Label of the back button, shown instead of title and action if access is forbidden. */
    back: { type: String, value: '' },
  },
  methods: {
    onAction() {
      this.triggerEvent('action');
    },
    onBack() {
      // A page opened by a link has no page to go back to.
      wx.navigateBack({ fail: () => wx.switchTab({ url: '/pages/today/today' }) });
    },
  },
});
