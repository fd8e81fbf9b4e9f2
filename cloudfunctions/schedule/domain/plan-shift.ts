import type { Day } from '#contracts/common';
import type { ScheduleContract } from '#contracts/schedule';
import type { ChangeScope } from '../../consequences/rules';
import { addDays } from '../../shared/calendar/company-time';
import { AppError } from '../../shared/errors/app-error';
import { changedKeys } from '../../shared/history/changed-keys';
import type { Change } from '../../shared/history/history';
import { checkShift } from './check-shift';
import { shiftValues } from './shift-values';
import {
  changedFields,
  type DatedShift,
  shiftChange,
  versionOn,
  versionsOf,
  withVersion,
} from './shift-versions';
import { shiftOf, templateOf } from './shift-view';

type Input = ScheduleContract['saveShift']['input'];

/** How far ahead a change can be planned. */
const MAX_AHEAD_DAYS = 366;

/**
 * How many changes can be planned, and how many versions a shift has: none that days were worked by is ever dropped,
 * because those days would be counted by another one.
 */
const MAX_PLANNED = 12;
const MAX_VERSIONS = 200;

export interface PlannedShift {
  readonly after: DatedShift;
  /** What was changed, with its values; `what` is empty if the shift is stored like that. */
  readonly change: Pick<Change, 'what' | 'values'>;
  readonly scope: ChangeScope | null;
}

/**
 * The shift as it would be saved. A change holds from a day on, today unless another one is chosen: what held on
 * earlier days stays, because they were worked by it.
 * @throws AppError INPUT_INVALID, NOT_FOUND, VERSION_CONFLICT
 */
export function planShift(before: DatedShift | null, input: Input, today: Day): PlannedShift {
  const { shift, expectedVersion, replaces = null } = input;
  checkShift(shift);
  if (!before && expectedVersion > 0) throw new AppError('NOT_FOUND', { what: 'shift' });
  const from = before ? (input.from ?? today) : null;
  checkFrom(input, from, today);
  const version = expectedVersion + 1;
  const after = withVersion(before, { template: templateOf({ ...shift, version }), from, replaces });
  const isStored = before !== null && changedKeys({ ...before, version }, after).length === 0;
  if (before?.version === version && isStored) return { after, change: { what: [] }, scope: null };
  const current = before?.version ?? 0;
  if (current !== expectedVersion) throw new AppError('VERSION_CONFLICT', { version: current });
  if (before) checkReplaced(before, replaces, today);
  checkCount(after, today);
  return {
    after,
    change: changeOf(before, after, { from, replaces, today }),
    scope: shiftChange(before, after, today),
  };
}

/** A new shift has no day that it begins on: whom it is assigned to begins with it. */
function checkFrom(input: Input, from: Day | null, today: Day): void {
  ensure(from !== null || (input.from ?? null) === null, 'from', 'new');
  ensure(from === null || from >= today, 'from', 'past');
  ensure(from === null || from <= addDays(today, MAX_AHEAD_DAYS), 'from', 'too-far');
}

/** What has begun is not taken back. */
function checkReplaced(before: DatedShift, replaces: Day | null, today: Day): void {
  const isPlanned = versionsOf(before).some(({ from }) => from === replaces);
  ensure(replaces === null || (replaces > today && isPlanned), 'replaces', 'planned');
}

/** What takes a planned change back never adds one. */
function checkCount(after: DatedShift, today: Day): void {
  const versions = versionsOf(after);
  const planned = versions.filter(({ from }) => from !== null && from > today);
  ensure(planned.length <= MAX_PLANNED && versions.length <= MAX_VERSIONS, 'from', 'too-many');
}

interface Dates {
  readonly from: Day | null;
  readonly replaces: Day | null;
  readonly today: Day;
}

function changeOf(
  before: DatedShift | null,
  after: DatedShift,
  { from, replaces, today }: Dates,
): PlannedShift['change'] {
  const day = from ?? today;
  const updated = versionOn(after, day);
  if (!before) return { what: changedKeys({}, shiftOf(updated)).filter((key) => key !== 'version') };
  const old = versionOn(before, day);
  const what = changedFields(old, updated);
  const isPlanned = day > today || (replaces ?? day) !== day;
  return {
    what: isPlanned ? [...what, 'from'] : what,
    values: {
      ...shiftValues(shiftOf(old), shiftOf(updated)),
      ...(isPlanned && { from: [replaces === day ? null : replaces, day] }),
    },
  };
}

function ensure(holds: boolean, path: string, rule: string): void {
  if (!holds) throw new AppError('INPUT_INVALID', { path, rule });
}
