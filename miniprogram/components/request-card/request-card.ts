import type { FileLink } from '#contracts/request';
import { errorText } from '../../locales/error-text';
import { failureOf } from '../../services/client-error';
import { openPaper } from '../../services/documents';
import { words } from '../../services/language';
import type { CardView } from './request-card.view';

/** Minimum horizontal distance of a swipe, px; vertical movement must be less than half of it. */
const SWIPE_MIN_PX = 60;

interface Point {
  readonly clientX: number;
  readonly clientY: number;
}
/** Start of the touch; one swipe at a time. */
let start: Point | null = null;

const idOf = (card: object): string => (card as CardView).id;
const papersOf = (card: object): CardView['papers'] => (card as CardView).papers;

/** Card of one request with its facts and the approve and reject buttons. */
Component({
  properties: {
    card: { type: Object, value: { lines: [], papers: [], warnings: [] } },
    /** decide: with buttons. select: with a box. plain: with its state. */
    mode: { type: String, value: 'plain' },
    selected: { type: Boolean, value: false },
    approveText: { type: String, value: '' },
    rejectText: { type: String, value: '' },
    /** Label of the button for further actions; no button if empty. */
    moreText: { type: String, value: '' },
  },
  methods: {
    /** Opens the card, or toggles it in select mode. */
    onTap() {
      this.triggerEvent(this.data.mode === 'select' ? 'toggle' : 'open', { id: idOf(this.data.card) });
    },
    onApprove() {
      this.triggerEvent('approve', { id: idOf(this.data.card) });
    },
    /** Opens a file; in select mode the tap is one on the card. */
    async onPaper({ currentTarget }: WechatMiniprogram.TouchEvent<never, never, { file: FileLink }>) {
      if (this.data.mode === 'select') return this.onTap();
      try {
        await openPaper(currentTarget.dataset.file, papersOf(this.data.card));
      } catch (thrown) {
        wx.showToast({ title: errorText(failureOf(thrown), words()), icon: 'none' });
      }
      return undefined;
    },
    onMore() {
      this.triggerEvent('more', { id: idOf(this.data.card) });
    },
    onTouchStart({ touches }: WechatMiniprogram.TouchEvent) {
      start = touches.length === 1 ? (touches[0] ?? null) : null;
    },
    /** Left for the next card, right for the previous one. */
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
