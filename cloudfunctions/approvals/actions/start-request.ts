import { optional, strictObject } from 'valibot';
import type { Instant } from '#contracts/common';
import type { FormPlan, FormValues } from '#contracts/form';
import type { FirstOfForm } from '#contracts/request';
import type { RequestType } from '#contracts/request-type';
import type { RequestsContract } from '#contracts/requests';
import { findAccount, type StoredAccount } from '../../accounts/public';
import { findTypes, type TypeInForce, typeId } from '../../request-types/public';
import { findSchedule } from '../../schedule/public';
import { formCalendar, formCalendarDays, formPlan } from '../../schedule/rules-time';
import { addDays, dayOf, daysBetween } from '../../shared/calendar/company-time';
import { AppError } from '../../shared/errors/app-error';
import { type Action, employeeAction } from '../../shared/kernel/action';
import type { Employee } from '../../shared/kernel/employee';
import { can } from '../../shared/kernel/policy';
import { idsOf, templatesOf } from '../../shared/outbox/subscribe-template';
import { findDelegation } from '../data/delegations';
import { awayDays } from '../domain/facts/team-facts';
import { firstValues } from '../domain/first-values';
import type { KindQuestion } from '../kind/kind';
import { isAway, kindOf } from '../kind/registry';
import { buildPreview, currentTeam } from '../services/build-preview';
import { delegationView } from './set-delegate';

type Start = RequestsContract['start'];
type Team = KindQuestion['team'];

/** How far ahead a form tells who of the team is away, days. */
const AWAY_DAYS = 92;

/** Additional data that a feature shows on the page for a new request; reuses what was already read. */
export type StartExtras = (
  me: Employee,
  account: Promise<StoredAccount>,
  now: Instant,
) => Promise<Pick<Start['output'], 'balances'>>;

/**
 * Data of the page for a new request and, if a type is given, the initial values of its form. Two reads on a
 * warm instance, one more for a form.
 */
export const startRequest = (extrasOf: StartExtras): Action =>
  employeeAction<Start>({
    input: strictObject({ typeId: optional(typeId) }),
    allow: can('read', 'OwnRequests'),
    async run({ input, me, now }) {
      const today = dayOf(now);
      const loading = findAccount(me._id);
      const [types, account, extras, delegation, schedule] = await Promise.all([
        findTypes(now),
        loading,
        extrasOf(me, loading, now),
        findDelegation(me._id),
        findSchedule(me, formCalendarDays(today), now),
      ]);
      const offered = types.filter(({ enabled, flow }) => enabled && !flow.isStrict);
      const plan = formPlan(schedule, today);
      const type = offered.find(({ id }) => id === input.typeId);
      const team = type && isAway(type.kind) ? await currentTeam(me, now) : null;
      return {
        ...extras,
        applicantId: me._id,
        types: offered.map(({ id, version, kind, name, form }) => ({ id, version, kind, name, form })),
        delegation: delegation && delegation.to >= today ? delegationView(delegation) : null,
        plan,
        calendar: formCalendar(schedule, today),
        templates: idsOf(templatesOf(process.env)),
        away: awayDays(team?.absences ?? [], me._id, daysBetween(today, addDays(today, AWAY_DAYS))),
        first: type ? await initialForm({ type, plan, me, account, team, now }) : null,
      };
    },
  });

/** The preview is null while the initial values are incomplete, as for many forms. */
async function initialForm({
  type,
  plan,
  me,
  account,
  team,
  now,
}: {
  readonly type: TypeInForce;
  readonly plan: FormPlan;
  readonly me: Employee;
  readonly account: StoredAccount;
  /** Where it has been read already. */
  readonly team: Team | null;
  readonly now: Instant;
}): Promise<FirstOfForm> {
  const kindValues = await kindOf(type.kind).firstValues?.({
    applicant: me,
    account,
    plan,
    today: dayOf(now),
    now,
  });
  const values = knownValues(type, { ...firstValues(type.form, plan), ...kindValues });
  try {
    const teamOfMe = async () => team ?? currentTeam(me, now);
    return { values, preview: await buildPreview({ type, values }, me, async () => account, now, teamOfMe) };
  } catch (error) {
    if (error instanceof AppError) return { values, preview: null };
    throw error;
  }
}

/** An edited type may lack a field that its kind would fill. */
const knownValues = ({ form }: RequestType, values: FormValues): FormValues =>
  Object.fromEntries(Object.entries(values).filter(([id]) => form.some((field) => field.id === id)));
