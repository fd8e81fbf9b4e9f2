import '../../words/words';
import { CHINA_UTC_OFFSET } from '../../../../common/units';
import { serverNow } from '../../../../services/clock';
import { cloud } from '../../../../services/cloud';
import { navigate } from '../../../../services/navigate';
import { isOnline } from '../../../../services/network';
import { screen } from '../../../../services/screen';
import { dayOf } from '../../../../utils/dates';
import { type ShiftsModel, shiftsView } from './shifts.view';

screen({
  title: 'titles.shifts',
  start: (): ShiftsModel => ({
    today: dayOf(serverNow(), CHINA_UTC_OFFSET),
    shifts: null,
    failure: null,
    online: isOnline(),
  }),
  view: shiftsView,

  async load() {
    const { data } = await cloud.schedule.shifts({});
    return { shifts: data.shifts };
  },
  /** Also when the person comes back from a shift that they have changed. */
  loadOn: 'show',
  network: 'reload',

  on: {
    onOpen(event: WechatMiniprogram.TouchEvent<never, never, { id: string }>) {
      navigate.shift(event.currentTarget.dataset.id);
    },

    onAdd() {
      navigate.shift();
    },
  },
});
