import type { SheetOwner } from '#contracts/goal';

/** The cycle and the owner that the id of a sheet names, such as `2026-11:p-E0012`. */
export function sheetIn(id: string): { readonly cycleId: string; readonly owner: SheetOwner } {
  const [cycleId = '', key = 'c'] = id.split(':');
  const name = key.slice(2);
  if (key.startsWith('p-')) return { cycleId, owner: { kind: 'person', id: name } };
  return { cycleId, owner: key.startsWith('d-') ? { kind: 'department', id: name } : { kind: 'company' } };
}
