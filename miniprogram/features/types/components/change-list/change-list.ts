/** Who changed something, and when. */
Component({
  properties: {
    title: { type: String, value: '' },
    changes: { type: Array, value: [] },
    empty: { type: String, value: '' },
  },
});
