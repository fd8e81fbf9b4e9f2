import '../../words/words';
import type { Day } from '#contracts/common';
import { CHINA_UTC_OFFSET } from '../../../../common/units';
import { serverNow } from '../../../../services/clock';
import { cloud } from '../../../../services/cloud';
import { words } from '../../../../services/language';
import { navigate } from '../../../../services/navigate';
import { type Link, screen } from '../../../../services/screen';
import { addDays, dayOf } from '../../../../utils/dates';
import { sheetIn } from '../../place-in';
import { newId } from '../objective/objective.model';
import { keyOfOwner } from '../push/push.model';
import {
  type BreakDownModel,
  chosenRows,
  filledUp,
  freeRows,
  metricOf,
  problemOf,
  proposed,
  type Way,
} from './break-down.model';
import { breakDownView } from './break-down.view';
import { readPasted } from './pasted';

type Tapped<Data extends object> = WechatMiniprogram.TouchEvent<never, never, Data>;

/** Days that people have to answer, and the weight of the goal, unless something else is chosen. */
const DAYS_TO_ANSWER = 3;
const WEIGHT = '40';

const startModel = ({ sheet = '', id = '' }: Link): BreakDownModel => ({
  ...{ sheetId: decodeURIComponent(sheet), id, objectiveId: newId(), data: null, way: 'even' },
  ...{ targets: {}, pasted: '', unmatched: [], weight: WEIGHT, refused: [] },
  deadline: addDays(dayOf(serverNow(), CHINA_UTC_OFFSET), DAYS_TO_ANSWER),
  ...{ changed: false, busy: false, failure: null },
});

screen({
  title: 'titles.breakDown',
  start: startModel,
  view: breakDownView,
  leaving: ({ changed }) => (changed ? 'breakDown.leaving' : null),
  async load({ sheetId, id }) {
    const { data } = await cloud.goals.division({ ...sheetIn(sheetId), keyResultId: id });
    const hasLast = data.rows.some(({ last, share }) => last !== null && share === null);
    const way = hasLast ? ('last' as const) : ('even' as const);
    return (model: BreakDownModel) =>
      model.changed ? { data } : { data, way, targets: proposed({ data }, way) };
  },

  on: {
    edit(change: Partial<BreakDownModel>) {
      this.update({ ...change, changed: true, failure: null, refused: [] });
    },

    onWay({ currentTarget }: Tapped<{ id: Way }>) {
      const { id } = currentTarget.dataset;
      if (id === 'even' || id === 'last') this.edit({ way: id, targets: proposed(this.model, id) });
      else this.update({ way: id });
    },

    onTarget({ currentTarget, detail }: WechatMiniprogram.Input) {
      const { key } = currentTarget.dataset as { readonly key: string };
      this.edit({ way: 'hand', targets: { ...this.model.targets, [key]: detail.value } });
    },

    onFill() {
      this.edit({ targets: filledUp(this.model) });
    },

    onPaste({ detail }: WechatMiniprogram.TextareaInput) {
      const people = freeRows(this.model).map(({ owner, name }) => ({
        key: keyOfOwner(owner),
        names: [name['zh-CN'], name.en, 'id' in owner ? owner.id : ''].filter(Boolean),
      }));
      const unit = metricOf(this.model)?.unit ?? '';
      this.edit({ pasted: detail.value, ...readPasted(detail.value, people, unit) });
    },

    onWeight({ detail }: WechatMiniprogram.Input) {
      this.edit({ weight: detail.value });
    },

    onDeadline({ detail }: WechatMiniprogram.PickerChange) {
      this.edit({ deadline: String(detail.value) as Day });
    },

    async onSend() {
      const { data, sheetId, id: keyResultId, objectiveId: id, deadline, busy } = this.model;
      if (!data || busy || problemOf(this.model)) return;
      const rows = chosenRows(this.model);
      const input = { ...sheetIn(sheetId), keyResultId, id, deadline, rows, rev: data.rev };
      const failure = await this.save(async () => {
        const result = await cloud.goals.breakDown({ ...input, weight: Number(this.model.weight) });
        const { pushed, refused } = result.data;
        wx.showToast({ title: words().t('pushForm.sent', { count: pushed.length }), icon: 'none' });
        return { changed: false, refused };
      });
      if (failure || this.model.refused.length > 0) return;
      navigate.back();
    },
  },
});
