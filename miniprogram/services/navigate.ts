import type { Slot } from '../../typings/contracts/attendance';
import type { Day } from '../../typings/contracts/common';

const go = (url: string): void => {
  wx.navigateTo({ url });
};

/** Where the screens are. */
export const navigate = {
  month: (day?: Day): void => go(`/features/attendance/pages/month/month${day ? `?day=${day}` : ''}`),
  fieldPunch: (): void => go('/features/attendance/pages/field-punch/field-punch'),
  newRequest: (): void => go('/features/requests/pages/new/new'),
  requestForm: (typeId: string): void => go(`/features/requests/pages/form/form?type=${typeId}`),
  correction: (day: Day, slot: Slot): void =>
    go(`/features/requests/pages/form/form?type=correction&day=${day}&slot=${slot}`),
  request: (id: string): void => go(`/features/requests/pages/detail/detail?id=${id}`),
  balances: (): void => go('/features/requests/pages/balances/balances'),
  delegate: (): void => go('/features/requests/pages/delegate/delegate'),
  inbox: (): void => go('/features/notices/pages/inbox/inbox'),
  office: (): void => go('/features/office/pages/home/home'),
  team: (): void => go('/features/office/pages/team/team'),
  about: (): void => go('/features/people/pages/about/about'),
  /** Instead of every other page: nothing else works before the binding. */
  binding: (): void => {
    wx.reLaunch({ url: '/features/people/pages/binding/binding' });
  },
  today: (): void => {
    wx.switchTab({ url: '/pages/today/today' });
  },
  back: (): void => {
    wx.navigateBack({ fail: navigate.today });
  },
};
