/** People of a change of salaries, each with before and after. */
Component({
  options: { addGlobalClass: true },
  properties: {
    /** What `stepView` makes. */
    steps: { type: Array, value: [] },
  },
});
