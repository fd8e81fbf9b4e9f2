/** A shift as a picture of its day: work, breaks, and when people are free to come or must be there. */
Component({
  properties: {
    /** DayBarView */
    bar: { type: Object, value: { parts: [], strips: [], ticks: [], lines: [], label: '' } },
    /** Without the sentences below the bar. */
    plain: { type: Boolean, value: false },
  },
});
