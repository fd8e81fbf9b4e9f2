import type { CardView } from './request-card.view';

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
  },
  methods: {
    /** Opens the card, or ticks it while several are being chosen. */
    onTap() {
      this.triggerEvent(this.data.mode === 'select' ? 'toggle' : 'open', { id: idOf(this.data.card) });
    },
    onApprove() {
      this.triggerEvent('approve', { id: idOf(this.data.card) });
    },
    onReject() {
      this.triggerEvent('reject', { id: idOf(this.data.card) });
    },
  },
});
