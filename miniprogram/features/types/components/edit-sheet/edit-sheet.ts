interface Sheet {
  readonly show: boolean;
  readonly title: string;
  readonly rows: readonly unknown[];
}
type Told = WechatMiniprogram.CustomEvent<{ id: string; value?: string }>;

/**
 * One thing in a sheet over the page. Tells `change` and `open` as its rows do, and `close` when the person is
 * done with it.
 */
Component({
  properties: {
    sheet: { type: Object, value: { show: false, title: '', rows: [] } },
    done: { type: String, value: '' },
    disabled: { type: Boolean, value: false },
    busy: { type: Boolean, value: false },
  },
  // What was in it stays while the sheet goes down.
  data: { title: '', rows: [] as readonly unknown[] },
  observers: {
    sheet({ show, title, rows }: Sheet) {
      if (show) this.setData({ title, rows });
    },
  },
  methods: {
    onChange(event: Told) {
      this.triggerEvent('change', event.detail);
    },
    onOpen(event: Told) {
      this.triggerEvent('open', event.detail);
    },
    onDone() {
      this.triggerEvent('done');
    },
    onClose() {
      this.triggerEvent('close');
    },
  },
});
