import '../../words/words';
import { cloud } from '../../../../services/cloud';
import { words } from '../../../../services/language';
import { navigate } from '../../../../services/navigate';
import { type Link, screen } from '../../../../services/screen';
import { type BoardModel, editedRow, FIRST_ROWS, MORE_ROWS } from './board.model';
import { boardView } from './board.view';

type Tapped<Data extends object> = WechatMiniprogram.TouchEvent<never, never, Data>;
type Comment = WechatMiniprogram.CustomEvent<{ comment: string; subject: string }>;

const startModel = ({ cycle = '', unit = '' }: Link): BoardModel => ({
  ...{ cycleId: cycle, unitId: unit, data: null, most: FIRST_ROWS },
  ...{ editing: '', to: '', asksReason: false, busy: false, failure: null },
});

screen({
  // The unit is said on the page: with it the title would not fit beside WeChat's capsule.
  title: 'titles.calibration',
  start: startModel,
  view: boardView,
  network: 'retry',
  load: async ({ cycleId, unitId }) => ({ data: (await cloud.appraisal.board({ cycleId, unitId })).data }),

  on: {
    onDistribution() {
      navigate.distribution(this.model.cycleId);
    },

    onMore() {
      this.update({ most: this.model.most + MORE_ROWS });
    },

    onRow({ currentTarget }: Tapped<{ id: string }>) {
      const { id } = currentTarget.dataset;
      const row = this.model.data?.rows.find(({ person }) => person.id === id);
      if (row && this.model.data?.state === 'open')
        this.update({ editing: id, to: row.after, failure: null });
    },

    onGrade({ currentTarget }: Tapped<{ id: string }>) {
      this.update({ to: currentTarget.dataset.id });
    },

    onClose() {
      this.update({ editing: '', asksReason: false });
    },

    async onChange({ detail }: Comment) {
      const { cycleId, to, busy } = this.model;
      const row = editedRow(this.model);
      if (!row || busy || to === row.after) return;
      const input = { cycleId, employeeId: row.person.id, to, reason: detail.comment, rev: row.rev };
      await this.changeBySheet(detail, 'saved', () => cloud.appraisal.changeGrade(input));
    },

    async onLock() {
      const { data, cycleId, unitId, busy } = this.model;
      if (!data || busy) return;
      const { t, pick } = words();
      const { confirm } = await wx.showModal({
        content: t('board.lockAsk', { unit: pick(data.unit) }),
        confirmText: t('board.lockOk'),
        cancelText: t('common.cancel'),
      });
      if (!confirm) return;
      const failure = await this.save(async () => {
        await cloud.appraisal.lockBoard({ cycleId, unitId, rev: data.rev });
        wx.showToast({ icon: 'none', title: t('board.locked') });
        return {};
      });
      if (failure && failure.code !== 'VERSION_CONFLICT') return;
      // Who was slower than somebody else sees what that was.
      await this.load();
      if (failure) this.update({ failure });
    },

    onReopen() {
      this.update({ asksReason: true });
    },

    async onReason({ detail }: Comment) {
      const { cycleId, unitId, busy } = this.model;
      if (busy) return;
      const input = { cycleId, unitId, reason: detail.comment };
      await this.changeBySheet(detail, 'opened', () => cloud.appraisal.openBoard(input));
    },

    /** Sends a change with its reason. */
    async changeBySheet(
      sheet: { subject: string },
      toast: 'saved' | 'opened',
      change: () => Promise<unknown>,
    ) {
      const send = async () => {
        await change();
        wx.showToast({ icon: 'none', title: words().t(`board.${toast}`) });
        return {};
      };
      await this.saveSheet(sheet, { send, closed: { editing: '', asksReason: false } });
    },
  },
});
