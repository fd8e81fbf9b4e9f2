/** Punches of a day, as a vertical list. */
Component({
  options: { addGlobalClass: true },
  properties: {
    /** TimelineItem[] */
    items: { type: Array, value: [] },
  },
});
