import type { CardView } from './request-card.view';

/** A finger that went this far sideways, and less than half as far up or down, has swiped, px. */
const SWIPE_MIN_PX = 60;

interface Point {
  readonly clientX: number;
  readonly clientY: number;
}
/** Where the finger was put down; one finger swipes at a time. */
let start: Point | null = null;

const idOf = (card: object): string => (card as CardView).id;

/** One request: what it is, what decides it, and the two buttons of whoever decides. */
Component({
  properties: {
    card: { type: Object, value: { lines: [], warnings: [] } },
    /** decide: with buttons. select: with a box. plain: with its state. */
    mode: { type: String, value: 'plain' },
    selected: { type: Boolean, value: false },
    approveText: { type: String, value: '' },
    rejectText: { type: String, value: '' },
    /** Of the button that leads to the other actions; none if empty. */
    moreText: { type: String, value: '' },
  },
  methods: {
    /** Opens the card, or ticks it while several are being chosen. */
    onTap() {
      this.triggerEvent(this.data.mode === 'select' ? 'toggle' : 'open', { id: idOf(this.data.card) });
    },
    onApprove() {
      this.triggerEvent('approve', { id: idOf(this.data.card) });
    },
    onMore() {
      this.triggerEvent('more', { id: idOf(this.data.card) });
    },
    onTouchStart({ touches }: WechatMiniprogram.TouchEvent) {
      start = touches.length === 1 ? (touches[0] ?? null) : null;
    },
    /** To the left for the next card, to the right for the one before. */
    onTouchEnd({ changedTouches: [end] }: WechatMiniprogram.TouchEvent) {
      const from = start;
      start = null;
      if (!from || !end || this.data.mode !== 'decide') return;
      const deltaX = end.clientX - from.clientX;
      if (Math.abs(deltaX) < SWIPE_MIN_PX || Math.abs(deltaX) < 2 * Math.abs(end.clientY - from.clientY))
        return;
      this.triggerEvent('swipe', { id: idOf(this.data.card), to: deltaX < 0 ? 'next' : 'previous' });
    },
    onReject() {
      this.triggerEvent('reject', { id: idOf(this.data.card) });
    },
  },
});
