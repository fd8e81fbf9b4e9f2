import type { FormField, FormValues } from '#contracts/form';

/** Ids of the private text fields that have a value. */
export const privateFieldsOf = (form: readonly FormField[], values: FormValues): string[] =>
  form
    .filter((field) => field.private && field.kind === 'text' && Boolean(values[field.id]))
    .map(({ id }) => id);

/** The values with each private text replaced by the result of `map`, which gets the text and its field id. */
export function mapPrivateFields(
  form: readonly FormField[],
  values: FormValues,
  map: (text: string, fieldId: string) => string,
): FormValues {
  const turned = privateFieldsOf(form, values).map((id) => [id, map(String(values[id]), id)]);
  return { ...values, ...Object.fromEntries(turned) };
}
