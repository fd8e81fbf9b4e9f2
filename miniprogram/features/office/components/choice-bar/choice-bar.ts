/** A few choices side by side, one of them on. */
Component({
  properties: {
    /** `{ id, text, on }[]` */
    items: { type: Array, value: [] },
    label: { type: String, value: '' },
  },
  methods: {
    onPick(event: WechatMiniprogram.TouchEvent<never, never, { id: string }>) {
      this.triggerEvent('pick', { id: event.currentTarget.dataset.id });
    },
  },
});
