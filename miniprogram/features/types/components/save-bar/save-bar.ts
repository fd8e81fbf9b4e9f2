/** The save bar of an editor: the button, or why it is disabled. Events: `save`, `reload`. */
Component({
  properties: {
    bar: {
      type: Object,
      value: { text: '', ready: false, busy: false, error: '', reload: '', hint: '' },
    },
  },
  methods: {
    onSave() {
      this.triggerEvent('save');
    },
    onReload() {
      this.triggerEvent('reload');
    },
  },
});
