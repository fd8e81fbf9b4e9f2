import type { AttendanceContract } from '#contracts/attendance';
import type { Day, Instant } from '#contracts/common';
import type { PunchResult } from '#contracts/today';
import { accountsById, warmAccountOf } from '../../accounts/public';
import type { AccountSpan } from '../../accounts/rules';
import { queueRequest } from '../../field-punch/public';
import { findSchedule } from '../../schedule/public';
import { assignmentOn, type Schedule } from '../../schedule/rules';
import { addDays, dayOf, daysBetween } from '../../shared/calendar/company-time';
import { conflict, retryOnConflict } from '../../shared/data/retry-on-conflict';
import { AppError } from '../../shared/errors/app-error';
import { employeeAction } from '../../shared/kernel/action';
import { followOn } from '../../shared/kernel/follow-on';
import { can } from '../../shared/kernel/policy';
import { requireAllowedText } from '../../shared/text-check/check-text';
import { findPunchSites, sitesById } from '../../sites/public';
import { findDays, savePunch } from '../data/attendance-days';
import type { AttendanceDay } from '../domain/attendance-day';
import { attendanceDayOf } from '../domain/attendance-day-of';
import { dayReport, workOf } from '../domain/day-report';
import { decidePunch, intendedAt, type PunchDecision } from '../domain/decide-punch';
import { nextSlotOnDay, slotPlan } from '../domain/next-slot';
import { PLACE_RULES } from '../domain/place-rules';
import { needsApproval, type Punch, punchRecord, withFieldPolicy } from '../domain/punch';
import { fieldRequestOf } from '../domain/request-notes';
import { effectivePunches } from '../domain/requested-day';
import { shortName } from '../domain/short-name';
import { punchInput } from '../inputs/punch';
import { punchProofs } from '../services/punch-proofs';

/**
 * Records a punch. Idempotent by `punchKey`; one read and one write on a warm instance, plus one write for a
 * field punch that needs approval. After a conflict it reads and decides again, so that two concurrent phones
 * record one punch.
 * @throws AppError FORBIDDEN before the first day of employment, TEXT_REFUSED, BUSY, and those of `decidePunch`
 */
export const recordPunch = employeeAction<AttendanceContract['punch']>({
  input: punchInput,
  allow: can('punch', 'OwnAttendance'),
  async run({ input, me, now, openid }) {
    const days = [now, input.tappedAt].flatMap((instant) => daysAround(dayOf(instant)));
    const schedule = await findSchedule(me, days, now, [
      [sitesById, assignmentOn(me, dayOf(now))?.siteIds ?? []],
      [accountsById, [me._id]],
    ]);
    const day = attendanceDayOf(now, schedule.shiftOn);
    if (!schedule.employedOn(day)) throw new AppError('FORBIDDEN', {});
    const claimedDay = attendanceDayOf(input.tappedAt, schedule.shiftOn);
    const assignment = assignmentOn(me, day);
    const [sites, account] = await Promise.all([
      findPunchSites(assignment?.siteIds ?? [], now),
      warmAccountOf(me._id, now),
    ]);
    const proofs = await punchProofs(input, me, openid, now);
    const shift = schedule.shiftOn(day);
    const fieldPolicy = assignment?.fieldPolicy ?? 'forbidden';
    const spans = Object.values(account.spans);
    return retryOnConflict(3, async () => {
      // A tap just before the border may have been recorded on the day before the claimed one.
      const lookBack = daysBetween(addDays(day, -PLACE_RULES.lookBackDays), day);
      const stored = await findDays(me._id, [...lookBack, claimedDay, addDays(claimedDay, -1)]);
      const before = stored.get(day) ?? null;
      const standing = effectivePunches(day, before?.punches ?? [], spans);
      const meant = intendedAt(input.tappedAt, now);
      const plan = slotPlan(day, workOf(day, schedule, before), standing, meant);
      const decision = decidePunch({
        employeeId: me._id,
        input,
        now,
        day,
        claimedDay,
        days: [...stored.values()],
        effective: plan.punches,
        sites,
        fieldPolicy,
        shiftEnd: plan.shiftEnd,
        ...proofs,
      });
      const context = { schedule, spans, now };
      if (decision.outcome === 'already') {
        await queueFieldRequest(me._id, decision, spans);
        return result(decision, stored.get(decision.day) ?? null, context);
      }
      // A retry is answered as before; only new texts that others will see are checked.
      if (input.field) await requireAllowedText([input.field.placeName, input.field.note], openid);
      const booked = withFieldPolicy(decision.punch, fieldPolicy);
      const screenName = shortName(me.name, me.nameEn);
      const after = await savePunch(before, { employeeId: me._id, day, shift }, booked, screenName);
      if (!after) return conflict;
      await queueFieldRequest(me._id, { day, punch: booked }, spans);
      return result({ ...decision, punch: booked }, after, context);
    });
  },
});

/**
 * Queues the request for a field punch and has `requests` submit it before the answer. Also on a retry, because
 * the first call may have died between the writes; idempotent.
 */
async function queueFieldRequest(
  employeeId: string,
  { day, punch }: { readonly day: Day; readonly punch: Punch },
  spans: readonly AccountSpan[],
): Promise<void> {
  if (!needsApproval(punch) || fieldRequestOf(punch.key, spans)) return;
  const { key, slot, at, placeName, photo, note } = punch;
  const queuedId = `field-${key}`;
  await queueRequest({
    _id: queuedId,
    kind: 'field',
    employeeId,
    day,
    slot,
    at,
    punchKey: key,
    place: placeName ?? '',
    photo: photo ?? '',
    note: note ?? '',
  });
  await followOn('requests', 'submitQueued', { queuedId });
}

const daysAround = (day: Day): Day[] => [addDays(day, -1), day, addDays(day, 1)];

interface Context {
  readonly schedule: Schedule;
  readonly spans: readonly AccountSpan[];
  readonly now: Instant;
}

function result(
  { outcome, punch: booked, day }: PunchDecision,
  stored: AttendanceDay | null,
  { schedule, spans, now }: Context,
): PunchResult {
  const { punches, shift: _, ...status } = dayReport(day, schedule, stored, now, spans);
  const standing = effectivePunches(day, stored?.punches ?? [], spans);
  const next = nextSlotOnDay(day, workOf(day, schedule, stored), standing, now);
  return { outcome, punch: punchRecord(booked), day, punches, next, status };
}
