import '../../words/words';
import type { Day } from '#contracts/common';
import { CHINA_UTC_OFFSET } from '../../../../common/units';
import { serverNow } from '../../../../services/clock';
import { cloud } from '../../../../services/cloud';
import { words } from '../../../../services/language';
import { navigate } from '../../../../services/navigate';
import { type Link, screen } from '../../../../services/screen';
import { addDays, dayOf } from '../../../../utils/dates';
import { type NoteModel, noteScreen } from './note.view';

type Comment = WechatMiniprogram.CustomEvent<{ comment: string; subject: string }>;

const today = () => dayOf(serverNow(), CHINA_UTC_OFFSET);
/** Days that an improvement is given unless another day is chosen. */
const IMPROVE_DAYS = 30;

const startModel = ({ id = '' }: Link): NoteModel => ({
  ...{ id: decodeURIComponent(id), note: null, answer: '', visibility: 'receiver' },
  ...{
    replying: false,
    improving: false,
    today: today(),
    dueOn: addDays(today(), IMPROVE_DAYS),
    busy: false,
    failure: null,
  },
});

screen({
  title: 'titles.feedbackNote',
  start: startModel,
  view: noteScreen,
  load: async ({ id }) => ({ note: (await cloud.appraisal.feedbackNote({ id })).data }),
  loadOn: 'show',
  leaving: ({ answer }) => (answer.trim() === '' ? null : 'feedbackForm.leaving'),

  on: {
    onAnswerText({ detail }: WechatMiniprogram.Input) {
      this.update({ answer: detail.value, failure: null });
    },

    onVisibility({
      currentTarget,
    }: WechatMiniprogram.TouchEvent<never, never, { id: 'receiver' | 'manager' }>) {
      this.update({ visibility: currentTarget.dataset.id });
    },

    async send(answer: { readonly text: string; readonly visibility: 'receiver' | 'manager' } | null) {
      const { id, note, busy } = this.model;
      if (!note || busy) return;
      const failure = await this.save(
        async () => {
          await cloud.appraisal.answerFeedback({ id, rev: note.rev, answer });
          return { answer: '' };
        },
        () => this.load(),
      );
      if (!failure) wx.showToast({ title: words().t('note.saved'), icon: 'none' });
    },

    async onAnswer() {
      const { answer, visibility } = this.model;
      if (this.data.canSend) await this.send({ text: answer.trim(), visibility });
    },

    async onDecline() {
      if (await this.confirmed('note.declineAsk', 'note.decline')) await this.send(null);
    },

    async confirmed(content: 'note.declineAsk' | 'note.withdrawAsk', ok: 'note.decline' | 'note.withdraw') {
      const { confirm } = await wx.showModal({
        content: words().t(content),
        confirmText: words().t(ok),
        cancelText: words().t('common.cancel'),
      });
      return confirm;
    },

    onReply() {
      this.update({ replying: true, failure: null });
    },

    onReplyClose() {
      this.update({ replying: false });
    },

    async onReplyOk({ detail }: Comment) {
      const { id, busy } = this.model;
      if (busy) return;
      await this.saveSheet(detail, {
        async send(key) {
          await cloud.appraisal.replyFeedback({ id, key, text: detail.comment });
          return {};
        },
        closed: { replying: false },
      });
    },

    onImprove() {
      this.update({ improving: true, failure: null });
    },

    onImproveClose() {
      this.update({ improving: false });
    },

    onDue({ detail }: WechatMiniprogram.PickerChange) {
      this.update({ dueOn: String(detail.value) as Day });
    },

    async onImproveOk({ detail }: Comment) {
      const { id: noteId, dueOn, busy } = this.model;
      if (busy) return;
      await this.saveSheet(detail, {
        async send() {
          const { data } = await cloud.appraisal.planFromFeedback({ noteId, text: detail.comment, dueOn });
          navigate.plan(data.id);
          return {};
        },
        closed: { improving: false },
      });
    },

    onPlan() {
      const planId = this.model.note?.planId;
      if (planId) navigate.plan(planId);
    },

    async onWithdraw() {
      const { id, note, busy } = this.model;
      if (!note || busy || !(await this.confirmed('note.withdrawAsk', 'note.withdraw'))) return;
      await this.save(
        async () => {
          await cloud.appraisal.withdrawFeedback({ id, rev: note.rev });
          return undefined;
        },
        () => this.load(),
      );
    },
  },
});
