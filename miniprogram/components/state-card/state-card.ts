/** What a screen shows instead of content: nothing there yet, or a failure and the way on. */
Component({
  properties: {
    /** empty, error */
    kind: { type: String, value: 'empty' },
    title: { type: String, value: '' },
    text: { type: String, value: '' },
    action: { type: String, value: '' },
  },
  methods: {
    onAction() {
      this.triggerEvent('action');
    },
  },
});
