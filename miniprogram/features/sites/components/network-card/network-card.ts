/** The Wi-Fi of a site: what it is worth, and its access points. Tells `policy`, `add` and `remove`. */
Component({
  options: { addGlobalClass: true },
  properties: {
    /** See `networksView`. */
    view: { type: Object, value: {} },
  },
  methods: {
    onPolicy({ currentTarget }: WechatMiniprogram.TouchEvent<never, never, { policy: string }>) {
      this.triggerEvent('policy', { policy: currentTarget.dataset.policy });
    },
    onAdd() {
      this.triggerEvent('add');
    },
    onRemove({ currentTarget }: WechatMiniprogram.TouchEvent<never, never, { bssid: string }>) {
      this.triggerEvent('remove', { bssid: currentTarget.dataset.bssid });
    },
  },
});
