import type { Day } from '../../typings/contracts/common';

const go = (url: string): void => {
  wx.navigateTo({ url });
};

/** Where the screens are. */
export const navigate = {
  month: (day?: Day): void => go(`/features/attendance/pages/month/month${day ? `?day=${day}` : ''}`),
  fieldPunch: (): void => go('/features/attendance/pages/field-punch/field-punch'),
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
