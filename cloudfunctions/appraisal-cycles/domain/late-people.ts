import type { DutyKind, LatePerson } from '#contracts/appraisal-cycles';
import type { DutyState } from './duty-source';

type Duty = DutyState & { readonly duty: DutyKind };

/** Everybody who owes something, with all that they owe, the most first. */
export function lateByPerson(
  duties: readonly Duty[],
): { readonly id: string; readonly duties: LatePerson['duties']; readonly open: number }[] {
  const found = new Map<string, { readonly duty: DutyKind; readonly open: number }[]>();
  for (const { duty, late } of duties)
    for (const { employeeId, open } of late)
      if (open > 0) found.set(employeeId, [...(found.get(employeeId) ?? []), { duty, open }]);
  return [...found]
    .map(([id, owed]) => ({ id, duties: owed, open: owed.reduce((sum, { open }) => sum + open, 0) }))
    .sort((a, b) => b.open - a.open || (a.id < b.id ? -1 : 1));
}
