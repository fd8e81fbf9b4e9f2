/** What stands below an editor: why it cannot be saved, or the button that does. Tells `save` and `reload`. */
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
