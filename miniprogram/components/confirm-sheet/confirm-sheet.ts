/**
 * Bottom sheet that asks whether to go on, instead of WeChat's dialog where the answer asks for consent to a message: `ok`
 * comes during the tap, in which alone WeChat opens its sheet, so that who cancels has consented to nothing.
 */
Component({
  properties: {
    show: { type: Boolean, value: false },
    question: { type: String, value: '' },
    ok: { type: String, value: '' },
    cancel: { type: String, value: '' },
  },
  methods: {
    onOk() {
      this.triggerEvent('ok');
    },
    onClose() {
      this.triggerEvent('close');
    },
  },
});
