import type { Day, Instant } from '../../../../typings/contracts/common';
import type { HandoverArea } from '../../../../typings/contracts/requests';

/** A document of `handover_tasks`, `_id` is `<request>-<area>`: what a leaver hands over before the settlement. */
export interface HandoverTask {
  readonly _id: string;
  readonly rev: number;
  readonly requestId: string;
  readonly employeeId: string;
  readonly name: string;
  readonly nameEn: string;
  /** Who sees to it besides HR; null where the leaver had no manager. */
  readonly managerId: string | null;
  readonly area: HandoverArea;
  readonly state: 'open' | 'done' | 'waived' | 'dropped';
  readonly lastDay: Day;
  readonly note: string;
  readonly decidedBy: string | null;
  readonly decidedAt: Instant | null;
}

const HANDOVER_AREAS: readonly HandoverArea[] = ['work', 'assets', 'accounts', 'files'];

interface Leaver {
  readonly _id: string;
  readonly name: string;
  readonly nameEn: string;
  readonly managerId: string | null;
}

/** The tasks of an approved resignation. */
export function handoverTasks(requestId: string, leaver: Leaver, lastDay: Day): HandoverTask[] {
  return HANDOVER_AREAS.map((area) => ({
    _id: `${requestId}-${area}`,
    rev: 1,
    requestId,
    employeeId: leaver._id,
    name: leaver.name,
    nameEn: leaver.nameEn,
    managerId: leaver.managerId,
    area,
    state: 'open',
    lastDay,
    note: '',
    decidedBy: null,
    decidedAt: null,
  }));
}
