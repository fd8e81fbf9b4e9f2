import '../../words/words';
import { cloud } from '../../../../services/cloud';
import { type Link, screen } from '../../../../services/screen';
import { MAX_WEEK, noWeek, type WeekModel, weekView } from './week.view';

const inputOf = ({ week, departmentId }: WeekModel) => ({ week, ...(departmentId && { departmentId }) });

screen({
  title: 'titles.week',
  start: () => noWeek,
  view: weekView,
  async load(model) {
    const { data } = await cloud.attendance.teamWeek(inputOf(model));
    return {
      members: data.items,
      next: data.next,
      leftOut: data.leftOut ?? [],
      monday: data.monday,
      today: data.today,
    };
  },
  subject: ({ week }) => week,
  failed: (failure): Partial<WeekModel> => ({ failure, more: 'idle' }),
  network: 'retry',

  on: {
    onLoad({ department = '', name = '' }: Link) {
      this.update({ departmentId: department, departmentName: decodeURIComponent(name) });
    },

    onTurn({ detail }: WechatMiniprogram.CustomEvent<{ by: number }>) {
      const week = Math.min(MAX_WEEK, Math.max(0, this.model.week + detail.by));
      this.update({
        week,
        members: null,
        next: null,
        leftOut: [],
        monday: null,
        failure: null,
        more: 'idle',
      });
      void this.load();
    },

    async onReachBottom() {
      const { next, more } = this.model;
      if (next === null || more === 'loading') return;
      this.update({ more: 'loading' });
      await this.attempt(async (model) => {
        const { data } = await cloud.attendance.teamWeek({ ...inputOf(model), cursor: next });
        return ({ members, leftOut }) => ({
          members: [...(members ?? []), ...data.items],
          leftOut: [...leftOut, ...(data.leftOut ?? [])],
          next: data.next,
          more: 'idle',
        });
      });
    },

    onPerson({ currentTarget }: WechatMiniprogram.TouchEvent<never, never, { id: string }>) {
      this.update({ shownId: currentTarget.dataset.id });
    },

    onPersonClose() {
      this.update({ shownId: '' });
    },
  },
});
