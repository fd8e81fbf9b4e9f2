import type { FormField, FormPlan, FormValue, FormValues } from '#contracts/form';

/**
 * Default values of a form: the next workday, and the first option of required choices. Table lines are
 * initialized on the phone.
 */
export function firstValues(form: readonly FormField[], plan: FormPlan): FormValues {
  const values = form.flatMap((field) => {
    const value = firstValue(field, plan);
    return value === undefined ? [] : [[field.id, value] as const];
  });
  return Object.fromEntries(values);
}

function firstValue({ kind, required, options }: FormField, { next }: FormPlan): FormValue | undefined {
  if (kind === 'period') return { unit: 'day', from: next.day, to: next.day };
  return kind === 'choice' && required ? options?.[0]?.id : undefined;
}
