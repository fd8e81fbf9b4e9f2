/** Punches of a day, one below the other. */
Component({
  options: { addGlobalClass: true },
  properties: {
    /** TimelineItem[] */
    items: { type: Array, value: [] },
  },
});
