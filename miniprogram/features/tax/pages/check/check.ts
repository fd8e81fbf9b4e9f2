import '../../words/words';
import { cloud } from '../../../../services/cloud';
import { words } from '../../../../services/language';
import { type Link, screen } from '../../../../services/screen';
import { type CheckModel, checkView } from './check.view';

type Tapped<Data extends object> = WechatMiniprogram.TouchEvent<never, never, Data>;

const startModel = ({ employee = '' }: Link): CheckModel => ({
  ...{ employeeId: decodeURIComponent(employee), found: null, returning: null, reason: '' },
  ...{ busy: false, failure: null },
});

screen({
  title: 'titles.deductionCheck',
  start: startModel,
  view: checkView,
  load: async ({ employeeId }) => ({ found: (await cloud.payroll.deductionsOf({ employeeId })).data }),

  on: {
    onAccept({ currentTarget }: Tapped<{ id: string }>) {
      void this.decide(currentTarget.dataset.id, null);
    },

    onReturn({ currentTarget }: Tapped<{ id: string }>) {
      this.update({ returning: currentTarget.dataset.id, reason: '', failure: null });
    },

    onReturnClose() {
      this.update({ returning: null });
    },

    onReason({ detail }: WechatMiniprogram.Input) {
      this.update({ reason: detail.value });
    },

    onReturnSend() {
      const { returning, reason } = this.model;
      if (returning !== null && this.data.canReturn) void this.decide(returning, reason);
    },

    async decide(id: string, reason: string | null) {
      const { employeeId, found, busy } = this.model;
      if (!found || busy) return;
      const accept = reason === null;
      const failure = await this.save(async () => ({
        found: (await cloud.payroll.decideDeduction({ employeeId, id, rev: found.rev, accept, reason })).data,
        returning: null,
      }));
      if (failure) return;
      wx.showToast({ title: words().t(`deductionChecks.${accept ? 'accepted' : 'returned'}`), icon: 'none' });
    },
  },
});
