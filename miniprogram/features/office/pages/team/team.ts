import '../../words/words';
import type { Role } from '#contracts/person';
import { failureOf } from '../../../../services/client-error';
import { serverNow } from '../../../../services/clock';
import { cloud } from '../../../../services/cloud';
import { words } from '../../../../services/language';
import { navigate } from '../../../../services/navigate';
import { isOnline } from '../../../../services/network';
import { cachedProfile, loadProfile } from '../../../../services/profile-data';
import { screen } from '../../../../services/screen';
import { cachedToday, companyOffset } from '../../../../services/today-data';
import { loadTeam } from '../../team-data';
import { type Chip, type Department, noTeam, teamView } from './team.view';

/** How often the board looks again while it is seen. */
const REFRESH_MS = 60_000;

const mayChoose = (roles: readonly Role[] = []): boolean => roles.includes('hr');

const knownRoles = () => cachedToday()?.me.roles ?? cachedProfile()?.roles;

screen({
  title: 'titles.team',
  start: () => ({
    ...noTeam,
    online: isOnline(),
    mayChoose: mayChoose(knownRoles()),
    utcOffset: companyOffset(),
  }),
  view: teamView,
  fields: () => ({ timer: 0 }),

  /** As many people as are shown, as they are now. */
  async load({ department, members }) {
    const team = await loadTeam(department?.id ?? null, members?.length ?? 0);
    return { members: team.items, next: team.next, leftOut: team.leftOut, at: serverNow() };
  },
  loadOn: 'show',
  subject: ({ department }) => department,

  on: {
    onLoad() {
      // Opened by a link on a phone that knows nothing of the person yet.
      if (!knownRoles()) void this.loadRoles();
    },

    onShow() {
      this.timer = setInterval(() => void this.load(), REFRESH_MS);
    },

    onHide() {
      clearInterval(this.timer);
    },

    onUnload() {
      clearInterval(this.timer);
    },

    async loadRoles() {
      const profile = await loadProfile().catch(() => null);
      this.update({ mayChoose: mayChoose(profile?.roles) });
    },

    async onReachBottom() {
      const { members, next, more, department } = this.model;
      if (!members || next === null || more === 'loading') return;
      this.update({ more: 'loading' });
      try {
        const input = { cursor: next, ...(department && { departmentId: department.id }) };
        const { data } = await cloud.attendance.teamToday(input);
        if (department !== this.model.department) return;
        const known = new Set(members.map(({ id }) => id));
        const fresh = data.items.filter(({ id }) => !known.has(id));
        const leftOut = [...this.model.leftOut, ...(data.leftOut ?? [])];
        this.update({ members: [...members, ...fresh], next: data.next, leftOut, more: 'idle' });
      } catch (thrown) {
        failureOf(thrown);
        if (department === this.model.department) this.update({ more: 'failed' });
      }
    },

    onChip(event: WechatMiniprogram.TouchEvent<never, never, { id: Chip | 'all' }>) {
      const { id } = event.currentTarget.dataset;
      this.update({ filter: id === 'all' ? null : id });
    },

    onPerson({ currentTarget }: WechatMiniprogram.TouchEvent<never, never, { id: string }>) {
      this.update({ shownId: currentTarget.dataset.id });
    },

    onPersonClose() {
      this.update({ shownId: '' });
    },

    onWeek() {
      const { department } = this.model;
      navigate.teamWeek(department ? { id: department.id, name: words().pick(department.name) } : undefined);
    },

    async onChoose() {
      this.update({ choosing: true, departmentsFailure: null });
      if (this.model.departments) return;
      try {
        const { data } = await cloud.people.departments({});
        this.update({ departments: data.departments });
      } catch (thrown) {
        this.update({ departmentsFailure: failureOf(thrown) });
      }
    },

    onChooseClose() {
      this.update({ choosing: false });
    },

    onDepartment(event: WechatMiniprogram.TouchEvent<never, never, { id: string }>) {
      const { id } = event.currentTarget.dataset;
      const department: Department | null = this.model.departments?.find((each) => each.id === id) ?? null;
      const none = {
        members: null,
        next: null,
        leftOut: [],
        filter: null,
        failure: null,
        more: 'idle' as const,
      };
      this.update({ department, choosing: false, ...none });
      void this.load();
    },

    onNetwork(online: boolean) {
      this.update({ online });
      if (online) void this.load();
    },
  },
});
