import type { Day, Month } from '#contracts/common';
import type { Slot } from '#contracts/punch';
import { words } from './language';

/**
 * Opens a page. WeChat allows ten pages in the stack: the eleventh replaces the tenth. Other failures, such as a
 * subpackage that was not downloaded, show a toast, because WeChat shows nothing.
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

/** Opens each screen by its URL. */
export const navigate = {
  /** Opens a page within the caller's feature. */
  to: go,
  month: (day?: Day): void => go(`/features/attendance/pages/month/month${day ? `?day=${day}` : ''}`),
  /** The month of another employee, for HR. */
  monthOf: (employeeId: string, day: Day): void =>
    go(`/features/attendance/pages/month/month?day=${day}&employee=${employeeId}`),
  /** With a punch key: edits the texts of a punch that failed the content check. */
  fieldPunch: (punchKey = ''): void =>
    go(`/features/attendance/pages/field-punch/field-punch${punchKey ? `?punch=${punchKey}` : ''}`),
  site: (id?: string): void => go(`/features/sites/pages/site/site${id ? `?id=${id}` : ''}`),
  screen: (siteId: string): void => go(`/features/sites/pages/screen/screen?id=${siteId}`),
  newRequest: (): void => go('/features/requests/pages/new/new'),
  requestForm: (typeId: string): void => go(`/features/requests/pages/form/form?type=${typeId}`),
  /** `time` is `HH:mm`, or empty for the time of the shift. */
  correction: (day: Day, slot: Slot, time = ''): void =>
    go(
      `/features/requests/pages/form/form?type=correction&day=${day}&slot=${slot}${time ? `&time=${encodeURIComponent(time)}` : ''}`,
    ),
  request: (id: string): void => go(`/features/requests/pages/detail/detail?id=${id}`),
  balances: (): void => go('/features/requests/pages/balances/balances'),
  delegate: (): void => go('/features/requests/pages/delegate/delegate'),
  /** Handover tasks of one leaver; without an employee id, all tasks assigned to the person. */
  handover: (employeeId = ''): void =>
    go(`/features/requests/pages/handover/handover${employeeId ? `?employee=${employeeId}` : ''}`),
  inbox: (): void => go('/features/notices/pages/inbox/inbox'),
  office: (): void => go('/features/office/pages/home/home'),
  dataFaults: (): void => go('/features/office/pages/data-faults/data-faults'),
  settlement: (month: Month): void => go(`/features/office/pages/settlement/settlement?month=${month}`),
  flags: (): void => go('/features/office/pages/flags/flags'),
  payments: (): void => go('/features/requests/pages/payments/payments'),
  team: (): void => go('/features/office/pages/team/team'),
  /** The week of the own reports, or of a department. */
  teamWeek: (department?: { readonly id: string; readonly name: string }): void =>
    go(
      `/features/office/pages/week/week${department ? `?department=${department.id}&name=${encodeURIComponent(department.name)}` : ''}`,
    ),
  /** Edits a shift; without an id, creates one. */
  shift: (id?: string): void => go(`/features/schedule/pages/shift/shift${id ? `?id=${id}` : ''}`),
  /** Reports figures of a key result, and what was reported. `sheet` is the id of the sheet. */
  keyResult: (sheetId: string, id: string): void =>
    go(`/features/goals/pages/key-result/key-result?sheet=${encodeURIComponent(sheetId)}&id=${id}`),
  /** The daily report; `text` is what was written already. */
  dayReport: (cycleId: string, text = ''): void =>
    go(`/features/goals/pages/report/report?cycle=${cycleId}&text=${encodeURIComponent(text)}`),
  /** Edits an objective; without an id, adds one. */
  objective: (sheetId: string, id = ''): void =>
    go(`/features/goals/pages/objective/objective?sheet=${encodeURIComponent(sheetId)}&id=${id}`),
  goalSheet: (sheetId: string): void =>
    go(`/features/goals/pages/sheet/sheet?sheet=${encodeURIComponent(sheetId)}`),
  teamDay: (cycleId: string): void => go(`/features/goals/pages/team-day/team-day?cycle=${cycleId}`),
  goalCycles: (): void => go('/features/goals/pages/cycles/cycles'),
  about: (): void => go('/features/people/pages/about/about'),
  /** Replaces all pages, because nothing else works before binding. */
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
