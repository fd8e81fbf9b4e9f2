/** One month, and the way to the one before and behind it. */
Component({
  properties: {
    /** MonthStep */
    step: { type: Object, value: { title: '', hasPrevious: false, hasNext: false, previous: '', next: '' } },
  },
  methods: {
    onPrevious() {
      if (this.data.step.hasPrevious) this.triggerEvent('turn', { by: -1 });
    },
    onNext() {
      if (this.data.step.hasNext) this.triggerEvent('turn', { by: 1 });
    },
  },
});
