import type { Day, Instant } from '#contracts/common';
import { addDays } from '../../shared/calendar/company-time';
import type { AttendanceDay } from './attendance-day';
import { openFlag, phonesOf, type StoredFlag } from './attendance-flag';
import { PLACE_RULES } from './place-rules';

/** The last use of a phone. */
export interface PhoneUse {
  readonly day: Day;
  readonly at: Instant;
}

/**
 * A document of `phones`: the people who punched with it, by employee number. `_id` derives from the chip's id
 * if SOTER provided it, otherwise from one WeChat user on one phone: then a phone used by two people has two
 * documents, and the sharing is not detected.
 */
export interface Phone {
  readonly _id: string;
  readonly users: Readonly<Record<string, PhoneUse>>;
  /** Of the last use that was stored. */
  readonly lastOn?: Day;
}

/** More users of one phone add no information. */
const MAX_USERS = 20;

/** A use of a phone on one person's day. */
export interface NewUse {
  readonly phone: string;
  readonly employeeId: string;
  readonly use: PhoneUse;
}

/**
 * The uses that are not stored yet; for a phone that already has the maximum of users, only those of known
 * users.
 */
export function newUses(day: AttendanceDay, known: ReadonlyMap<string, Phone>): NewUse[] {
  return [...phonesOf(day)].flatMap(([phone, at]) => {
    const users = known.get(phone)?.users ?? {};
    const last = users[day.employeeId];
    const isFull = !last && Object.keys(users).length >= MAX_USERS;
    if (isFull || (last && last.day >= day.day)) return [];
    return [{ phone, employeeId: day.employeeId, use: { day: day.day, at } }];
  });
}

/** A flag for each user of a phone that another person used within some days, on each user's last day. */
export function sharedPhoneFlags(phone: Phone, on: Day): StoredFlag[] {
  const earliest = addDays(on, -PLACE_RULES.sharedPhoneDays);
  const recent = Object.entries(phone.users).filter(([, { day }]) => day >= earliest && day <= on);
  if (recent.length < 2) return [];
  return recent.map(([employeeId, { day, at }]) => {
    const others = recent.filter(([id]) => id !== employeeId).map(([id]) => id);
    const data = {
      people: recent.length,
      others: others.slice(0, 5).join(' '),
      limit: PLACE_RULES.sharedPhoneDays,
    };
    return openFlag(employeeId, day, 'shared-phone', [{ at, data }]);
  });
}
