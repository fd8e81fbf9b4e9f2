import '../../words/words';
import type { ConsentRow } from '#contracts/goal-align';
import { askOnTap } from '../../../../services/ask-on-tap';
import { cloud } from '../../../../services/cloud';
import { words } from '../../../../services/language';
import { navigate } from '../../../../services/navigate';
import { screen } from '../../../../services/screen';
import { prepareToAsk } from '../../../../services/subscribe';
import { type PushedModel, pushedView } from './pushed.view';

const startModel = (): PushedModel => ({ data: null, declining: null, busy: false, failure: null });

screen({
  title: 'titles.pushedGoals',
  start: startModel,
  view: pushedView,
  async load() {
    void prepareToAsk({});
    return { data: (await cloud.goals.pushed({})).data };
  },
  loadOn: 'show',

  on: {
    onAgree({ currentTarget }: WechatMiniprogram.TouchEvent<never, never, { index: number }>) {
      void askOnTap('waiting');
      void this.agree(currentTarget.dataset.index);
    },

    onDecline({ currentTarget }: WechatMiniprogram.TouchEvent<never, never, { index: number }>) {
      if (!this.model.busy) this.update({ declining: currentTarget.dataset.index });
    },

    onClose() {
      this.update({ declining: null });
    },

    async onDeclined({ detail }: WechatMiniprogram.CustomEvent<{ comment: string; subject: string }>) {
      const row = this.model.data?.consents[this.model.declining ?? -1];
      if (!row || this.model.busy) return;
      void askOnTap('waiting');
      const { comment: note } = detail;
      const send = () => answerAlignment(row, { accept: false, ...(note && { note }) });
      if (await this.saveSheet(detail, { send, closed: { declining: null } })) sayAnswered();
    },

    /** Agrees to an alignment; whatever came of it, the list is shown as it is now. */
    async agree(index: number) {
      const row = this.model.data?.consents[index];
      if (!row || this.model.busy) return;
      const failure = await this.save(async () => {
        await answerAlignment(row, { accept: true });
        return { data: (await cloud.goals.pushed({})).data };
      });
      if (!failure) sayAnswered();
    },

    onOpen({ detail }: WechatMiniprogram.CustomEvent<{ id: string }>) {
      const [sheetId = '', id = ''] = detail.id.split('/');
      navigate.proposal(sheetId, id);
    },
  },
});

async function answerAlignment(
  { cycleId, owner, objectiveId, place }: ConsentRow,
  answer: { readonly accept: boolean; readonly note?: string },
): Promise<undefined> {
  await cloud.goals.answerAlignment({ cycleId, owner: owner.owner, objectiveId, place, ...answer });
}

function sayAnswered(): void {
  wx.showToast({ title: words().t('pushedGoals.answered'), icon: 'none' });
}
