import '../../words/words';
import { CHINA_UTC_OFFSET } from '../../../../common/units';
import { serverNow } from '../../../../services/clock';
import { cloud } from '../../../../services/cloud';
import { words } from '../../../../services/language';
import { navigate } from '../../../../services/navigate';
import { type Link, screen } from '../../../../services/screen';
import { addDays, dayOf, dayText } from '../../../../utils/dates';
import { type TeamModel, teamView } from './team.view';

/** Days by which missing answers are let in. */
const EXTENSION_DAYS = 3;

function startModel({ cycle = '', all = '' }: Link): TeamModel {
  return { cycleId: cycle, all: all === '1', cycle: null, rows: [], next: null, busy: false, failure: null };
}

type Tapped = WechatMiniprogram.TouchEvent<never, never, { readonly id: string }>;

screen({
  title: 'titles.reviewTeam',
  start: startModel,
  view: teamView,
  loadOn: 'show',
  async load({ cycleId, all }) {
    const { data } = await cloud.appraisal.reviewed({ cycleId, ...(all && { all }) });
    return { cycle: data.cycle, rows: data.rows, next: data.next };
  },

  on: {
    async onMore() {
      const { next } = this.model;
      if (next === null) return;
      await this.attempt(async ({ cycleId }) => {
        const { data } = await cloud.appraisal.reviewed({ cycleId, all: true, after: next });
        return (model: TeamModel) => ({ rows: [...model.rows, ...data.rows], next: data.next });
      });
    },

    onPerson({ currentTarget }: Tapped) {
      navigate.reviewPeers(this.model.cycleId, currentTarget.dataset.id);
    },

    onCards({ currentTarget }: Tapped) {
      if (this.model.all) navigate.reviewCustomers(this.model.cycleId, currentTarget.dataset.id);
    },

    async onReopen({ currentTarget }: Tapped) {
      const { cycle, cycleId } = this.model;
      if (!cycle) return;
      const today = dayOf(serverNow(), CHINA_UTC_OFFSET);
      const [, last = today] = [cycle.answersUntil, today].sort();
      const until = addDays(last, EXTENSION_DAYS);
      const { confirm, content } = await wx.showModal({
        title: words().t('reviewTeam.reopenAsk', { day: dayText(until, words()) }),
        editable: true,
        confirmText: words().t('reviewTeam.reopenOk'),
        cancelText: words().t('common.cancel'),
      });
      const reason = (content ?? '').trim();
      if (!confirm) return;
      if (reason === '') {
        wx.showToast({ title: words().t('reviewTeam.needReason'), icon: 'none' });
        return;
      }
      const { id: employeeId } = currentTarget.dataset;
      const failure = await this.save(async () => {
        await cloud.appraisal.reopenReview({ cycleId, employeeId, until, reason });
        return undefined;
      });
      if (failure) return;
      wx.showToast({ title: words().t('reviewTeam.done'), icon: 'success' });
      void this.load();
    },
  },
});
