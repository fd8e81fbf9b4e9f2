import type { Day, Instant, Minutes } from '#contracts/common';
import type { Fact } from '#contracts/fact';
import { LEAVE_DAY_MINUTES } from '../../../miniprogram/common/units';
import type { Account, LedgerEntry } from '../../accounts/rules';
import { type GrantState, grantsOf, oldestFirst } from '../../accounts/rules-ledger';
import type { Employee } from '../../shared/kernel/employee';
import { annualEntitlement } from './annual-entitlement';
import { lossIn } from './annual-loss';
import type { LeaveType } from './leave-type';
import { backBasis, type LostShare, nextYearBasis, thisYearBasis } from './loss-basis';
import { CHINA_LEAVE_TYPES } from './packs/china';
import { ruleOn } from './rule-on';

type Entries = Account['entries'];

/** What a ledger holds of the statutory days of one year, also where they went on into the next. */
interface YearState {
  readonly grants: readonly GrantState[];
  /** What the law gives of what was granted, and what of it was taken or is asked for. Leave minutes. */
  readonly statutory: Minutes;
  readonly taken: Minutes;
  readonly left: Minutes;
  /** What earlier entries took away. */
  readonly lost: Minutes;
}

/**
 * What sick and paid personal leave takes away from the statutory days (条例 art. 4, 办法 art. 8), up to the year
 * `until`, from approved leave as it is now. What was not taken of the year is lost. What was taken before comes off
 * next year: all of its days if the year's were taken in full, as the Measures say; for a part they do not say,
 * and as many days come off as were taken, unless the company's rule says all. So a loss is that of one year's
 * days, whatever came first. Days that a company gives beyond the law stay, and count as taken first; days that
 * next year has used already are not claimed back. Leave that is undone gives back what it had taken away.
 * Again on its own result it is empty.
 */
export function dueLosses(
  employee: Employee,
  { entries, spans }: Pick<Account, 'entries' | 'spans'>,
  types: readonly LeaveType[],
  { today, until, now }: { readonly today: Day; readonly until: number; readonly now: Instant },
): Entries {
  const approved = Object.values(spans).filter(({ state }) => state === 'approved');
  const first = Number(today.slice(0, 4)) - 1;
  const years = Array.from({ length: Math.max(0, until - first + 1) }, (_, index) => first + index);
  const due = types
    .filter(({ enabled }) => enabled)
    .flatMap((type) =>
      years.flatMap((year) => {
        const state = stateOf(entries, type, employee, year);
        const share = state && shareOf(state, { type, employee, entries, spans: approved, year });
        return state && share ? changesOf(type._id, entries, state, share, now) : [];
      }),
    );
  return Object.fromEntries(due);
}

interface Asked {
  readonly type: LeaveType;
  readonly employee: Employee;
  readonly entries: Entries;
  readonly spans: readonly Account['spans'][string][];
  readonly year: number;
}

interface Target {
  readonly minutes: Minutes;
  readonly basis: readonly Fact[];
}

/** What of a year is to be lost in all, and why; at most what is there. */
function shareOf(state: YearState, asked: Asked): Target {
  const { type, employee, entries, spans, year } = asked;
  const rule = ruleOn(type, employee.city, lastDay(year));
  const lostBy = rule?.grant?.by === 'service' ? rule.lostBy : null;
  const none: Target = { minutes: 0, basis: [] };
  if (!rule || !lostBy) return none;
  const since = employee.workingSince ?? employee.hiredOn;
  const version = `${rule.from} r${type.version ?? 0}`;
  const there = state.left + state.lost;
  const target = (
    minutes: Minutes,
    basisOf: (share: LostShare) => readonly Fact[],
    taken: Minutes,
  ): Target => {
    const days = Math.max(0, Math.min(minutes, there));
    return { minutes: days, basis: basisOf({ entitlement: state.statutory, taken, days, version }) };
  };
  const own = lossIn(lostBy, since, spans, year);
  if (own)
    return target(state.statutory - state.taken, (share) => thisYearBasis(lostBy, own, share), state.taken);
  const loss = lossIn(lostBy, since, spans, year - 1);
  const before = loss && stateOf(entries, type, employee, year - 1);
  if (!loss || !before || before.taken === 0) return none;
  const whole = lostBy.partlyTaken === 'whole-year' || before.taken >= before.statutory;
  const minutes = whole ? state.statutory : Math.min(before.taken, state.statutory);
  return target(minutes, (share) => nextYearBasis(lostBy, loss, share), before.taken);
}

function stateOf(entries: Entries, type: LeaveType, employee: Employee, year: number): YearState | null {
  const id = `${type._id}-${year}`;
  const granted = entries[id];
  if (granted?.kind !== 'grant') return null;
  const grants = grantsOf(entries, type._id)
    .filter((grant) => grant.id === id || grant.id.startsWith(`${id}-carry`))
    .sort(oldestFirst);
  const ids = new Set(grants.map((grant) => grant.id));
  const own = Object.values(entries).filter(({ grantId }) => ids.has(grantId));
  const sum = (...kinds: LedgerEntry['kind'][]) =>
    own.reduce((total, { kind, minutes }) => (kinds.includes(kind) ? total - minutes : total), 0);
  const statutory = Math.min(granted.minutes, byLaw(type, employee, year) ?? granted.minutes);
  const beyond = granted.minutes - statutory;
  return {
    grants,
    statutory,
    taken: Math.max(0, sum('hold', 'release', 'use', 'return') - beyond),
    left: grants.reduce((total, { left }) => total + left, 0),
    lost: sum('lost'),
  };
}

/** What the law gives in that year; null where the product does not know the law of that type. */
function byLaw({ _id }: LeaveType, employee: Employee, year: number): Minutes | null {
  const shipped = CHINA_LEAVE_TYPES.find((type) => type._id === _id);
  const grant = shipped && ruleOn(shipped, employee.city, lastDay(year))?.grant;
  return grant?.by === 'service' ? annualEntitlement(grant, employee, year).days * LEAVE_DAY_MINUTES : null;
}

const lastDay = (year: number): Day => `${year}-12-31` as Day;

/** The entries from what was lost so far to what is to be lost. */
function changesOf(
  typeId: string,
  entries: Entries,
  { grants, lost }: YearState,
  { minutes, basis }: Target,
  now: Instant,
): [string, LedgerEntry][] {
  const more = minutes - lost;
  let rest = Math.abs(more);
  return grants.flatMap((grant): [string, LedgerEntry][] => {
    const before = lostOf(entries, grant.id);
    const part = Math.min(rest, Math.max(0, more > 0 ? grant.left : before.minutes));
    if (part === 0) return [];
    rest -= part;
    const line: LedgerEntry = {
      kind: 'lost',
      typeId,
      minutes: more > 0 ? 0 - part : part,
      at: now,
      grantId: grant.id,
      requestId: null,
      validFrom: null,
      expiresOn: null,
      basis: more > 0 ? basis : backBasis(part),
      byId: null,
      note: '',
    };
    return [[`${grant.id}-lost-${before.lines.length}`, line]];
  });
}

/** What of one grant is lost, with its lines in their order. */
export function lostOf(
  entries: Entries,
  grantId: string,
): { readonly minutes: Minutes; readonly lines: readonly LedgerEntry[] } {
  const lines: LedgerEntry[] = [];
  for (let turn = 0; ; turn += 1) {
    const line = entries[`${grantId}-lost-${turn}`];
    if (!line) break;
    lines.push(line);
  }
  return { minutes: lines.reduce((total, line) => total - line.minutes, 0), lines };
}
