import '../../words/words';
import type { PersonBrief } from '#contracts/person';
import { cloud } from '../../../../services/cloud';
import { navigate } from '../../../../services/navigate';
import { cachedProfile } from '../../../../services/profile-data';
import { type Link, screen } from '../../../../services/screen';
import { type PlansModel, plansView, type Scope } from './plans.view';

type Tapped<Data extends object> = WechatMiniprogram.TouchEvent<never, never, Data>;

const startModel = ({ scope = 'mine' }: Link): PlansModel => ({
  ...{ scope: scope as Scope, items: null, next: null, hasTeam: false, hasAll: false },
  ...{ picking: false, failure: null },
});

screen({
  title: 'titles.plans',
  start: startModel,
  view: plansView,
  load: async ({ scope }) => (await cloud.appraisal.plans({ scope })).data,
  loadOn: 'show',
  subject: ({ scope }) => scope,

  on: {
    onSegment({ currentTarget }: Tapped<{ id: Scope }>) {
      if (currentTarget.dataset.id === this.model.scope) return;
      this.update({ scope: currentTarget.dataset.id, items: null, next: null, failure: null });
      void this.load();
    },

    async onMore() {
      const { next, scope } = this.model;
      if (next === null) return;
      await this.attempt(async () => {
        const { data } = await cloud.appraisal.plans({ scope, cursor: next });
        return ({ items }) => ({ ...data, items: [...(items ?? []), ...data.items] });
      });
    },

    onPlan({ currentTarget }: Tapped<{ id: string }>) {
      navigate.plan(currentTarget.dataset.id);
    },

    /** One's own, or of somebody whom one looks after. */
    onAdd() {
      const own = cachedProfile()?.employeeId;
      if (this.model.scope === 'mine' && own !== undefined) navigate.planForm({ employeeId: own });
      else this.update({ picking: true });
    },

    onPickClose() {
      this.update({ picking: false });
    },

    onPicked({ detail }: WechatMiniprogram.CustomEvent<PersonBrief>) {
      this.update({ picking: false });
      navigate.planForm({ employeeId: detail.id });
    },
  },
});
