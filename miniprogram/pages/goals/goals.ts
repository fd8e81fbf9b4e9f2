import { cloud } from '../../services/cloud';
import { navigate } from '../../services/navigate';
import { isOnline } from '../../services/network';
import { screen } from '../../services/screen';
import type { GoalsModel, Segment } from './goals.model';
import { goalsView } from './goals.view';

type Tapped<Data extends object> = WechatMiniprogram.TouchEvent<never, never, Data>;

const startModel: GoalsModel = {
  home: null,
  segment: 'mine',
  cycleId: '',
  team: null,
  levels: {},
  failure: null,
  online: true,
};

screen({
  title: 'titles.goals',
  start: () => startModel,
  view: goalsView,
  subject: ({ cycleId, segment }) => `${cycleId} ${segment}`,
  async load({ cycleId, segment, home }) {
    const chosen = cycleId || home?.cycle?.id || '';
    if (segment === 'team' && chosen) return { team: (await cloud.goals.team({ cycleId: chosen })).data };
    if (segment === 'company' && chosen) {
      const { data } = await cloud.goals.tree({ cycleId: chosen });
      return ({ levels }: GoalsModel) => ({ levels: { ...levels, '': data } });
    }
    return { home: (await cloud.goals.home(cycleId ? { cycleId } : {})).data };
  },
  loadOn: 'show',
  network: 'reload',

  on: {
    onLoad() {
      this.update({ online: isOnline() });
    },

    onSegment(event: Tapped<{ segment: Segment }>) {
      const { segment } = event.currentTarget.dataset;
      if (segment === this.model.segment) return;
      this.update({ segment, failure: null });
      void this.load();
    },

    onCycle(event: WechatMiniprogram.PickerChange) {
      const chosen = this.model.home?.cycles[Number(event.detail.value)];
      if (!chosen || chosen.id === this.model.home?.cycle?.id) return;
      this.update({ cycleId: chosen.id, team: null, levels: {} });
      void this.changeCycle();
    },

    /** The own sheet says what may be done in the cycle, whichever segment is shown. */
    async changeCycle() {
      const { cycleId } = this.model;
      await this.attempt(async () => ({ home: (await cloud.goals.home({ cycleId })).data }));
      if (this.model.segment !== 'mine') await this.load();
    },

    onKeyResult(event: WechatMiniprogram.CustomEvent<{ id: string }>) {
      const { sheet } = this.model.home ?? {};
      if (sheet) navigate.keyResult(sheet.id, event.detail.id);
    },

    onObjective(event: WechatMiniprogram.CustomEvent<{ id: string }>) {
      const { sheet } = this.model.home ?? {};
      if (sheet) navigate.objective(sheet.id, event.detail.id);
    },

    onProposal({ detail }: WechatMiniprogram.CustomEvent<{ id: string }>) {
      const { sheet } = this.model.home ?? {};
      if (sheet) navigate.proposal(sheet.id, detail.id);
    },

    onPushed() {
      navigate.pushedGoals();
    },

    onPush() {
      const { cycle } = this.model.home ?? {};
      if (cycle) navigate.pushGoal(cycle.id);
    },

    onClone() {
      const { sheet } = this.model.home ?? {};
      if (sheet) navigate.cloneGoals(sheet.id);
    },

    onAdd() {
      const { sheet } = this.model.home ?? {};
      if (sheet) navigate.objective(sheet.id);
    },

    onReport() {
      const { cycle } = this.model.home ?? {};
      if (cycle) navigate.dayReport(cycle.id);
    },

    onReview() {
      const { sheet } = this.model.home ?? {};
      if (sheet) navigate.goalReview(sheet.id);
    },

    onTeamReviews() {
      const { cycle } = this.model.home ?? {};
      if (cycle) navigate.goalReviews(cycle.id);
    },

    onTeamDay() {
      const { cycle } = this.model.home ?? {};
      if (cycle) navigate.teamDay(cycle.id);
    },

    onPerson(event: Tapped<{ id: string }>) {
      const { cycle } = this.model.home ?? {};
      if (cycle) navigate.goalSheet(`${cycle.id}:p-${event.currentTarget.dataset.id}`);
    },

    onSheet(event: Tapped<{ sheet: string }>) {
      navigate.goalSheet(event.currentTarget.dataset.sheet);
    },

    /** Opens or closes what is below a line; one call for a level. */
    onBelow(event: Tapped<{ key: string; cursor: string }>) {
      const { key, cursor } = event.currentTarget.dataset;
      if (key === '' && cursor === '') return;
      const { [key]: opened, ...others } = this.model.levels;
      if (opened && cursor === '') this.update({ levels: others });
      else void this.openLevel(key, cursor);
    },

    async openLevel(key: string, cursor: string) {
      const before = this.model.levels[key] ?? null;
      if (cursor === '') this.update({ levels: { ...this.model.levels, [key]: null } });
      const [sheetId = '', objectiveId = '', keyResultId = ''] = key.split('/');
      const below = { sheetId, objectiveId, ...(keyResultId && { keyResultId }) };
      const cycleId = this.model.home?.cycle?.id ?? '';
      const input = { cycleId, ...(key && { below }), ...(cursor && { cursor }) };
      const isLoaded = await this.attempt(async () => {
        const { nodes, next } = (await cloud.goals.tree(input)).data;
        const level = { nodes: [...(before?.nodes ?? []), ...nodes], next };
        return ({ levels }) => ({ levels: { ...levels, [key]: level } });
      });
      if (isLoaded || cursor !== '') return;
      const { [key]: _failed, ...others } = this.model.levels;
      this.update({ levels: others });
    },
  },
});
