import { createHash } from 'node:crypto';
import type { Instant } from '#contracts/common';
import type { FormValues } from '#contracts/form';
import type { RequestType } from '#contracts/request-type';
import type { Account } from '../../accounts/rules';
import { findRuleSetters } from '../../company-rules/public';
import { departmentsById, employeesById } from '../../people/public';
import { findTypes, type TypeInForce } from '../../request-types/public';
import { checkForm, valuesOfKind } from '../../request-types/rules';
import { AppError } from '../../shared/errors/app-error';
import { isSetBy } from '../../shared/history/setters';
import type { Employee } from '../../shared/kernel/employee';
import { requireAllowedText } from '../../shared/text-check/check-text';
import { keptFiles } from '../data/kept-files';
import type { ConditionInput } from '../domain/flow/plan-flow';
import { type FlowPlan, planFlow, withSecondPerson } from '../domain/flow/plan-flow';
import type { Submission } from '../domain/request/new-request';
import type { KindAnswer, KindQuestion } from '../kind/kind';
import { kindOf } from '../kind/registry';
import { evaluateRequest } from './evaluate-request';
import { withOrgChart } from './load-org-chart';
import { encryptedValues } from './private-values';

/** @throws AppError NOT_FOUND */
export async function requireType(typeId: string, now: number): Promise<TypeInForce> {
  const type = (await findTypes(now)).find(({ id }) => id === typeId);
  if (!type) throw new AppError('NOT_FOUND', { what: 'type' });
  return type;
}

/**
 * A type that people can ask for: not one whose requests only the system starts, or that has a page of its own.
 * @throws AppError NOT_FOUND
 */
export async function requireChosenType(typeId: string, now: number): Promise<TypeInForce> {
  const type = await requireType(typeId, now);
  if (kindOf(type.kind).evidence || type.flow.isStrict) throw new AppError('NOT_FOUND', { what: 'type' });
  return type;
}

/**
 * The values, validated against the form (leniently for a draft); all people named must exist. @throws AppError
 * FORM_INVALID
 */
export async function requireValid(
  form: RequestType['form'],
  raw: Readonly<Record<string, unknown>>,
  me: Employee,
  now: number,
  draft = false,
): Promise<FormValues> {
  const values = checkForm(form, raw, { employeeId: me._id, draft });
  const personIds = valuesOfKind(form, values, 'person') as string[];
  if (personIds.length === 0) return values;
  if (new Set(personIds).size > MAX_PERSONS)
    throw new AppError('FORM_INVALID', { field: '', rule: 'too-many' });
  const found = await employeesById(personIds, now);
  const unknownId = personIds.find((id) => !found.has(id));
  if (unknownId === undefined) return values;
  const field = form.find(({ id }) => values[id] === unknownId)?.id ?? '';
  throw new AppError('FORM_INVALID', { field, rule: 'unknown-option' });
}

/** Distinct people in one form. */
const MAX_PERSONS = 50;

/**
 * The free texts of a form that others will see; private ones are excluded, because they must not be sent to
 * the content check.
 */
const textsOf = (form: RequestType['form'], values: FormValues): string[] =>
  valuesOfKind(
    form.filter((field) => !field.private),
    values,
    'text',
  ) as string[];

/** The flow of a request with its approvers. @throws AppError NOBODY_TO_APPROVE */
export async function planFor(
  type: TypeInForce,
  values: FormValues,
  applicant: Employee,
  answer: Pick<KindAnswer, 'amountMinutes' | 'amountFen'>,
  now: number,
): Promise<FlowPlan> {
  const asksWhere = type.flow.steps.some(({ when }) => when.some(({ what }) => what === 'department'));
  const own = asksWhere ? [applicant.departmentId] : [];
  const department = (await departmentsById(own, now)).get(applicant.departmentId);
  const input: ConditionInput = {
    amountMinutes: answer.amountMinutes,
    amountFen: answer.amountFen,
    departmentIds: [applicant.departmentId, ...(department?.path ?? [])],
    choices: valuesOfKind(type.form, values, 'choice') as string[],
  };
  const isOwnRule = await setsOwnRules(type, values, applicant._id, now);
  return withOrgChart(now, (orgChart) => {
    const plan = planFlow(type.flow, applicant, input, orgChart);
    return isOwnRule ? withSecondPerson(plan, applicant, orgChart) : plan;
  });
}

