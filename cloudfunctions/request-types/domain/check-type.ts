import type { ApproverRule } from '#contracts/flow';
import type { FormField } from '#contracts/form';
import type { RequestType } from '#contracts/request-type';
import { AppError } from '../../shared/errors/app-error';

type Edited = Omit<RequestType, 'version'>;

/**
 * Constraints that the input schema cannot express: unique ids, a shipped type keeps its kind and the fields
 * that its rules read, a company's own type is `custom`.
 * @throws AppError INPUT_INVALID with the path and the rule
 */
export function checkType(type: Edited, shipped: RequestType | null): void {
  if (type.kind !== (shipped?.kind ?? 'custom')) throw invalid('type.kind', 'kind');
  checkFields(type.form, 'type.form');
  const missing = shipped?.form.find((field) => !keepsField(type.form, field));
  if (missing) throw invalid(`type.form.${missing.id}`, 'needed');
  if (hasDuplicates(type.flow.steps.map(({ id }) => id))) throw invalid('type.flow.steps', 'repeated');
}

const invalid = (path: string, rule: string) => new AppError('INPUT_INVALID', { path, rule });

function checkFields(fields: readonly FormField[], path: string): void {
  if (hasDuplicates(fields.map(({ id }) => id))) throw invalid(path, 'repeated');
  for (const field of fields) {
    const at = `${path}.${field.id}`;
    const rule = brokenRule(field);
    if (rule) throw invalid(at, rule);
    if (field.columns) checkFields(field.columns, at);
  }
}

function brokenRule({ id, kind, options, columns, from, to, private: isPrivate }: FormField): string | null {
  if (options && hasDuplicates(options.map((option) => option.id))) return 'repeated';
  if ((kind === 'table') !== Boolean(columns?.length)) return 'columns';
  if (kind === 'choice' && options?.length === 0) return 'options';
  if (from !== undefined && to !== undefined && to < from) return 'bounds';
  // The reason is shown on every card.
  return isPrivate && (kind !== 'text' || id === 'reason') ? 'private' : null;
}

const hasDuplicates = (ids: readonly string[]): boolean => new Set(ids).size < ids.length;

/** The form has the field that the rules read, with its kind, privacy, options and columns. */
function keepsField(form: readonly FormField[], needed: FormField): boolean {
  const field = form.find(({ id }) => id === needed.id);
  if (!field || field.kind !== needed.kind) return false;
  // A field shipped as private (such as a phone number) must remain private.
  if ((needed.required && !field.required) || (needed.private && !field.private)) return false;
  const hasOptions = (needed.options ?? []).every(({ id }) => field.options?.some((each) => each.id === id));
  return hasOptions && (needed.columns ?? []).every((column) => keepsField(field.columns ?? [], column));
}

/** All people named by the flow. */
export function namedPeople({ flow }: Pick<RequestType, 'flow'>): string[] {
  const rules: readonly ApproverRule[] = [...flow.steps.flatMap(({ approvers }) => approvers), ...flow.cc];
  return [...new Set(rules.flatMap((rule) => (rule.by === 'person' ? [rule.employeeId] : [])))];
}
