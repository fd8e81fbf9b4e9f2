import '../../words/words';
import { askOnTap } from '../../../../services/ask-on-tap';
import { cloud } from '../../../../services/cloud';
import { words } from '../../../../services/language';
import { navigate } from '../../../../services/navigate';
import { screen } from '../../../../services/screen';
import { prepareToAsk } from '../../../../services/subscribe';
import { type PushedModel, pushedView } from './pushed.view';

const startModel = (): PushedModel => ({ data: null, busy: false, failure: null });

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

    async onDecline({ currentTarget }: WechatMiniprogram.TouchEvent<never, never, { index: number }>) {
      void askOnTap('waiting');
      const { confirm, content } = await wx.showModal({
        title: words().t('pushedGoals.declineAsk'),
        editable: true,
        placeholderText: words().t('pushedGoals.declineNote'),
        confirmText: words().t('pushedGoals.decline'),
        cancelText: words().t('common.cancel'),
      });
      if (confirm)
        await this.answer(currentTarget.dataset.index, false, (content ?? '').trim().slice(0, 200));
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
