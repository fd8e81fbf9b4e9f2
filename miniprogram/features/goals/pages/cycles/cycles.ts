import '../../words/words';
import type { Day } from '#contracts/common';
import type { CycleBrief, CycleKind } from '#contracts/goal';
import { CHINA_UTC_OFFSET } from '../../../../common/units';
import { cycleText } from '../../../../locales/cycle-text';
import { serverNow } from '../../../../services/clock';
import { cloud } from '../../../../services/cloud';
import { words } from '../../../../services/language';
import { navigate } from '../../../../services/navigate';
import { screen } from '../../../../services/screen';
import { dayOf } from '../../../../utils/dates';
import { type CyclesModel, cyclesView, remindAfterOf } from './cycles.view';

type Tapped<Data extends object> = WechatMiniprogram.TouchEvent<never, never, Data>;

const startModel = (): CyclesModel => ({
  ...{ cycles: null, kind: 'month', day: dayOf(serverNow(), CHINA_UTC_OFFSET), open: {}, reviews: {} },
  ...{ busy: false, failure: null },
});

screen({
  title: 'titles.goalCycles',
  start: startModel,
  view: cyclesView,
  load: async () => ({ cycles: (await cloud.goals.home({})).data.cycles }),

  on: {
    onKind({ currentTarget }: Tapped<{ id: CycleKind }>) {
      this.update({ kind: currentTarget.dataset.id });
    },

    onDay({ detail }: WechatMiniprogram.PickerChange) {
      this.update({ day: String(detail.value) as Day });
    },

    async onOpen() {
      const { kind, day: from, busy } = this.model;
      if (busy) return;
      await this.save(async () => {
        const { cycle } = (await cloud.goals.saveCycle({ kind, from })).data;
        const title = words().t('goalCycles.opened', { cycle: cycleText(cycle, words()) });
        wx.showToast({ title, icon: 'none' });
        return { cycles: withCycle(this.model.cycles ?? [], cycle) };
      });
    },

    /** After how many workdays without a report people of a cycle are reminded. */
    async onRemind({ currentTarget }: Tapped<{ id: string }>) {
      const found = this.model.cycles?.find(({ id }) => id === currentTarget.dataset.id);
      if (!found || this.model.busy) return;
      const { confirm, content } = await wx.showModal({
        title: words().t('goalCycles.remindAsk'),
        editable: true,
        placeholderText: words().t('goalCycles.remindHint'),
        confirmText: words().t('goalCycles.remindOk'),
        cancelText: words().t('common.cancel'),
      });
      if (!confirm) return;
      const remindAfter = remindAfterOf(content ?? '');
      if (remindAfter === null) {
        wx.showToast({ title: words().t('goalCycles.remindWrong'), icon: 'none' });
        return;
      }
      await this.save(async () => {
        const { kind, from } = found;
        const { cycle } = (await cloud.goals.saveCycle({ kind, from, remindAfter })).data;
        return { cycles: withCycle(this.model.cycles ?? [], cycle) };
      });
    },

    onPush({ currentTarget }: Tapped<{ id: string }>) {
      navigate.pushGoal(currentTarget.dataset.id);
    },

    async onClose({ currentTarget }: Tapped<{ id: string }>) {
      const found = this.model.cycles?.find(({ id }) => id === currentTarget.dataset.id);
      if (!found || this.model.busy) return;
      const { confirm } = await wx.showModal({
        content: words().t('goalCycles.closeAsk', { cycle: cycleText(found, words()) }),
        confirmText: words().t('goalCycles.closeOk'),
        cancelText: words().t('common.cancel'),
      });
      if (!confirm) return;
      await this.save(async () => {
        const { cycle, open, reviews } = (await cloud.goals.closeCycle({ cycleId: found.id })).data;
        return {
          cycles: withCycle(this.model.cycles ?? [], cycle),
          open: { ...this.model.open, [cycle.id]: open },
          reviews: { ...this.model.reviews, [cycle.id]: reviews },
        };
      });
    },
  },
});

/** The cycles with one that is new or has changed, the latest first. */
function withCycle(cycles: readonly CycleBrief[], cycle: CycleBrief): CycleBrief[] {
  const others = cycles.filter(({ id }) => id !== cycle.id);
  return [...others, cycle].sort((a, b) => (a.from < b.from ? 1 : -1));
}
