import type { Role } from '../../../../../typings/contracts/people';
import { failureOf } from '../../../../services/client-error';
import { serverNow } from '../../../../services/clock';
import { cloud } from '../../../../services/cloud';
import { onLanguageChange, words } from '../../../../services/language';
import { navigate } from '../../../../services/navigate';
import { isOnline, onNetworkChange } from '../../../../services/network';
import { keptProfile, loadProfile } from '../../../../services/profile-data';
import { showTitle } from '../../../../services/title';
import { companyOffset, keptToday } from '../../../../services/today-data';
import { changedPaths } from '../../../../utils/changed-paths';
import { loadTeam } from '../../team-data';
import { type Chip, type Department, type TeamModel, teamView } from './team.view';

/** How often the board looks again while it is seen. */
const REFRESH_MS = 60_000;

const start: TeamModel = {
  members: null,
  next: null,
  failure: null,
  online: true,
  more: 'idle',
  filter: null,
  department: null,
  mayChoose: false,
  choosing: false,
  departments: null,
  departmentsFailure: null,
  at: null,
  utcOffset: 480,
};

const mayChoose = (roles: readonly Role[] = []): boolean => roles.includes('hr');

Page({
  data: teamView(start, words()),
  model: start,
  timer: 0,
  stops: [] as (() => void)[],

  onLoad() {
    const roles = keptToday()?.me.roles ?? keptProfile()?.roles;
    this.model = {
      ...start,
      online: isOnline(),
      mayChoose: mayChoose(roles),
      utcOffset: companyOffset(),
    };
    this.stops = [
      onLanguageChange(() => this.relabel()),
      onNetworkChange((online) => this.onNetwork(online)),
    ];
    this.relabel();
    // Opened by a link on a phone that knows nothing of the person yet.
    if (!roles) void this.learnRoles();
  },

  onShow() {
    void this.refresh();
    this.timer = setInterval(() => void this.refresh(), REFRESH_MS);
  },

  onHide() {
    clearInterval(this.timer);
  },

  onUnload() {
    clearInterval(this.timer);
    for (const stop of this.stops) stop();
  },

  relabel() {
    showTitle('titles.team');
    this.update({});
  },

  update(change: Partial<TeamModel>) {
    this.model = { ...this.model, ...change };
    const changes = changedPaths(this.data, teamView(this.model, words()));
    if (Object.keys(changes).length > 0) this.setData(changes);
  },

  async learnRoles() {
    const profile = await loadProfile().catch(() => null);
    this.update({ mayChoose: mayChoose(profile?.roles) });
  },

  /** As many people as are shown, as they are now. */
  async refresh() {
    const { department, members } = this.model;
    try {
      const team = await loadTeam(department?.id ?? null, members?.length ?? 0);
      if (department !== this.model.department) return;
      this.update({ members: team.items, next: team.next, failure: null, at: serverNow() });
    } catch (thrown) {
      const failure = failureOf(thrown);
      if (failure.code === 'NOT_BOUND') navigate.binding();
      else if (department === this.model.department) this.update({ failure });
    }
  },

  async onPullDownRefresh() {
    await this.refresh();
    wx.stopPullDownRefresh();
  },

  async onReachBottom() {
    const { members, next, more, department } = this.model;
    if (!members || next === null || more === 'loading') return;
    this.update({ more: 'loading' });
    try {
      const input = { cursor: next, ...(department && { departmentId: department.id }) };
      const { data } = await cloud.attendance.teamToday(input);
      const known = new Set(members.map(({ id }) => id));
      const fresh = data.items.filter(({ id }) => !known.has(id));
      this.update({ members: [...members, ...fresh], next: data.next, more: 'idle' });
    } catch (thrown) {
      failureOf(thrown);
      this.update({ more: 'failed' });
    }
  },

  onChip(event: WechatMiniprogram.TouchEvent<never, never, { id: Chip | 'all' }>) {
    const { id } = event.currentTarget.dataset;
    this.update({ filter: id === 'all' ? null : id });
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
    this.update({ department, choosing: false, members: null, next: null, filter: null, failure: null });
    void this.refresh();
  },

  onNetwork(online: boolean) {
    this.update({ online });
    if (online) void this.refresh();
  },

  onRetry() {
    this.update({ failure: null });
    void this.refresh();
  },
});
