import type { Day, LocalText } from '#contracts/common';
import type { LedgerKind } from '#contracts/leave';
import type { Account, LedgerEntry } from '../../accounts/rules';
import { type AboutPerson, peopleFields } from './people-fields';
import { type Field, field } from './table';

/** One leave type of one person at the end of a day. Leave minutes: 480 are a day. */
export interface LeaveLine {
  readonly typeId: string;
  readonly left: number;
  readonly held: number;
  readonly granted: number;
  readonly used: number;
  readonly expired: number;
  /** To sick or paid personal leave. */
  readonly lost: number;
  /** The last day of the grant that ends next. */
  readonly expiresOn: Day | null;
}

export interface PersonLeave extends AboutPerson {
  readonly line: LeaveLine;
  readonly typeName: LocalText | null;
}

const LEAVE_DAY = 480;

/** What the ledger says at `until` (epoch ms), type by type. `today` tells which grants have not ended. */
export function leaveLines({ entries }: Account, until: number, today: Day): LeaveLine[] {
  const valid = Object.values(entries).filter(({ at }) => at < until);
  const types = [...new Set(valid.map(({ typeId }) => typeId))].sort();
  return types.map((typeId) =>
    lineOf(
      typeId,
      valid.filter((entry) => entry.typeId === typeId),
      today,
    ),
  );
}

function lineOf(typeId: string, entries: readonly LedgerEntry[], today: Day): LeaveLine {
  const sum = (...kinds: readonly LedgerKind[]): number =>
    entries.filter(({ kind }) => kinds.includes(kind)).reduce((total, { minutes }) => total + minutes, 0);
  const ends = entries.flatMap(({ expiresOn }) => (expiresOn && expiresOn >= today ? [expiresOn] : []));
  return {
    typeId,
    left: entries.reduce((total, { minutes }) => total + minutes, 0),
    held: 0 - sum('hold', 'release'),
    granted: sum('grant', 'carry', 'adjust'),
    used: 0 - sum('use', 'return'),
    expired: 0 - sum('expire'),
    lost: 0 - sum('lost'),
    expiresOn: ends.sort()[0] ?? null,
  };
}

const days = (minutes: number): number => Math.round((minutes / LEAVE_DAY) * 1_000) / 1_000;

/** One row per person and leave type. */
export const LEAVE_FIELDS: readonly Field<PersonLeave>[] = [
  ...peopleFields<PersonLeave>(),
  field(
    '假期类型',
    'Leave type',
    'text',
    18,
    ({ line, typeName }, language) => typeName?.[language] ?? line.typeId,
  ),
  field('剩余（天）', 'Left (days)', 'days', 12, ({ line }) => days(line.left)),
  field('审批中（天）', 'Held (days)', 'days', 13, ({ line }) => days(line.held)),
  field('已发放（天）', 'Granted (days)', 'days', 13, ({ line }) => days(line.granted)),
  field('已使用（天）', 'Used (days)', 'days', 13, ({ line }) => days(line.used)),
  field('已过期（天）', 'Expired (days)', 'days', 13, ({ line }) => days(line.expired)),
  field('不再享受（天）', 'Lost (days)', 'days', 13, ({ line }) => days(line.lost)),
  field('最近到期日', 'Next expiry', 'date', 13, ({ line }) => line.expiresOn),
];
