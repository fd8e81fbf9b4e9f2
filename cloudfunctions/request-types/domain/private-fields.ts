import type { FormField, FormValues } from '#contracts/form';

/** Ids of the private texts of a form that have a value. */
export const privateFieldsOf = (form: readonly FormField[], values: FormValues): string[] =>
  form
    .filter((field) => field.private && field.kind === 'text' && Boolean(values[field.id]))
    .map(({ id }) => id);

/** The values with each private text turned by `turn`, which gets the text and its field. */
export function withPrivate(
  form: readonly FormField[],
  values: FormValues,
  turn: (text: string, fieldId: string) => string,
): FormValues {
  const turned = privateFieldsOf(form, values).map((id) => [id, turn(String(values[id]), id)]);
  return { ...values, ...Object.fromEntries(turned) };
}
