/** Pushed goals that wait, one line each; a tap opens one. */
Component({
  options: { addGlobalClass: true },
  properties: {
    title: { type: String, value: '' },
    rows: { type: Array, value: [] },
  },
  methods: {
    onRow({ currentTarget }: WechatMiniprogram.TouchEvent<never, never, { id: string }>) {
      this.triggerEvent('open', { id: currentTarget.dataset.id });
    },
  },
});
