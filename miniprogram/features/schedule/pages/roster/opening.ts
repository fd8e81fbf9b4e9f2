import type { Month } from '#contracts/common';
import { CHINA_UTC_OFFSET } from '../../../../common/units';
import { serverNow } from '../../../../services/clock';
import { readStored } from '../../../../services/store';
import { dayOf, monthOf } from '../../../../utils/dates';
import { startModel } from './roster.edits';
import type { RosterModel } from './roster-model';

/** The month that is asked for, else this one; of the department that was looked at last. */
export function openingModel(month?: string): RosterModel {
  const today = dayOf(serverNow(), CHINA_UTC_OFFSET);
  const wanted = /^20\d\d-(0[1-9]|1[0-2])$/.test(month ?? '') ? (month as Month) : monthOf(today);
  return startModel(today, wanted, readStored('rosterDepartment'));
}

/** A column of the sheet is as wide as a thumb: 88 rpx, on a wide window 44 px. */
export function columnWidth(): number {
  const { windowWidth } = wx.getWindowInfo();
  return windowWidth < 768 ? (windowWidth * 88) / 750 : 44;
}
