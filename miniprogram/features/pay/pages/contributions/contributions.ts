import '../../words/words';
import { serverNow } from '../../../../services/clock';
import { cloud } from '../../../../services/cloud';
import { companyOffset } from '../../../../services/today-data';
import { dayOf } from '../../../../utils/dates';
import { currentOpening } from '../../opening';
import { lockedScreen } from '../../pay-screen';
import { type ContributionsModel, contributionsView } from './contributions.view';

function startModel(): ContributionsModel {
  const thisYear = Number(dayOf(serverNow(), companyOffset()).slice(0, 4));
  return { year: thisYear, thisYear, months: null, isLocked: currentOpening() === null, failure: null };
}

lockedScreen({
  title: 'titles.ownContributions',
  start: startModel,
  view: contributionsView,
  network: 'retry',
  subject: ({ year }) => year,
  load: async ({ year }, opening) => ({
    months: (await cloud.payroll.ownContributions({ year, opening })).data.months,
  }),
  closed: { months: null },
  ended: { months: null },

  on: {
    onYear({ currentTarget }: WechatMiniprogram.TouchEvent<never, never, { step: number }>) {
      const year = this.model.year + Number(currentTarget.dataset.step);
      this.update({ year, months: null, failure: null });
      void this.load();
    },
  },
});
