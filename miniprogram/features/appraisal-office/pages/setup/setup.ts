import '../../words/words';
import type { Day } from '#contracts/common';
import { cloud } from '../../../../services/cloud';
import { language } from '../../../../services/language';
import { navigate } from '../../../../services/navigate';
import { type Link, screen } from '../../../../services/screen';
import {
  type DateField,
  draftOf,
  LIMITS,
  loaded,
  type SetupModel,
  type StepField,
  withDay,
  withPeriod,
  withTemplate,
  withTitle,
} from './setup.model';
import { setupView } from './setup.view';

type Tapped<Data extends object> = WechatMiniprogram.TouchEvent<never, never, Data>;

const startModel = ({ cycle = '' }: Link): SetupModel => ({
  ...{ cycleId: cycle, rev: 0, setup: null, template: '', goalCycleId: '', title: { 'zh-CN': '', en: '' } },
  ...{ language: language(), shares: {}, departments: [], dates: null, threshold: 4, least: 5 },
  ...{ appealDays: 5, choosing: false, changed: false, busy: false, failure: null },
});

screen({
  title: 'titles.appraisalSetup',
  start: startModel,
  view: setupView,
  leaving: ({ changed }) => (changed ? 'appraisalSetup.leaving' : null),
  async load({ cycleId }) {
    const { data } = await cloud.appraisal.cycleSetup(cycleId ? { cycleId } : {});
    return (model: SetupModel) => loaded(model, data);
  },

  on: {
    edit(change: Partial<SetupModel>) {
      this.update({ ...change, changed: true, failure: null });
    },

    onTemplate({ currentTarget }: Tapped<{ id: string }>) {
      this.edit(withTemplate(this.model, currentTarget.dataset.id));
    },

    onPeriod({ currentTarget }: Tapped<{ id: string }>) {
      // A draft belongs to its period; for another one it is removed and set up anew.
      if (this.model.rev === 0) this.edit(withPeriod(this.model, currentTarget.dataset.id));
    },

    onScope() {
      this.update({ choosing: true });
    },

    onScopeClose() {
      this.update({ choosing: false });
    },

    onDepartment({ currentTarget }: Tapped<{ id: string }>) {
      const { id } = currentTarget.dataset;
      const { departments } = this.model;
      const isOn = departments.includes(id);
      this.edit({ departments: isOn ? departments.filter((each) => each !== id) : [...departments, id] });
    },

    onDay({ currentTarget, detail }: WechatMiniprogram.PickerChange) {
      const { field } = currentTarget.dataset as { readonly field: DateField };
      this.edit(withDay(this.model, field, String(detail.value) as Day));
    },

    onStep({ currentTarget }: Tapped<{ field: StepField; by: number }>) {
      const { field, by } = currentTarget.dataset;
      const [least, most] = LIMITS[field];
      const value = Math.min(most, Math.max(least, this.model[field] + by));
      if (value !== this.model[field]) this.edit({ [field]: value });
    },

    onTitle({ detail }: WechatMiniprogram.Input) {
      this.edit(withTitle(this.model, detail.value));
    },

    onShare({ currentTarget, detail }: WechatMiniprogram.Input) {
      const { id } = currentTarget.dataset as { readonly id: string };
      this.edit({ shares: { ...this.model.shares, [id]: detail.value } });
    },

    async onSave() {
      const draft = draftOf(this.model);
      const { rev, busy } = this.model;
      if (!draft || busy) return;
      let cycleId = '';
      const failure = await this.save(async () => {
        cycleId = (await cloud.appraisal.saveCycle({ rev, draft })).data.cycleId;
        return { changed: false };
      });
      if (!failure) navigate.appraisalChecked(cycleId);
    },
  },
});
