import '../../words/words';
import { askOnTap } from '../../../../services/ask-on-tap';
import { cloud } from '../../../../services/cloud';
import { navigate } from '../../../../services/navigate';
import { type Link, screen } from '../../../../services/screen';
import { prepareToAsk } from '../../../../services/subscribe';
import { numberIn } from '../../number-in';
import type { LoopStage } from './loop.view';
import { type PlanModel, planScreen } from './plan.view';

type Tapped<Data extends object> = WechatMiniprogram.TouchEvent<never, never, Data>;

const startModel = ({ id = '' }: Link): PlanModel => ({
  ...{ id: decodeURIComponent(id), data: null, writing: '', measureId: '', value: '' },
  ...{ asking: false, busy: false, failure: null },
});

screen({
  title: 'titles.plan',
  start: startModel,
  view: planScreen,
  async load({ id }) {
    void prepareToAsk({});
    return { data: (await cloud.appraisal.plan({ id })).data };
  },
  loadOn: 'show',

  on: {
    onReport() {
      this.update({ writing: 'report', measureId: '', value: '', failure: null });
    },

    onFinish({ currentTarget }: Tapped<{ id: string }>) {
      this.update({ writing: 'finish', measureId: currentTarget.dataset.id, failure: null });
    },

    onDrop() {
      this.update({ writing: 'drop', failure: null });
    },

    onValue({ detail }: WechatMiniprogram.Input) {
      this.update({ value: detail.value });
    },

    onClose() {
      this.update({ writing: '' });
    },

    async onOk({ detail }: WechatMiniprogram.CustomEvent<{ comment: string; subject: string }>) {
      const { id, data, writing, measureId, value, busy } = this.model;
      if (busy || !data) return;
      const number = writing === 'report' ? numberIn(value) : null;
      const text = detail.comment;
      const more = { ...(number !== null && { value: number }), ...(writing === 'finish' && { measureId }) };
      await this.saveSheet(detail, {
        async send(key) {
          if (writing === 'drop') await cloud.appraisal.dropPlan({ id, rev: data.plan.rev, reason: text });
          else await cloud.appraisal.reportPlan({ id, key, text, ...more });
          return {};
        },
        closed: { writing: '' },
      });
    },

    onAgree() {
      if (this.model.data && !this.model.busy) this.update({ asking: true });
    },

    onNotSure() {
      this.update({ asking: false });
    },

    async onSure() {
      const { id, data, busy } = this.model;
      if (!data || busy) return;
      this.update({ asking: false });
      // What the other one does.
      await askOnTap('result');
      await this.save(
        async () => {
          await cloud.appraisal.agreePlan({ id, rev: data.plan.rev });
          return undefined;
        },
        () => this.load(),
      );
    },

    onEdit() {
      navigate.planForm({ id: this.model.id });
    },

    onDecide() {
      navigate.planVerdict(this.model.id);
    },

    onStage({ currentTarget }: Tapped<{ opens: LoopStage['opens'] }>) {
      const { data } = this.model;
      const { opens } = currentTarget.dataset;
      if (!data) return;
      if (opens === 'goal' && data.loop.goal) navigate.goalSheet(data.loop.goal.sheetId);
      if (opens === 'feedback') navigate.feedback(data.plan.person.id);
      if (opens === 'next') this.onTake();
    },

    /** The proposed goal in the editor of goals, filled in: the person saves it. */
    onTake() {
      const { next, nextSheetId } = this.model.data?.loop ?? {};
      if (next && nextSheetId) navigate.proposedObjective(nextSheetId, next);
    },
  },
});
