/** Where a company's rules give less than the law, each with its text. */
Component({
  properties: {
    title: { type: String, value: '' },
    warnings: { type: Array, value: [] },
  },
});
