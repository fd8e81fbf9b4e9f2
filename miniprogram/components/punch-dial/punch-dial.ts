/** The round punch button, large while a punch is due; its title says what a tap will do. */
Component({
  properties: {
    title: { type: String, value: '' },
    clock: { type: String, value: '' },
    hint: { type: String, value: '' },
    label: { type: String, value: '' },
    /** primary, field, quiet */
    tone: { type: String, value: 'primary' },
    small: { type: Boolean, value: false },
    busy: { type: Boolean, value: false },
  },
  methods: {
    onTap() {
      if (!this.data.busy) this.triggerEvent('press');
    },
  },
});
