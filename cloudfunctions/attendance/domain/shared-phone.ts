import type { Day, Instant } from '#contracts/common';
import { addDays } from '../../shared/calendar/company-time';
import type { AttendanceDay } from './attendance-day';
import { openFlag, phonesOf, type StoredFlag } from './attendance-flag';
import { PLACE_RULES } from './place-rules';

/** When somebody used a phone last. */
export interface PhoneUse {
  readonly day: Day;
  readonly at: Instant;
}

/**
 * A document of `phones`: who has punched with it, by employee number. `_id` is the chip's, where SOTER told it, else
 * that of one WeChat user on one phone: a phone that two of them use is two documents then, and not found.
 */
export interface Phone {
  readonly _id: string;
  readonly users: Readonly<Record<string, PhoneUse>>;
}

/** More people than this on one phone say nothing new. */
const MAX_USERS = 20;

/** What one person's day adds to a phone. */
export interface NewUse {
  readonly phone: string;
  readonly employeeId: string;
  readonly use: PhoneUse;
}

/** The uses that are news; of a phone that many people share, those of people it knows. */
export function newUses(day: AttendanceDay, known: ReadonlyMap<string, Phone>): NewUse[] {
  return [...phonesOf(day)].flatMap(([phone, at]) => {
    const users = known.get(phone)?.users ?? {};
    const last = users[day.employeeId];
    const isFull = !last && Object.keys(users).length >= MAX_USERS;
    if (isFull || (last && last.day >= day.day)) return [];
    return [{ phone, employeeId: day.employeeId, use: { day: day.day, at } }];
  });
}

/** A flag for everybody who used a phone within some days of somebody else, of each one's own last day. */
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
