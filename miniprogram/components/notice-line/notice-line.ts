/** One quiet line above the content: what is the matter and, if there is one, what to do. */
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
