import '../../words/words';
import type { HandoverTaskBrief } from '#contracts/handover';
import { CHINA_UTC_OFFSET } from '../../../../common/units';
import { failureOf } from '../../../../services/client-error';
import { cloud } from '../../../../services/cloud';
import { navigate } from '../../../../services/navigate';
import { type Link, screen } from '../../../../services/screen';
import { type HandoverModel, handoverView } from '../../handover.view';

type TaskEvent = WechatMiniprogram.TouchEvent<never, never, { id: string }>;

const empty: HandoverModel = {
  tasks: null,
  failure: null,
  busy: null,
  waiving: null,
  employeeId: '',
  utcOffset: CHINA_UTC_OFFSET,
};

screen({
  title: 'titles.handover',
  start: ({ employee = '' }: Link) => ({ ...empty, employeeId: employee }),
  view: handoverView,

  async load({ employeeId }) {
    const { data } = await cloud.requests.handover(employeeId ? { employeeId } : {});
    return { tasks: data.tasks };
  },
  loadOn: 'show',

  on: {
    onEmpty() {
      navigate.pending();
    },

    onDone(event: TaskEvent) {
      void this.decide(event.currentTarget.dataset.id, 'done');
    },

    onReopen(event: TaskEvent) {
      void this.decide(event.currentTarget.dataset.id, 'open');
    },

    onWaive(event: TaskEvent) {
      this.update({ waiving: event.currentTarget.dataset.id });
    },

    onWaiveOk({ detail: { comment } }: WechatMiniprogram.CustomEvent<{ comment: string }>) {
      const { waiving } = this.model;
      this.update({ waiving: null });
      if (waiving) void this.decide(waiving, 'waived', comment);
    },

    onWaiveClose() {
      this.update({ waiving: null });
    },

    /** The answer replaces the task; after a conflict the current task and the error are shown. */
    async decide(id: string, state: HandoverTaskBrief['state'], note = '') {
      const { tasks, busy } = this.model;
      const task = tasks?.find((one) => one.id === id);
      if (!task || busy) return;
      this.update({ busy: id, failure: null });
      try {
        const { data } = await cloud.requests.decideHandover({ id, rev: task.rev, state, note });
        wx.vibrateShort({ type: 'light', fail: () => undefined });
        const now = (this.model.tasks ?? []).map((one) => (one.id === id ? data : one));
        this.update({ busy: null, tasks: now });
      } catch (thrown) {
        const failure = failureOf(thrown);
        if (failure.code === 'REQUEST_CHANGED') await this.load();
        this.update({ busy: null, failure });
      }
    },

    onAll(event: TaskEvent) {
      navigate.handover(event.currentTarget.dataset.id);
    },
  },
});
