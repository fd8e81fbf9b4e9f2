import '../../words/words';
import type { Day } from '#contracts/common';
import type { MeasureKind } from '#contracts/improvement';
import { CHINA_UTC_OFFSET } from '../../../../common/units';
import { failureOf } from '../../../../services/client-error';
import { serverNow } from '../../../../services/clock';
import { cloud } from '../../../../services/cloud';
import { words } from '../../../../services/language';
import { navigate } from '../../../../services/navigate';
import { type Link, screen } from '../../../../services/screen';
import { dayOf } from '../../../../utils/dates';
import {
  blankPlan,
  draftOf,
  type MeasureForm,
  type MetricKind,
  metricForm,
  newMeasure,
  type PlanFormModel,
} from './plan-form.model';
import { planFormView } from './plan-form.view';

type Tapped<Data extends object> = WechatMiniprogram.TouchEvent<never, never, Data>;
type Typed = 'name' | 'unit' | 'source' | 'value' | 'count';

const startModel = ({ id = '', employee = '' }: Link): PlanFormModel =>
  blankPlan(decodeURIComponent(id), employee, dayOf(serverNow(), CHINA_UTC_OFFSET));

screen({
  title: 'titles.planForm',
  start: startModel,
  view: planFormView,
  leaving: ({ changed }) => (changed ? 'planForm.leaving' : null),
  async load({ id }) {
    if (id === '') return undefined;
    const { plan } = (await cloud.appraisal.plan({ id })).data;
    const { title, from, until, rev, state, measures } = plan;
    return (model: PlanFormModel) => ({
      ...{ title, from, until, rev, state, isLoaded: true, employeeId: plan.person.id },
      measures: measures.map(({ done, ...each }) => ({ ...each, isDone: done !== null })),
      ...metricForm(plan.metric, model.typed),
    });
  },

  on: {
    edit(change: Partial<PlanFormModel>) {
      this.update({ ...change, changed: true, failure: null });
    },

    editRow(id: string, change: Partial<MeasureForm>) {
      this.edit({
        measures: this.model.measures.map((each) => (each.id === id ? { ...each, ...change } : each)),
      });
    },

    onTitle({ detail }: WechatMiniprogram.Input) {
      this.edit({ title: detail.value });
    },

    onFrom({ detail }: WechatMiniprogram.PickerChange) {
      this.edit({ from: String(detail.value) as Day });
    },

    /** Measures that were until the last day stay until the last day. */
    onUntil({ detail }: WechatMiniprogram.PickerChange) {
      const until = String(detail.value) as Day;
      const { measures, until: before } = this.model;
      const moved = measures.map((each) =>
        each.dueOn === before || each.dueOn > until ? { ...each, dueOn: until } : each,
      );
      this.edit({ until, measures: moved });
    },

    onMeasure({ currentTarget, detail }: WechatMiniprogram.Input) {
      this.editRow(currentTarget.dataset.id, { text: detail.value });
    },

    onKind({ currentTarget }: Tapped<{ row: string; id: MeasureKind }>) {
      this.editRow(currentTarget.dataset.row, { kind: currentTarget.dataset.id });
    },

    onDue({ currentTarget, detail }: WechatMiniprogram.PickerChange) {
      this.editRow(currentTarget.dataset.id, { dueOn: String(detail.value) as Day });
    },

    onAdd() {
      this.edit({ measures: [...this.model.measures, newMeasure(this.model.until)] });
    },

    onRemove({ currentTarget }: Tapped<{ id: string }>) {
      const { id } = currentTarget.dataset;
      this.edit({ measures: this.model.measures.filter((each) => each.id !== id) });
    },

    onMetric({ currentTarget }: Tapped<{ id: MetricKind }>) {
      this.edit({ metricKind: currentTarget.dataset.id });
      if (currentTarget.dataset.id === 'keyResult' && !this.model.option) void this.onFigure();
    },

    async onFigure() {
      this.update({ choosing: true });
      if (this.model.options) return;
      try {
        const { employeeId } = this.model;
        this.update({ options: (await cloud.appraisal.planMetrics({ employeeId })).data.options });
      } catch (thrown) {
        this.update({ choosing: false, failure: failureOf(thrown) });
      }
    },

    onFigureClose() {
      this.update({ choosing: false });
    },

    onFigurePicked({ currentTarget }: Tapped<{ key: string }>) {
      const { key } = currentTarget.dataset;
      const option = this.model.options?.find(
        ({ cycleId, keyResultId }) => `${cycleId}/${keyResultId}` === key,
      );
      if (!option) return;
      const target = option.target === null ? '' : String(option.target);
      this.edit({ option, choosing: false, target });
    },

    onTyped({ currentTarget, detail }: WechatMiniprogram.Input) {
      const { field } = currentTarget.dataset as { readonly field: Typed };
      this.edit({ typed: { ...this.model.typed, [field]: detail.value } });
    },

    onBetter({ currentTarget }: Tapped<{ id: 'less' | 'more' }>) {
      this.edit({ typed: { ...this.model.typed, better: currentTarget.dataset.id } });
    },

    onTarget({ detail }: WechatMiniprogram.Input) {
      this.edit({ target: detail.value });
    },

    onReason({ detail }: WechatMiniprogram.Input) {
      this.edit({ reason: detail.value });
    },

    async onSave() {
      const { id, key, employeeId, rev, reason, busy } = this.model;
      const plan = draftOf(this.model);
      if (!plan || busy || !this.data.ready) return;
      const failure = await this.save(async () => {
        const why = reason.trim();
        await cloud.appraisal.savePlan({
          ...{ key, employeeId, rev, plan, ...(id && { id }) },
          ...(why && { reason: why }),
        });
        return { changed: false };
      });
      if (failure) return;
      wx.showToast({ title: words().t('planForm.saved'), icon: 'none' });
      navigate.back();
    },
  },
});
