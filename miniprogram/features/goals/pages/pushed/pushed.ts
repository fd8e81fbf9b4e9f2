import '../../words/words';
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
      void this.answer(currentTarget.dataset.index, true);
    },

    onDecline({ currentTarget }: WechatMiniprogram.TouchEvent<never, never, { index: number }>) {
      if (!this.model.busy) this.update({ declining: currentTarget.dataset.index });
    },

    onClose() {
      this.update({ declining: null });
    },

    onDeclined({ detail }: WechatMiniprogram.CustomEvent<{ comment: string }>) {
      const { declining } = this.model;
      if (declining === null) return;
      void askOnTap('waiting');
      this.update({ declining: null });
      void this.answer(declining, false, detail.comment);
    },

    /** Answers an alignment; whatever came of it, the list is shown as it is now. */
    async answer(index: number, accept: boolean, note = '') {
      const row = this.model.data?.consents[index];
      if (!row || this.model.busy) return;
      const { cycleId, owner, objectiveId, place } = row;
      const failure = await this.save(async () => {
        await cloud.goals.answerAlignment({
          ...{ cycleId, owner: owner.owner, objectiveId, place, accept },
          ...(note && { note }),
        });
        return { data: (await cloud.goals.pushed({})).data };
      });
      if (!failure) wx.showToast({ title: words().t('pushedGoals.answered'), icon: 'none' });
    },

    onOpen({ detail }: WechatMiniprogram.CustomEvent<{ id: string }>) {
      const [sheetId = '', id = ''] = detail.id.split('/');
      navigate.proposal(sheetId, id);
    },
  },
});
