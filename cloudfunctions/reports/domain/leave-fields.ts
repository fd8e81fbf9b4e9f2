import type { Day, LocalText } from '#contracts/common';
import type { LedgerKind } from '#contracts/leave';
import type { Account, LedgerEntry } from '../../accounts/rules';
import { grantsOf, usableOn } from '../../accounts/rules-ledger';
import { dayOf } from '../../shared/calendar/company-time';
import { type CountedIn, inUnit, unitField } from './ledger-fields';
import { type AboutPerson, peopleFields } from './people-fields';
import { type Field, field } from './table';

/** One leave type of one person at the end of a day. Leave minutes: 480 are a day. */
export interface LeaveLine {
  readonly typeId: string;
  readonly left: number;
  readonly held: number;
  readonly granted: number;
  readonly used: number;
  /** Since the start of the year. */
  readonly expired: number;
  /** To sick or paid personal leave. */
  readonly lost: number;
  /** The last day of the grant that ends next. */
  readonly expiresOn: Day | null;
}

export interface PersonLeave extends AboutPerson {
  readonly line: LeaveLine;
  readonly typeName: LocalText | null;
  readonly unit: CountedIn;
  /** Left on the last day and paid out to a leaver; null for others. Leave minutes. */
  readonly payOut: number | null;
}

/**
 * Balances at the end of `lastDay`, type by type: grants that were valid on that day, as booked by then, and leave
 * that began by then but was booked later. For these grants left + held + used + lost is what was granted; expired
 * is what expired since the start of the year.
 */
export function leaveLines(account: Account, lastDay: Day): LeaveLine[] {
  const known = Object.fromEntries(
    Object.entries(account.entries).filter(([, entry]) => isKnown(entry, account.spans, lastDay)),
  );
  const types = [...new Set(Object.values(known).map(({ typeId }) => typeId))].sort();
  return types.map((typeId) => lineOf(typeId, known, lastDay));
}

const LEAVE_KINDS: readonly LedgerKind[] = ['hold', 'release', 'use', 'return'];

function isKnown({ at, kind, requestId }: LedgerEntry, spans: Account['spans'], lastDay: Day): boolean {
  if (dayOf(at) <= lastDay) return true;
  const span = requestId === null ? undefined : spans[requestId];
  return span !== undefined && span.day <= lastDay && LEAVE_KINDS.includes(kind);
}

function lineOf(typeId: string, entries: Account['entries'], lastDay: Day): LeaveLine {
  const valid = grantsOf(entries, typeId).filter((grant) => usableOn(grant, lastDay));
  const ids = new Set(valid.map(({ id }) => id));
  const ofType = Object.values(entries).filter((entry) => entry.typeId === typeId);
  const own = ofType.filter(({ grantId }) => ids.has(grantId));
  const year = ofType.filter(({ at }) => dayOf(at).slice(0, 4) === lastDay.slice(0, 4));
  const ends = valid.flatMap(({ expiresOn, left }) => (expiresOn !== null && left > 0 ? [expiresOn] : []));
  return {
    typeId,
    left: valid.reduce((total, { left }) => total + left, 0),
    held: 0 - sumOf(own, 'hold', 'release'),
    granted: sumOf(own, 'grant', 'carry', 'adjust', 'leaving'),
    used: 0 - sumOf(own, 'use', 'return'),
    expired: 0 - sumOf(year, 'expire'),
    lost: 0 - sumOf(own, 'lost'),
    expiresOn: ends.sort()[0] ?? null,
  };
}

const sumOf = (entries: readonly LedgerEntry[], ...kinds: readonly LedgerKind[]): number =>
  entries.filter(({ kind }) => kinds.includes(kind)).reduce((total, { minutes }) => total + minutes, 0);

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
  field('剩余', 'Left', 'days', 10, ({ line, unit }) => inUnit(line.left, unit)),
  field('审批中', 'Held', 'days', 10, ({ line, unit }) => inUnit(line.held, unit)),
  field('已发放', 'Granted', 'days', 10, ({ line, unit }) => inUnit(line.granted, unit)),
  field('已使用', 'Used', 'days', 10, ({ line, unit }) => inUnit(line.used, unit)),
  field('已过期', 'Expired', 'days', 10, ({ line, unit }) => inUnit(line.expired, unit)),
  field('不再享受', 'Lost', 'days', 10, ({ line, unit }) => inUnit(line.lost, unit)),
  field('离职折现', 'Paid out on leaving', 'days', 12, ({ payOut, unit }) =>
    payOut === null ? null : inUnit(payOut, unit),
  ),
  unitField<PersonLeave>(),
  field('最近到期日', 'Next expiry', 'date', 13, ({ line }) => line.expiresOn),
];
