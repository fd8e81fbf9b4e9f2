import '../../words/words';
import { CHINA_UTC_OFFSET } from '../../../../common/units';
import { serverNow } from '../../../../services/clock';
import { cloud } from '../../../../services/cloud';
import { navigate } from '../../../../services/navigate';
import { type Link, screen } from '../../../../services/screen';
import { addDays, dayOf } from '../../../../utils/dates';
import { openHandlers } from '../../parts/evidence-handlers';
import { type TeamDayModel, teamDayView } from './team-day.view';

function startModel({ cycle = '' }: Link): TeamDayModel {
  const today = dayOf(serverNow(), CHINA_UTC_OFFSET);
  return { cycleId: cycle, day: today, today, data: null, failure: null };
}

screen({
  title: 'titles.teamDay',
  start: startModel,
  view: teamDayView,
  subject: ({ day }) => day,
  load: async ({ cycleId, day }) => ({ data: (await cloud.goals.teamDay({ cycleId, day })).data }),

  on: {
    turn(days: number) {
      this.update({ day: addDays(this.model.day, days), data: null, failure: null });
      void this.load();
    },

    onPrevious() {
      this.turn(-1);
    },

    onNext() {
      if (!this.data.isLast) this.turn(1);
    },

    ...openHandlers,

    onPerson({ currentTarget }: WechatMiniprogram.TouchEvent<never, never, { id: string }>) {
      navigate.goalSheet(`${this.model.cycleId}:p-${currentTarget.dataset.id}`);
    },
  },
});
