import '../../words/words';
import { CHINA_UTC_OFFSET } from '../../../../common/units';
import { cloud } from '../../../../services/cloud';
import { navigate } from '../../../../services/navigate';
import { type Link, screen } from '../../../../services/screen';
import { type HandoverModel, handoverView } from '../../handover.view';

type TaskEvent = WechatMiniprogram.TouchEvent<never, never, { id: string }>;

const empty: HandoverModel = {
  tasks: null,
  failure: null,
  busy: false,
  deciding: null,
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

    async onWaiveOk({ detail }: WechatMiniprogram.CustomEvent<{ comment: string; subject: string }>) {
      const { waiving, tasks, busy } = this.model;
      const task = tasks?.find(({ id }) => id === waiving);
      if (!task || busy) return;
      const { id, rev } = task;
      this.update({ deciding: id });
      const send = async () => this.decided({ id, rev, state: 'waived', note: detail.comment });
      await this.saveSheet(detail, {
        send,
        closed: { waiving: null },
        // Loaded anew, the list has what is open alone.
        reload: async (isSent) => (isSent ? undefined : this.load()),
      });
    },

    onWaiveClose() {
      this.update({ waiving: null });
    },

    /** After a conflict the current task and the error are shown. */
    async decide(id: string, state: 'done' | 'open') {
      const { tasks, busy } = this.model;
      const task = tasks?.find((one) => one.id === id);
      if (!task || busy) return;
      this.update({ deciding: id });
      const failure = await this.save(() => this.decided({ id, rev: task.rev, state, note: '' }));
      if (failure?.code !== 'REQUEST_CHANGED') return;
      await this.load();
      this.update({ failure });
    },

    /** The answer replaces the task. */
    async decided(decision: Parameters<typeof cloud.requests.decideHandover>[0]) {
      const { data } = await cloud.requests.decideHandover(decision);
      wx.vibrateShort({ type: 'light', fail: () => undefined });
      return { tasks: (this.model.tasks ?? []).map((one) => (one.id === data.id ? data : one)) };
    },

    onAll(event: TaskEvent) {
      navigate.handover(event.currentTarget.dataset.id);
    },
  },
});
