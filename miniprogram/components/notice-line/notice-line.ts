/** One-line notice above the content, with an optional action. */
Component({
  properties: {
    /** info, warn, bad */
    tone: { type: String, value: 'info' },
    text: { type: String, value: '' },
    action: { type: String, value: '' },
  },
  methods: {
    onAction() {
      this.triggerEvent('action');
    },
  },
});
