import type { Instant } from '#contracts/common';
import type { FormValues } from '#contracts/form';
import type { WireError } from '#contracts/reply';
import type { RequestPreview } from '#contracts/request';
import type { StoredAccount } from '../../accounts/public';
import { countTeams } from '../../people/public';
import type { TypeInForce } from '../../request-types/public';
import { dayOf } from '../../shared/calendar/company-time';
import { AppError } from '../../shared/errors/app-error';
import type { Employee } from '../../shared/kernel/employee';
import { findTeamRequests } from '../data/find-team-requests';
import { absencesOf } from '../domain/facts/team-facts';
import type { FlowPlan } from '../domain/flow/plan-flow';
import { teamOf } from '../domain/request/new-request';
import type { KindQuestion } from '../kind/kind';
import { isAway } from '../kind/registry';
import { evaluateRequest } from './evaluate-request';
import { planFor, requireValid } from './prepare';

/** The id of an unsaved request; shorter than any client key. */
const PREVIEW_ID = 'preview';

interface Draft {
  readonly type: TypeInForce;
  readonly values: FormValues;
}

/**
 * Previews the effects and approvers of a request, also while texts and files are missing. One read on a warm
 * instance, plus the account. @throws AppError FORM_INVALID
 */
export async function buildPreview(
  { type, values: raw }: Draft,
  me: Employee,
  accountOf: () => Promise<StoredAccount>,
  now: Instant,
  teamOfMe: () => Promise<KindQuestion['team']> = () => currentTeam(me, now),
): Promise<RequestPreview> {
  const values = await requireValid(type.form, raw, me, now, true);
  const [account, team] = await Promise.all([accountOf(), teamOfMe()]);
  const requestId = `${me._id}-${PREVIEW_ID}`;
  const answer = await evaluateRequest({ requestId, type, values, applicant: me, account, team, now });
  const flow = await planOrProblem(() => planFor(type, values, me, answer, now));
  const problem = answer.problem ?? flow.problem;
  const { amountMinutes, amountFen, days, facts, warnings } = answer;
  return {
    amountMinutes,
    amountFen,
    days,
    facts,
    warnings,
    problem: problem && wireOf(problem),
    flow: stepsOf(flow.plan),
  };
}

/** The applicant's team: its size, and who is away from now on. One read on a warm instance. */
export async function currentTeam(me: Employee, now: Instant): Promise<KindQuestion['team']> {
  const teamId = teamOf(me);
  const [requests, sizes] = await Promise.all([
    findTeamRequests([teamId], now),
    countTeams([teamId], dayOf(now), now),
  ]);
  return { size: sizes.get(teamId) ?? 0, absences: absencesOf(requests, teamId, isAway) };
}

async function planOrProblem(
  plan: () => Promise<FlowPlan>,
): Promise<{ plan: FlowPlan | null; problem: AppError | null }> {
  try {
    return { plan: await plan(), problem: null };
  } catch (error) {
    if (error instanceof AppError) return { plan: null, problem: error };
    throw error;
  }
}

const wireOf = ({ code, data }: AppError): WireError => ({ code, data });

const stepsOf = (plan: FlowPlan | null): RequestPreview['flow'] =>
  (plan?.steps ?? []).map(({ name, mode, slots, note }) => ({
    name,
    mode,
    people: [...new Map(slots.flat().map((person) => [person.id, person])).values()],
    note,
  }));
