import '../../words/words';
import { serverNow } from '../../../../services/clock';
import { cloud } from '../../../../services/cloud';
import { screen } from '../../../../services/screen';
import { companyOffset } from '../../../../services/today-data';
import { dayOf } from '../../../../utils/dates';
import { hidePay, showPay } from '../../hide-from-others';
import { currentOpening, onPayClosed } from '../../opening';
import { type ContributionsModel, contributionsView } from './contributions.view';

function startModel(): ContributionsModel {
  const thisYear = Number(dayOf(serverNow(), companyOffset()).slice(0, 4));
  return { year: thisYear, thisYear, months: null, isLocked: currentOpening() === null, failure: null };
}

screen({
  title: 'titles.ownContributions',
  start: startModel,
  view: contributionsView,
  network: 'retry',
  subject: ({ year }) => year,
  async load({ year }) {
    const opening = currentOpening();
    if (opening === null) return { isLocked: true, months: null };
    return { months: (await cloud.payroll.ownContributions({ year, opening })).data.months, isLocked: false };
  },
  failed: (failure) =>
    failure?.code === 'SECOND_CHECK_NEEDED' ? { isLocked: true, months: null, failure: null } : { failure },
  ended: { months: null },

  on: {
    onLoad() {
      this.stops.push(onPayClosed(() => this.update({ isLocked: true, months: null })));
    },

    onShow() {
      hidePay();
    },

    onHide() {
      showPay();
    },

    onUnload() {
      showPay();
    },

    onOpened() {
      this.update({ isLocked: false, failure: null });
      void this.load();
    },

    onYear({ currentTarget }: WechatMiniprogram.TouchEvent<never, never, { step: number }>) {
      const year = this.model.year + Number(currentTarget.dataset.step);
      this.update({ year, months: null, failure: null });
      void this.load();
    },
  },
});
