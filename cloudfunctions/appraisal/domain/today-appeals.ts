import type { Day } from '#contracts/common';

/** An open appeal as Today reads it: who rated, who may decide besides HR, and who decided each version. */
export interface AppealOnToday {
  /** `<cycle>:<employee>`. */
  readonly _id: string;
  readonly managerId?: string | null;
  readonly appealTo?: readonly string[] | null;
  readonly result_versions_by?: readonly string[] | null;
}

/** Somebody in HR as Today reads them. */
export interface HrOnToday {
  readonly _id: string;
  readonly managerId?: string | null;
  readonly hiredOn?: Day | null;
  readonly leftOn?: Day | null;
}

interface Reader {
  readonly id: string;
  readonly managerId: string | null;
  readonly isHr: boolean;
  /** Direct reports of the reader; read for HR alone. */
  readonly reports: readonly string[];
  readonly hr: readonly HrOnToday[];
  readonly today: Day;
}

/**
 * How many of these appeals the reader may decide, as in the list of appeals: neither their own nor one of a version that they have
 * decided, and for HR none of a person whom they manage or who manages them, while somebody else is there to do it.
 */
export const countDecidable = (appeals: readonly AppealOnToday[], reader: Reader): number =>
  appeals.filter((appeal) => mayDecide(appeal, reader)).length;

function mayDecide(appeal: AppealOnToday, reader: Reader): boolean {
  const personId = appeal._id.slice(appeal._id.indexOf(':') + 1);
  const decidedBy = appeal.result_versions_by?.at(-1);
  if (personId === reader.id || decidedBy === reader.id) return false;
  if (!reader.isHr) return true;
  const isClose = reader.managerId === personId || reader.reports.includes(personId);
  if (!isClose) return true;
  const { hr, today } = reader;
  const isFree = (id: string, managerId?: string | null) =>
    ![reader.id, personId, decidedBy, appeal.managerId].includes(id) && managerId !== personId;
  const isHere = ({ hiredOn, leftOn }: HrOnToday) =>
    (!hiredOn || hiredOn <= today) && (!leftOn || leftOn >= today);
  const hasOther =
    hr.some((each) => isHere(each) && isFree(each._id, each.managerId)) ||
    (appeal.appealTo ?? []).some((id) => isFree(id));
  return !hasOther;
}
