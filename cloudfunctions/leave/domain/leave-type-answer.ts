import type { RuleWarning } from '#contracts/leave-type';
import { dayOf } from '../../shared/calendar/company-time';
import type { LeaveType } from './leave-type';
import { CHINA_LEAVE_TYPES } from './packs/china';
import { statutoryWarnings } from './statutory';

/** A type as the editor needs it, with its shortfalls. */
export function leaveTypeAnswer({ _id, version = 0, name, enabled, rules }: LeaveType, now: number) {
  return {
    type: { id: _id, version, name, enabled, rules },
    warnings: warningsOf({ _id, name, enabled, rules }, now),
  };
}

function warningsOf(type: LeaveType, now: number): RuleWarning[] {
  const shipped = CHINA_LEAVE_TYPES.find(({ _id }) => _id === type._id);
  return statutoryWarnings(type, shipped, dayOf(now));
}