/** Whether the applicant was the last to change a part of what decides their request. No read on a warm instance. */
async function setsOwnRules(
  { kind: name, setBy }: TypeInForce,
  values: FormValues,
  applicantId: string,
  now: number,
): Promise<boolean> {
  const kind = kindOf(name);
  const groups = Object.keys(kind.companyRules?.input ?? {});
  const [company, ofKind] = await Promise.all([
    groups.length > 0 ? findRuleSetters(now) : [],
    kind.ruleSetters?.(values, now),
  ]);
  const inType = (part: string) => part === 'form' || part === 'flow';
  const inGroup = (part: string) => groups.some((group) => part === group || part.startsWith(`${group}.`));
  return (
    isSetBy(setBy, applicantId, inType) ||
    isSetBy(company, applicantId, inGroup) ||
    isSetBy(ofKind, applicantId, (part) => part === 'rules')
  );
}

interface Draft {
  readonly id: string;
  readonly hash: string;
  readonly type: TypeInForce;
  readonly values: Readonly<Record<string, unknown>>;
  readonly me: Employee;
  readonly openid: string;
  readonly now: Instant;
}

/**
 * Evaluates rules, form and flow of a submission. Writes nothing.
 * @throws AppError FORM_INVALID, NOBODY_TO_APPROVE, TEXT_REFUSED, SETUP_MISSING, and the problems of the kind's
 * rules
 */
export async function prepareSubmission(draft: Draft, account: Account): Promise<Submission> {
  const { id, hash, type, me, openid, now } = draft;
  const values = await requireValid(type.form, draft.values, me, now);
  const context = { requestId: id, type, values, applicant: me, account, team: NO_TEAM, now };
  const [answer] = await Promise.all([evaluateRequest(context), requireKeptFiles(type, values, me._id)]);
  if (answer.problem) throw answer.problem;
  const plan = await planFor(type, values, me, answer, now);
  const unchecked = await requireAllowedText(textsOf(type.form, values), openid);
  const stored = encryptedValues(type.form, values, id);
  return { id, hash, type, values: stored, applicant: me, answer, plan, unchecked, now };
}

/**
 * Every file of the form is a copy that was made for this person, and no picture that WeChat refused; a kind that claims its files checks them itself.
 * @throws AppError FILE_INVALID
 */
async function requireKeptFiles(type: RequestType, values: FormValues, employeeId: string): Promise<void> {
  const files = (valuesOfKind(type.form, values, 'file') as string[][]).flat();
  if (files.length === 0 || kindOf(type.kind).claimsFiles) return;
  const kept = await keptFiles.among(employeeId, files);
  if (files.some((file) => !kept.has(file))) throw new AppError('FILE_INVALID', { rule: 'missing' });
  if (files.some((file) => kept.get(file)?.isRefused))
    throw new AppError('FILE_INVALID', { rule: 'refused' });
}

/** A submission does not read the team: absences are computed when the request is viewed. */
const NO_TEAM: KindQuestion['team'] = { size: 0, absences: [] };

/** A content hash that does not depend on key order. */
export function contentHash(typeId: string, values: unknown): string {
  return createHash('sha256')
    .update(`${typeId}\n${stableText(values)}`)
    .digest('base64url');
}

function stableText(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(stableText).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? '';
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${entries.map(([key, each]) => `${JSON.stringify(key)}:${stableText(each)}`).join(',')}}`;
}
