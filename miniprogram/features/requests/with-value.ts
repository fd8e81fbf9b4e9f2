import type { FormValue, FormValues } from '#contracts/form';

/** One value changed; `line` and `column` name a cell of a table. */
export function withValue(
  values: FormValues,
  field: string,
  value: FormValue | undefined,
  cell?: { readonly line: number; readonly column: string },
): FormValues {
  if (!cell) return clean({ ...values, [field]: value });
  const lines = (values[field] ?? []) as readonly Readonly<Record<string, FormValue>>[];
  const next = lines.map((line, index) =>
    index === cell.line ? clean({ ...line, [cell.column]: value }) : line,
  );
  return { ...values, [field]: next as FormValue };
}

function clean(values: Readonly<Record<string, FormValue | undefined>>): FormValues {
  const kept = Object.entries(values).filter(([, value]) => value !== undefined && value !== '');
  return Object.fromEntries(kept) as FormValues;
}
