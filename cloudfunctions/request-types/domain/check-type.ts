import type { ApproverRule } from '#contracts/flow';
import type { FormField } from '#contracts/form';
import type { RequestType } from '#contracts/request-type';
import { AppError } from '../../shared/errors/app-error';

type Edited = Omit<RequestType, 'version'>;

/**
 * What the shape of an edited type cannot say: ids are not used twice, a shipped type keeps its kind and the
 * fields that its rules read, a type of the company's own is `custom`.
 * @throws AppError INPUT_INVALID with the path and the rule
 */
export function checkType(type: Edited, shipped: RequestType | null): void {
  if (type.kind !== (shipped?.kind ?? 'custom')) throw invalid('type.kind', 'kind');
  checkFields(type.form, 'type.form');
  const missing = shipped?.form.find((field) => !keeps(type.form, field));
  if (missing) throw invalid(`type.form.${missing.id}`, 'needed');
  if (repeated(type.flow.steps.map(({ id }) => id))) throw invalid('type.flow.steps', 'repeated');
}

const invalid = (path: string, rule: string) => new AppError('INPUT_INVALID', { path, rule });

function checkFields(fields: readonly FormField[], path: string): void {
  if (repeated(fields.map(({ id }) => id))) throw invalid(path, 'repeated');
  for (const field of fields) {
    const at = `${path}.${field.id}`;
    const rule = brokenRule(field);
    if (rule) throw invalid(at, rule);
    if (field.columns) checkFields(field.columns, at);
  }
}

function brokenRule({ id, kind, options, columns, from, to, private: isPrivate }: FormField): string | null {
  if (options && repeated(options.map((option) => option.id))) return 'repeated';
  if ((kind === 'table') !== Boolean(columns?.length)) return 'columns';
  if (kind === 'choice' && options?.length === 0) return 'options';
  if (from !== undefined && to !== undefined && to < from) return 'bounds';
  // The reason stands on every card.
  return isPrivate && (kind !== 'text' || id === 'reason') ? 'private' : null;
}

const repeated = (ids: readonly string[]): boolean => new Set(ids).size < ids.length;

/** A field that the rules read is there with its kind, its seal, its options and its columns. */
function keeps(form: readonly FormField[], needed: FormField): boolean {
  const field = form.find(({ id }) => id === needed.id);
  if (!field || field.kind !== needed.kind) return false;
  // What is sealed when it is shipped (a phone number) stays sealed.
  if ((needed.required && !field.required) || (needed.private && !field.private)) return false;
  const hasOptions = (needed.options ?? []).every(({ id }) => field.options?.some((each) => each.id === id));
  return hasOptions && (needed.columns ?? []).every((column) => keeps(field.columns ?? [], column));
}

/** Everybody that the flow names. */
export function namedPeople({ flow }: Pick<RequestType, 'flow'>): string[] {
  const rules: readonly ApproverRule[] = [...flow.steps.flatMap(({ approvers }) => approvers), ...flow.cc];
  return [...new Set(rules.flatMap((rule) => (rule.by === 'person' ? [rule.employeeId] : [])))];
}
