import type { Words } from '../../locales/words';
import { serverNow } from '../../services/clock';
import { companyOffset } from '../../services/today-data';
import { dayOf } from '../../utils/dates';
import { currentOpening } from './opening';
import { lockedScreen } from './pay-screen';
import type { YearFrame } from './year-frame';

/** A page of own figures of a year behind the second check, which turns from year to year. */
interface YearScreen<Month, View extends object> {
  readonly title: 'titles.payYear' | 'titles.ownContributions';
  readonly view: (model: YearFrame<Month>, t: Words) => View;
  readonly monthsOf: (year: number, opening: string) => Promise<readonly Month[]>;
}

export function yearScreen<Month, View extends object>({
  title,
  view,
  monthsOf,
}: YearScreen<Month, View>): void {
  lockedScreen({
    title,
    start(): YearFrame<Month> {
      const thisYear = Number(dayOf(serverNow(), companyOffset()).slice(0, 4));
      const isLocked = currentOpening() === null;
      return { year: thisYear, thisYear, months: null, isLocked, failure: null };
    },
    view,
    network: 'retry',
    subject: ({ year }) => year,
    load: async ({ year }, opening) => ({ months: await monthsOf(year, opening) }),
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
}
