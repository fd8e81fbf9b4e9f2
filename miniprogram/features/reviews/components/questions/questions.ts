type Tapped = WechatMiniprogram.TouchEvent<never, never, { readonly id: string; readonly value: number }>;

/** The questions of a review: levels to tap, numbers, texts. The page keeps the answers. */
Component({
  properties: {
    sections: { type: Array, value: [] },
    text: { type: Object, value: {} },
    disabled: { type: Boolean, value: false },
  },
  methods: {
    onLevel({ currentTarget }: Tapped) {
      if (!this.data.disabled) this.triggerEvent('rate', currentTarget.dataset);
    },
    onNumber({ currentTarget, detail }: WechatMiniprogram.Input) {
      this.triggerEvent('number', { id: currentTarget.dataset.id, text: detail.value });
    },
    onText({ currentTarget, detail }: WechatMiniprogram.Input) {
      this.triggerEvent('write', { id: currentTarget.dataset.id, text: detail.value });
    },
  },
});
