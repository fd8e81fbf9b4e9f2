/** Minimum horizontal distance of a swipe, px; it must also exceed the vertical distance. */
const SWIPE = 48;

/** Start of the current touch; a page has one month grid. */
let start: { readonly x: number; readonly y: number } | null = null;

/** A month of days. Events: `pick` { day }, `turn` { by: 1 | -1 }. */
Component({
  options: { addGlobalClass: true },
  properties: {
    /** GridView */
    grid: { type: Object, value: { weekdays: [], before: [], cells: [] } },
  },
  methods: {
    onPick(event: WechatMiniprogram.TouchEvent<never, never, { day: string }>) {
      this.triggerEvent('pick', { day: event.currentTarget.dataset.day });
    },
    onStart({ touches: [touch] }: WechatMiniprogram.TouchEvent) {
      start = touch ? { x: touch.clientX, y: touch.clientY } : null;
    },
    onEnd({ changedTouches: [touch] }: WechatMiniprogram.TouchEvent) {
      if (!start || !touch) return;
      const dx = touch.clientX - start.x;
      const dy = touch.clientY - start.y;
      start = null;
      if (Math.abs(dx) > SWIPE && Math.abs(dx) > 2 * Math.abs(dy)) {
        this.triggerEvent('turn', { by: dx < 0 ? 1 : -1 });
      }
    },
  },
});
