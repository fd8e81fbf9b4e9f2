import type { Day } from '#contracts/common';
import type { Slot } from '#contracts/punch';
import { words } from './language';

/**
 * WeChat keeps ten pages and says nothing when one more does not open, nor when a subpackage could not be fetched. The
 * eleventh page takes the place of the tenth; the rest is told.
 */
const go = (url: string): void => {
  const tell = () => {
    wx.showToast({ icon: 'none', duration: 3_000, title: words().t('errors.PAGE_NOT_OPENED') });
  };
  wx.navigateTo({
    url,
    fail: ({ errMsg }) => {
      if (/limit exceed/i.test(errMsg)) wx.redirectTo({ url, fail: tell });
      else tell();
    },
  });
};

/** Where the screens are. */
export const navigate = {
  /** A page of the caller's own feature. */
  to: go,
  month: (day?: Day): void => go(`/features/attendance/pages/month/month${day ? `?day=${day}` : ''}`),
  /** With the key of a punch whose words were refused: to change them. */
  fieldPunch: (punchKey = ''): void =>
    go(`/features/attendance/pages/field-punch/field-punch${punchKey ? `?punch=${punchKey}` : ''}`),
  site: (id?: string): void => go(`/features/sites/pages/site/site${id ? `?id=${id}` : ''}`),
  screen: (siteId: string): void => go(`/features/sites/pages/screen/screen?id=${siteId}`),
  newRequest: (): void => go('/features/requests/pages/new/new'),
  requestForm: (typeId: string): void => go(`/features/requests/pages/form/form?type=${typeId}`),
  correction: (day: Day, slot: Slot): void =>
    go(`/features/requests/pages/form/form?type=correction&day=${day}&slot=${slot}`),
  request: (id: string): void => go(`/features/requests/pages/detail/detail?id=${id}`),
  balances: (): void => go('/features/requests/pages/balances/balances'),
  delegate: (): void => go('/features/requests/pages/delegate/delegate'),
  /** What one leaver hands over; without a number everything that the person looks after. */
  handover: (employeeId = ''): void =>
    go(`/features/requests/pages/handover/handover${employeeId ? `?employee=${employeeId}` : ''}`),
  inbox: (): void => go('/features/notices/pages/inbox/inbox'),
  office: (): void => go('/features/office/pages/home/home'),
  team: (): void => go('/features/office/pages/team/team'),
  /** A shift to change, or a new one. */
  shift: (id?: string): void => go(`/features/schedule/pages/shift/shift${id ? `?id=${id}` : ''}`),
  about: (): void => go('/features/people/pages/about/about'),
  /** Instead of every other page: nothing else works before the binding. */
  binding: (): void => {
    wx.reLaunch({ url: '/features/people/pages/binding/binding' });
  },
  today: (): void => {
    wx.switchTab({ url: '/pages/today/today' });
  },
  pending: (): void => {
    wx.switchTab({ url: '/pages/pending/pending' });
  },
  back: (): void => {
    wx.navigateBack({ fail: navigate.today });
  },
};
