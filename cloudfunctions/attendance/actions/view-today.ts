import { strictObject } from 'valibot';
import type { AttendanceContract } from '#contracts/attendance';
import type { Today } from '#contracts/today';
import { MAX_ACCURACY } from '../../../miniprogram/common/locate';
import { findAccountAndWaiting } from '../../approvals/public';
import { findOwnRulesIfUsable, ownRulesPrefetch } from '../../company-rules/public';
import { findSchedule } from '../../schedule/public';
import { assignmentOn } from '../../schedule/rules';
import { attendanceSettings, correctableDays, windowDaysOf } from '../../schedule/rules-time';
import { addDays, dayOf, daysBetween, TIME_ZONE, UTC_OFFSET } from '../../shared/calendar/company-time';
import type { Join } from '../../shared/data/read-joined';
import { employeeAction } from '../../shared/kernel/action';
import { can } from '../../shared/kernel/policy';
import type { TodaySource } from '../../shared/todos/today-source';
import type { TodoSource } from '../../shared/todos/todo-source';
import { findSites, sitesById } from '../../sites/public';
import { findDays } from '../data/attendance-days';
import { closesOn, dayAt } from '../domain/day-at';
import { dayReport } from '../domain/day-report';
import { nextSlotOnDay } from '../domain/next-slot';
import { slotDay } from '../domain/slot-day';
import { MAX_TODO_DAYS, todayTodos } from '../domain/today-todos';

/** Data of the Today page, with what waits for the person by these sources. Two reads on a warm instance. */
export const viewToday = (
  sources: readonly TodoSource[],
  goals: TodaySource<Today['goals']>,
  others: readonly TodaySource<null>[],
) =>
  employeeAction<AttendanceContract['today']>({
    input: strictObject({}),
    allow: can('read', 'OwnAttendance'),
    async run({ me, now }) {
      const asked = sources.flatMap((source) => {
        const join = source.join(me, now);
        return join ? [{ ...source, join }] : [];
      });
      const civil = dayOf(now);
      const around = daysBetween(addDays(civil, -MAX_TODO_DAYS - 1), addDays(civil, 1));
      const sitesPrefetch = [sitesById, assignmentOn(me, civil)?.siteIds ?? []] as const;
      const schedule = await findSchedule(me, around, now, [sitesPrefetch, ownRulesPrefetch]);
      // People clock in and out whatever is wrong with the company's rules.
      const rules = (await findOwnRulesIfUsable(now)) ?? {};
      const correctable = correctableDays(
        schedule,
        addDays(civil, 1),
        windowDaysOf(rules) + 1,
        MAX_TODO_DAYS,
      );
      const [stored, { account, waiting, returned, joined }, sites] = await Promise.all([
        findDays(me._id, [addDays(civil, -1), ...correctable, addDays(civil, 1)]),
        findAccountAndWaiting(me, now, {
          ...Object.fromEntries(asked.map(({ kind, join }) => [kind, join])),
          ...Object.fromEntries(
            [goals, ...others].flatMap((source) => Object.entries<Join>(source.joins(me, now))),
          ),
        }),
        findSites(assignmentOn(me, civil)?.siteIds ?? [], me._id, now),
      ]);
      const spans = Object.values(account.spans);
      const { latestEnd } = attendanceSettings(rules);
      const context = { schedule, spans, stored, latestEnd };
      const day = dayAt(now, context);
      const assignment = assignmentOn(me, day);
      const recent = correctableDays(schedule, day, windowDaysOf(rules), MAX_TODO_DAYS - 2);
      const report = (each: typeof day) =>
        dayReport(each, schedule, stored.get(each) ?? null, now, spans, latestEnd);
      const { work, effective, covers } = slotDay(day, schedule, stored.get(day) ?? null, spans);
      const { punches, shift, ...status } = report(day);
      const own = goals.read(joined, now, me);
      return {
        me: {
          employeeId: me._id,
          name: me.name,
          nameEn: me.nameEn,
          roles: me.roles,
        },
        now,
        timeZone: TIME_ZONE,
        utcOffset: UTC_OFFSET,
        day,
        closesAt: closesOn(day, context),
        shift,
        sites,
        maxAccuracy: MAX_ACCURACY,
        fieldPolicy: assignment?.fieldPolicy ?? 'forbidden',
        punches,
        next: nextSlotOnDay(day, work, effective, now, covers),
        status,
        todos: todayTodos(recent.map(report)),
        returned,
        office: [
          ...asked.flatMap(({ kind, todos }) => todos(joined[kind] ?? [], me)),
          ...own.todos,
          ...others.flatMap((source) => source.read(joined, now, me).todos),
        ],
        goals: own.part,
        waiting,
      };
    },
  });
