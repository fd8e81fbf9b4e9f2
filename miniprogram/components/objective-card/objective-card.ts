/** Card of one objective; a tap on a key result opens it. */
Component({
  options: { addGlobalClass: true },
  properties: {
    card: { type: Object, value: { above: [], rows: [] } },
  },
  methods: {
    onRow({ currentTarget }: WechatMiniprogram.TouchEvent<never, never, { id: string }>) {
      this.triggerEvent('keyresult', { id: currentTarget.dataset.id });
    },
    onHead() {
      this.triggerEvent('open', { id: (this.data.card as unknown as { readonly id: string }).id });
    },
  },
});
