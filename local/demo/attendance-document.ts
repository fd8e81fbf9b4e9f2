import type { Day } from '#contracts/common';
import type { AttendanceDay, Cover } from '../../cloudfunctions/attendance/domain/attendance-day';
import type { Punch } from '../../cloudfunctions/attendance/domain/punch';
import { CITY_SITES, SHIFTS, type ShiftKind, SITES } from './company';
import { type DemoDay, type DemoPunch, demoDay, shiftOn } from './day-scenario';
import { instantOf } from './demo-days';
import type { DemoPerson } from './demo-person';
import { randomChoice, randomFraction, randomInteger } from './random';

const METRES_PER_DEGREE = 111_195;
const FIELD_PLACES = ['示例客户大厦', '示例会展中心', '示例产业园'];
const FIELD_NOTES = ['客户拜访', '现场支持', '参加展会'];

/** Key prefix of punches of the demo data; a visitor's punches never have it. */
export const DEMO_KEY = 'demo-';

/** The attendance day of one person as of `now`; null if nothing has happened yet. */
export function attendanceDocument(
  person: DemoPerson,
  day: Day,
  founded: Day,
  now: number,
): AttendanceDay | null {
  const story = demoDay(person, day, founded);
  const punches = story.punches.filter(({ at }) => at <= now).map((punch) => punchOf(person, day, punch));
  if (punches.length === 0 && story.cover === null) return null;
  const shift = shiftOn(person, day, founded);
  return {
    _id: `${person.id}:${day}`,
    employeeId: person.id,
    day,
    rev: Math.max(1, punches.length),
    shift: punches.length > 0 ? SHIFTS[shift] : null,
    punches,
    covers: coversOf(day, story, shift),
  };
}

function coversOf(day: Day, { cover }: DemoDay, shift: ShiftKind): Cover[] {
  if (!cover) return [];
  const { start, end } = SHIFTS[shift];
  return [{ ...cover, from: instantOf(day, start), to: instantOf(day, end) }];
}

function punchOf(person: DemoPerson, day: Day, { slot, at, field, tappedAt = at }: DemoPunch): Punch {
  const words = [person.id, day, slot];
  const isLate = tappedAt < at;
  const site = siteOf(person, day);
  const distance = field ? randomInteger(2_000, 9_000, ...words) : randomInteger(5, 120, ...words);
  return {
    key: `${DEMO_KEY}${person.id}-${day}-${slot}`,
    slot,
    at,
    tappedAt,
    mode: field ? 'field' : 'gps',
    ...pointAround(site, distance, randomFraction(...words, 'bearing')),
    accuracy: randomInteger(6, 35, ...words, 'accuracy'),
    site: field ? null : { id: site.id, name: site.name },
    distance,
    placeName: field ? randomChoice(FIELD_PLACES, ...words) : null,
    note: field ? randomChoice(FIELD_NOTES, ...words) : null,
    // Generated punches have no photo.
    photo: null,
    flags: [...(field ? (['field'] as const) : []), ...(isLate ? (['late-arrival'] as const) : [])],
    ...(isLate && { claim: 'open' }),
  };
}

/** Mostly the first site; on some days the second one, if there is one. */
function siteOf(person: DemoPerson, day: Day): (typeof SITES)[number] {
  const [first, second = first] = CITY_SITES[person.city];
  const id = randomFraction(person.id, day, 'site') < 0.85 ? first : second;
  return SITES.find((site) => site.id === id) ?? SITES[0];
}

/** A point `metres` away; `turn` from 0 to 1 is the bearing. Rounded to about a centimetre. */
function pointAround(
  { latitude, longitude }: { readonly latitude: number; readonly longitude: number },
  metres: number,
  turn: number,
): { latitude: number; longitude: number } {
  const angle = turn * 2 * Math.PI;
  const east = METRES_PER_DEGREE * Math.cos((latitude * Math.PI) / 180);
  return {
    latitude: round(latitude + (metres * Math.cos(angle)) / METRES_PER_DEGREE),
    longitude: round(longitude + (metres * Math.sin(angle)) / east),
  };
}

function round(degrees: number): number {
  return Math.round(degrees * 1e6) / 1e6;
}
