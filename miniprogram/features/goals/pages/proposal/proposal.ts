import '../../words/words';
import type { TextKey } from '../../../../locales/texts';
import { askOnTap } from '../../../../services/ask-on-tap';
import { cloud } from '../../../../services/cloud';
import { words } from '../../../../services/language';
import { navigate } from '../../../../services/navigate';
import { type Link, screen } from '../../../../services/screen';
import { prepareToAsk } from '../../../../services/subscribe';
import { sheetIn } from '../../place-in';
import { type ProposalModel, proposalView } from './proposal.view';

const startModel = ({ sheet = '', id = '' }: Link): ProposalModel => ({
  ...{ sheetId: decodeURIComponent(sheet), id, data: null, withdrawing: false, busy: false, failure: null },
});

screen({
  title: 'titles.proposal',
  start: startModel,
  view: proposalView,
  async load({ sheetId, id }) {
    void prepareToAsk({});
    return { data: (await cloud.goals.proposal({ ...sheetIn(sheetId), id })).data };
  },
  loadOn: 'show',

  on: {
    /** Sends a step; whatever came of it, the goal is shown as it is now. */
    async send(step: (at: ReturnType<typeof placeOf>) => Promise<unknown>, done: TextKey) {
      if (!this.model.data || this.model.busy) return;
      const failure = await this.save(async () => {
        await step(placeOf(this.model));
        return {};
      });
      if (failure) {
        // The failure is told; if this fails as well, what is on the screen stays.
        const { data } = await cloud.goals.proposal(placeOf(this.model)).catch(() => ({ data: null }));
        if (data) this.update({ data });
        return;
      }
      wx.showToast({ title: words().t(done), icon: 'none' });
      await this.load();
    },

    onConfirm() {
      void askOnTap('waiting');
      void this.send((at) => cloud.goals.answerPush(at), 'proposal.confirmed');
    },

    onAccept() {
      void askOnTap('waiting');
      void this.send((at) => cloud.goals.decidePush({ ...at, decision: 'accept' }), 'proposal.accepted');
    },

    onCounter() {
      navigate.otherVersion('counter', this.model.sheetId, this.model.id);
    },

    onChange() {
      navigate.otherVersion('change', this.model.sheetId, this.model.id);
    },

    onWithdraw() {
      if (this.model.data) this.update({ withdrawing: true });
    },

    onClose() {
      this.update({ withdrawing: false });
    },

    async onWithdrawn({ detail }: WechatMiniprogram.CustomEvent<{ comment: string; subject: string }>) {
      if (this.model.busy) return;
      const asked = { ...placeOf(this.model), decision: 'withdraw', reason: detail.comment } as const;
      const isSent = await this.saveSheet(detail, {
        async send() {
          await cloud.goals.decidePush(asked);
          return {};
        },
        closed: { withdrawing: false },
      });
      if (isSent) wx.showToast({ title: words().t('proposal.withdrawn'), icon: 'none' });
    },
  },
});

const placeOf = ({ sheetId, id, data }: ProposalModel) => ({
  ...sheetIn(sheetId),
  ...{ id, rev: data?.proposal.rev ?? 0 },
});
