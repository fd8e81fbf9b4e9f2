const FEW = 5;

/** Who changed something, when and what: the newest few, the others behind a tap. */
Component({
  properties: {
    /** HistoryLine[] */
    lines: { type: Array, value: [] },
    title: { type: String, value: '' },
    empty: { type: String, value: '' },
    more: { type: String, value: '' },
  },
  data: { shown: FEW },
  methods: {
    onMore() {
      this.setData({ shown: this.data.lines.length });
    },
  },
});
