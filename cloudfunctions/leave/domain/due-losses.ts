import type { Day, Instant, Minutes } from '#contracts/common';
import type { Fact } from '#contracts/fact';
import { LEAVE_DAY_MINUTES } from '../../../miniprogram/common/units';
import type { Account, LedgerEntry } from '../../accounts/rules';
import { type GrantState, grantsOf, oldestFirst } from '../../accounts/rules-ledger';
import type { Employee } from '../../shared/kernel/employee';
import { annualEntitlement } from './annual-entitlement';
import { annualLoss } from './annual-loss';
import type { LeaveType } from './leave-type';
import { backBasis, type LostShare, nextYearBasis, thisYearBasis } from './loss-basis';
import { CHINA_LEAVE_TYPES } from './packs/china';
import { ruleOn } from './rule-on';

type Entries = Account['entries'];

/** The ledger's state of one year's statutory days, including those carried over into the next year. */
interface YearState {
  readonly grants: readonly GrantState[];
  /** The statutory part of the grant, and the part of it that is used or held. Leave minutes. */
  readonly statutory: Minutes;
  readonly taken: Minutes;
  readonly left: Minutes;
  /** Lost according to earlier entries. */
  readonly lost: Minutes;
}

/**
 * Ledger entries for statutory days that are forfeited because of sick leave and paid personal leave (条例 art.
 * 4, 办法 art. 8), up to the year `until`, based on currently approved leave. Untaken days of the year are lost.
 * Days already taken are deducted from next year: all of next year's days if the year's days were taken in
 * full, as the Measures say. They do not regulate partly taken days; then as many days are deducted as were
 * taken, unless the company's rule says all. So at most one year's days are lost, in either order. Days that a
 * company grants beyond the law are kept and count as taken first; days of next year that are already used are
 * not reclaimed. Cancelled leave restores what it had forfeited. Idempotent.
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
        const state = yearStateOf(entries, type, employee, year);
        const share = state && lossTarget(state, { type, employee, entries, spans: approved, year });
        return state && share ? lossEntries(type._id, entries, state, share, now) : [];
      }),
    );
  return Object.fromEntries(due);
}

interface LossInput {
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

/** The total loss of a year and its reasons, limited to the available minutes. */
function lossTarget(state: YearState, input: LossInput): Target {
  const { type, employee, entries, spans, year } = input;
  const rule = ruleOn(type, employee.city, lastDay(year));
  const lostBy = rule?.grant?.by === 'service' ? rule.lostBy : null;
  const none: Target = { minutes: 0, basis: [] };
  if (!rule || !lostBy) return none;
  const since = employee.workingSince ?? employee.hiredOn;
  const version = `${rule.from} r${type.version ?? 0}`;
  const available = state.left + state.lost;
  const target = (
    minutes: Minutes,
    basisOf: (share: LostShare) => readonly Fact[],
    taken: Minutes,
  ): Target => {
    const days = Math.max(0, Math.min(minutes, available));
    return { minutes: days, basis: basisOf({ entitlement: state.statutory, taken, days, version }) };
  };
  const own = annualLoss(lostBy, since, spans, year);
  if (own)
    return target(state.statutory - state.taken, (share) => thisYearBasis(lostBy, own, share), state.taken);
  const loss = annualLoss(lostBy, since, spans, year - 1);
  const before = loss && yearStateOf(entries, type, employee, year - 1);
  if (!loss || !before || before.taken === 0) return none;
  const whole = lostBy.partlyTaken === 'whole-year' || before.taken >= before.statutory;
  const minutes = whole ? state.statutory : Math.min(before.taken, state.statutory);
  return target(minutes, (share) => nextYearBasis(lostBy, loss, share), before.taken);
}

function yearStateOf(entries: Entries, type: LeaveType, employee: Employee, year: number): YearState | null {
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
  const statutory = Math.min(granted.minutes, statutoryMinutes(type, employee, year) ?? granted.minutes);
  const beyond = granted.minutes - statutory;
  return {
    grants,
    statutory,
    taken: Math.max(0, sum('hold', 'release', 'use', 'return') - beyond),
    left: grants.reduce((total, { left }) => total + left, 0),
    lost: sum('lost'),
  };
}

/** The statutory entitlement of that year; null if the product does not know the law of that type. */
function statutoryMinutes({ _id }: LeaveType, employee: Employee, year: number): Minutes | null {
  const shipped = CHINA_LEAVE_TYPES.find((type) => type._id === _id);
  const grant = shipped && ruleOn(shipped, employee.city, lastDay(year))?.grant;
  return grant?.by === 'service' ? annualEntitlement(grant, employee, year).days * LEAVE_DAY_MINUTES : null;
}

const lastDay = (year: number): Day => `${year}-12-31` as Day;

/** The entries that change the booked loss into the target loss. */
function lossEntries(
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

/** The lost minutes of one grant, and their entries in order. */
export function lostOf(
  entries: Entries,
  grantId: string,
): { readonly minutes: Minutes; readonly lines: readonly LedgerEntry[] } {
  const lines: LedgerEntry[] = [];
  for (let sequence = 0; ; sequence += 1) {
    const line = entries[`${grantId}-lost-${sequence}`];
    if (!line) break;
    lines.push(line);
  }
  return { minutes: lines.reduce((total, line) => total - line.minutes, 0), lines };
}
