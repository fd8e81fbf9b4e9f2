import type { AttendanceContract } from '#contracts/attendance';
import type { Day, Instant, Minutes } from '#contracts/common';
import type { PunchResult } from '#contracts/today';
import { accountsById, warmAccountOf } from '../../accounts/public';
import type { AccountSpan } from '../../accounts/rules';
import { findOwnRulesIfUsable, ownRulesPrefetch } from '../../company-rules/public';
import type { OwnRules } from '../../company-rules/section';
import { queueRequest } from '../../field-punch/public';
import { findSchedule } from '../../schedule/public';
import { assignmentOn, type Schedule } from '../../schedule/rules';
import { attendanceSettings } from '../../schedule/rules-time';
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
import { dayAt, latestCloseOn, plannedDayOf } from '../domain/day-at';
import { dayReport } from '../domain/day-report';
import { decidePunch, fieldPolicyAt, intendedAt, type PunchDecision } from '../domain/decide-punch';
import { withPunch } from '../domain/kept-punches';
import { nextSlotOnDay, slotPlan } from '../domain/next-slot';
import { PLACE_RULES } from '../domain/place-rules';
import { needsApproval, type Punch, punchRecord, withFieldPolicy } from '../domain/punch';
import { fieldRequestOf } from '../domain/request-notes';
import { segmentPunches } from '../domain/segment-punches';
import { shortName } from '../domain/short-name';
import { slotDay } from '../domain/slot-day';
import { punchInput } from '../inputs/punch';
import { guardedEvidence } from '../services/guarded-evidence';
import { punchProofs } from '../services/punch-proofs';

/**
 * Records a punch. Idempotent by `punchKey`; one read and one write on a warm instance, plus one write for a
 * field punch that needs approval. After a conflict it reads and decides again, so that two concurrent phones
 * record one punch.
 * @throws AppError FORBIDDEN before the first day of employment, TEXT_REFUSED, BUSY, RATE_LIMITED, and those of
 * `decidePunch`
 */
export const recordPunch = employeeAction<AttendanceContract['punch']>({
  input: punchInput,
  allow: can('punch', 'OwnAttendance'),
  async run({ input, me, now, openid }) {
    const days = [now, input.tappedAt].flatMap((instant) => daysAround(dayOf(instant)));
    const schedule = await findSchedule(me, days, now, [
      [sitesById, assignmentOn(me, dayOf(now))?.siteIds ?? []],
      [accountsById, [me._id]],
      ownRulesPrefetch,
    ]);
    const [account, rules] = await Promise.all([warmAccountOf(me._id, now), findOwnRulesIfUsable(now)]);
    const spans = Object.values(account.spans);
    const { latestEnd, trustMinutes } = punchSettings(rules);
    const planned = plannedDayOf(now, { schedule, spans });
    const assignment = assignmentOn(me, planned);
    const sites = await findPunchSites(assignment?.siteIds ?? [], now);
    const proofs = await punchProofs(input, me, openid, now);
    const fieldPolicy = assignment?.fieldPolicy ?? 'forbidden';
    const intended = intendedAt(input.tappedAt, now);
    const lookBack = daysBetween(addDays(planned, -PLACE_RULES.lookBackDays), planned);
    const claimed = plannedDayOf(input.tappedAt, { schedule, spans });
    const decide = async () => {
      const stored = await findDays(me._id, [...lookBack, ...daysAround(claimed)]);
      const dayContext = { schedule, spans, stored, latestEnd };
      const claimedDay = dayAt(intended, dayContext);
      const isOver = now >= latestCloseOn(claimedDay, dayContext);
      const day = isOver ? dayAt(now, dayContext) : claimedDay;
      if (!schedule.employedOn(day)) throw new AppError('FORBIDDEN', {});
      const before = stored.get(day) ?? null;
      const { work, effective, covers } = slotDay(day, schedule, before, spans);
      const punches = before?.punches ?? [];
      const groups = work ? segmentPunches(day, work, punches, covers) : [punches];
      const plan = slotPlan(day, work, effective, intended, covers);
      const decision = decidePunch({
        employeeId: me._id,
        input,
        now,
        day,
        claimedDay,
        days: [...stored.values()],
        effective: plan.punches,
        groups,
        sites,
        fieldPolicy,
        workEnd: plan.workEnd,
        trustMinutes,
        ...proofs,
      });
      const context = { schedule, spans, now, latestEnd };
      if (decision.outcome === 'already') {
        await queueFieldRequest(me._id, decision, spans);
        return result(decision, stored.get(decision.day) ?? null, context);
      }
      // A retry is answered as before; only new texts that others will see are checked.
      if (input.field) await requireAllowedText([input.field.placeName, input.field.note], openid);
      const policy = fieldPolicyAt(decision.punch, sites, fieldPolicy);
      const booked = withFieldPolicy(decision.punch, policy);
      const screenName = shortName(me.name, me.nameEn);
      const after = await savePunch(
        before,
        { employeeId: me._id, day, shift: schedule.shiftOn(day) },
        { punch: booked, punches: withPunch(punches, booked, groups) },
        screenName,
      );
      if (!after) return conflict;
      await queueFieldRequest(me._id, { day, punch: booked }, spans);
      return result({ ...decision, punch: booked }, after, context);
    };
    return guardedEvidence(me._id, input, sites, now, () => retryOnConflict(3, decide));
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

/** While the company's rules cannot be used, a punch is booked, and no claimed time is trusted. */
const punchSettings = (rules: OwnRules | null) =>
  rules ? attendanceSettings(rules) : { ...attendanceSettings({}), trustMinutes: 0 };

const daysAround = (day: Day): Day[] => [addDays(day, -1), day, addDays(day, 1)];

interface Context {
  readonly schedule: Schedule;
  readonly spans: readonly AccountSpan[];
  readonly now: Instant;
  readonly latestEnd: Minutes;
}

function result(
  { outcome, punch: booked, day }: PunchDecision,
  stored: AttendanceDay | null,
  { schedule, spans, now, latestEnd }: Context,
): PunchResult {
  const { punches, shift: _, ...status } = dayReport(day, schedule, stored, now, spans, latestEnd);
  const { work, effective, covers } = slotDay(day, schedule, stored, spans);
  const next = nextSlotOnDay(day, work, effective, now, covers);
  return { outcome, punch: punchRecord(booked), day, punches, next, status };
}
