import '../../words/words';
import { cloud } from '../../../../services/cloud';
import { words } from '../../../../services/language';
import { navigate } from '../../../../services/navigate';
import { type Link, screen } from '../../../../services/screen';
import { type TeamModel, teamView } from './team.view';

function startModel({ cycle = '', all = '' }: Link): TeamModel {
  return {
    ...{ cycleId: cycle, all: all === '1', cycle: null, rows: [], next: null },
    ...{ reopening: null, busy: false, failure: null },
  };
}

type Tapped = WechatMiniprogram.TouchEvent<never, never, { readonly id: string }>;

screen({
  title: 'titles.reviewTeam',
  start: startModel,
  view: teamView,
  loadOn: 'show',
  async load({ cycleId, all }) {
    const { data } = await cloud.appraisal.reviewed({ cycleId, ...(all && { all }) });
    return { cycle: data.cycle, rows: data.rows, next: data.next };
  },

  on: {
    async onMore() {
      const { next } = this.model;
      if (next === null) return;
      await this.attempt(async ({ cycleId }) => {
        const { data } = await cloud.appraisal.reviewed({ cycleId, all: true, after: next });
        return (model: TeamModel) => ({ rows: [...model.rows, ...data.rows], next: data.next });
      });
    },

    onPerson({ currentTarget }: Tapped) {
      navigate.reviewPeers(this.model.cycleId, currentTarget.dataset.id);
    },

    onCards({ currentTarget }: Tapped) {
      if (this.model.all) navigate.reviewCustomers(this.model.cycleId, currentTarget.dataset.id);
    },

    onReopen({ currentTarget }: Tapped) {
      const { id } = currentTarget.dataset;
      const until = this.model.rows.find(({ person }) => person.id === id)?.extensionTo;
      if (until && !this.model.busy) this.update({ reopening: { id, until }, failure: null });
    },

    onClose() {
      this.update({ reopening: null });
    },

    async onReopened({ detail }: WechatMiniprogram.CustomEvent<{ comment: string; subject: string }>) {
      const { reopening, cycleId, busy } = this.model;
      if (!reopening || busy) return;
      const { id: employeeId, until } = reopening;
      const isSent = await this.saveSheet(detail, {
        async send() {
          await cloud.appraisal.reopenReview({ cycleId, employeeId, until, reason: detail.comment });
          return {};
        },
        closed: { reopening: null },
      });
      if (isSent) wx.showToast({ title: words().t('reviewTeam.done'), icon: 'success' });
    },
  },
});
