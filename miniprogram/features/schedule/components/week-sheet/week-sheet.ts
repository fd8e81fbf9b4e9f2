import '../../words/words';
import { words } from '../../../../services/language';
import type { WeekOptions } from '../../week.view';

type Part = 'from' | 'to' | 'people';
const none: WeekOptions = { at: 0, from: [], to: [], people: [] };

const textOf = () => ({
  title: words().t('roster.copyWeek'),
  from: words().t('roster.weekFrom'),
  to: words().t('roster.weekTo'),
  people: words().t('roster.weekFor'),
  note: words().t('roster.weekNote'),
  copy: words().t('roster.weekCopy'),
});

/** A sheet that copies one week onto another. Tells `copy` with { from, to, person }, and `close`. */
Component({
  properties: {
    show: { type: Boolean, value: false },
    /** WeekOptions */
    options: { type: Object, value: none },
  },
  data: { from: 0, to: 0, people: 0, text: textOf() },
  observers: {
    show(show: boolean) {
      const { at } = this.data.options as WeekOptions;
      if (show) this.setData({ from: at, to: at, people: 0, text: textOf() });
    },
  },
  methods: {
    onChoose(event: WechatMiniprogram.PickerChange<WechatMiniprogram.IAnyObject, { part: Part }>) {
      this.setData({ [event.currentTarget.dataset.part]: Number(event.detail.value) });
    },
    onCopy() {
      const { from, to, people } = this.data.options as WeekOptions;
      this.triggerEvent('copy', {
        from: from[this.data.from]?.id,
        to: to[this.data.to]?.id,
        person: people[this.data.people]?.id ?? '',
      });
    },
    onClose() {
      this.triggerEvent('close');
    },
  },
});
