type Tap = WechatMiniprogram.TouchEvent<never, never, { id: string; option: string }>;
type Written = WechatMiniprogram.Input & { currentTarget: { dataset: { id: string } } };
type Picked = WechatMiniprogram.PickerChange<WechatMiniprogram.IAnyObject, { id: string }>;

/** The rows of an editor. Events: `change` { id, value }, `open` { id }. */
Component({
  properties: {
    rows: { type: Array, value: [] },
    /** Prefix of element ids, unique between a page and its sheet. */
    prefix: { type: String, value: 'row' },
  },
  methods: {
    onWrite(event: Written) {
      this.triggerEvent('change', { id: event.currentTarget.dataset.id, value: event.detail.value });
    },
    onPick(event: Picked) {
      this.triggerEvent('change', { id: event.currentTarget.dataset.id, value: String(event.detail.value) });
    },
    onOption(event: Tap) {
      const { id, option } = event.currentTarget.dataset;
      this.triggerEvent('change', { id, value: option });
    },
    onOpen(event: Tap) {
      this.triggerEvent('open', { id: event.currentTarget.dataset.id });
    },
  },
});
