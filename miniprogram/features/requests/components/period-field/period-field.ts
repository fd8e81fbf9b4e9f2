import type { Day } from '#contracts/common';
import { minutesOf } from '../../../../utils/wall-clock';
import type { FieldView } from '../../form-fields.view';
import type { PeriodMove, Portion } from '../../period.model';

type Tap<Data extends object> = WechatMiniprogram.TouchEvent<never, never, Data>;
type Pick<Data extends object> = WechatMiniprogram.PickerChange<Data>;

/** A period, chosen on a calendar, with half days or hours. Tells `move` with a `PeriodMove`. */
Component({
  properties: {
    field: { type: Object, value: {} },
  },
  methods: {
    move(move: PeriodMove) {
      const { id } = this.data.field as unknown as FieldView;
      this.triggerEvent('move', { id, move });
    },
    onUnit({ currentTarget }: Tap<{ id: 'day' | 'hour' }>) {
      this.move({ type: 'unit', unit: currentTarget.dataset.id });
    },
    onEnd({ currentTarget }: Tap<{ id: 'from' | 'to' }>) {
      this.move({ type: 'end', end: currentTarget.dataset.id });
    },
    onPortion({ currentTarget }: Tap<{ end: 'from' | 'to'; id: Portion }>) {
      const { end, id } = currentTarget.dataset;
      this.move({ type: 'portion', end, portion: id });
    },
    onMonth({ currentTarget }: Tap<{ step: number }>) {
      this.move({ type: 'month', step: currentTarget.dataset.step });
    },
    onDay({ currentTarget }: Tap<{ day: Day; closed: boolean }>) {
      const { day, closed } = currentTarget.dataset;
      if (!closed) this.move({ type: 'day', day });
    },
    onClock({ currentTarget, detail }: Pick<{ part: 'start' | 'finish' }>) {
      this.move({ type: currentTarget.dataset.part, minutes: minutesOf(String(detail.value)) });
    },
    onLength({ currentTarget }: Tap<{ id: number }>) {
      this.move({ type: 'length', minutes: currentTarget.dataset.id });
    },
  },
});
