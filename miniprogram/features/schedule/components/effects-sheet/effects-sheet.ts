import type { EffectsView } from '../../effects.view';

const none: EffectsView = {
  show: false,
  lines: [],
  items: [],
  more: '',
  text: { title: '', save: '', back: '' },
};

/** What a change would do to requests, before it is saved. Tells `save` and `close`. */
Component({
  properties: {
    /** EffectsView */
    effects: { type: Object, value: none },
  },
  methods: {
    onSave() {
      this.triggerEvent('save');
    },
    onClose() {
      this.triggerEvent('close');
    },
  },
});
