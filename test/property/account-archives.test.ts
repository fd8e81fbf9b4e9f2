import fc from 'fast-check';
import type { Day, Instant } from '#contracts/common';
import type { FormValues, Period } from '#contracts/form';
import type { AccountChange, StoredAccount } from '../../cloudfunctions/accounts/domain/account';
import { emptyAccount, withChange } from '../../cloudfunctions/accounts/domain/account';
import { type AccountArchive, archiveId } from '../../cloudfunctions/accounts/domain/archive';
import { broughtBack, reachedBy } from '../../cloudfunctions/accounts/domain/bring-back';
import { grantsOf } from '../../cloudfunctions/accounts/domain/ledger';
import { cutOn, moveToArchive } from '../../cloudfunctions/accounts/domain/move-to-archive';
import {
  BEGINNING,
  isCompleteSince,
  partsSince,
  withArchives,
} from '../../cloudfunctions/accounts/domain/with-archives';
import { withoutDays } from '../../cloudfunctions/approvals/domain/request/shorten';
import type { KindAnswer } from '../../cloudfunctions/approvals/kind/kind';
import { compTimeEntries } from '../../cloudfunctions/attendance/domain/comp-time-credit';
import { adjustmentEntries } from '../../cloudfunctions/leave/domain/adjustment';
import { leaveBalances, ledgerLines } from '../../cloudfunctions/leave/domain/balances';
import { dueEntries } from '../../cloudfunctions/leave/domain/due-entries';
import { leaveRules } from '../../cloudfunctions/leave/domain/leave-rules';
import { leaveSince } from '../../cloudfunctions/leave/domain/leave-since';
import { CHINA_LEAVE_TYPES } from '../../cloudfunctions/leave/domain/packs/china';
import { refreshBalance, refreshExpiry } from '../../cloudfunctions/leave/domain/refresh-balance';
import { returnDays } from '../../cloudfunctions/leave/domain/return-days';
import { overtimeRules } from '../../cloudfunctions/overtime/domain/overtime-rules';
import { SHIPPED_OVERTIME } from '../../cloudfunctions/overtime/domain/overtime-settings';
import { leaveLines } from '../../cloudfunctions/reports/domain/leave-fields';
import {
  addDays,
  dayOf,
  instantAt,
  midnight,
  monthOf,
} from '../../cloudfunctions/shared/calendar/company-time';
import { AppError } from '../../cloudfunctions/shared/errors/app-error';
import { tripRules } from '../../cloudfunctions/trip/domain/trip-rules';
import { person, question } from '../unit/cloudfunctions/support/requests';
import { day } from '../unit/cloudfunctions/support/rules';

/*
 * The same life of one account twice: once never archived, once archived whenever it comes to it. Whatever is asked is
 * answered alike, whatever is done is booked alike, and put together again both are the same.
 */

const ME = person();
const TYPES = CHINA_LEAVE_TYPES;
const OVERTIME = { ...SHIPPED_OVERTIME, compTime: { 150: 'allow', 200: 'allow', 300: 'allow' } } as const;

/** The account that is archived, as `accounts/data` keeps it. */
class Archived {
  live: StoredAccount = emptyAccount(ME._id);
  readonly parts = new Map<string, AccountArchive>();

  private partsOf({ archive }: StoredAccount, since: Day) {
    return (archive ? partsSince(archive, since) : []).map((quarter) => {
      const found = this.parts.get(quarter);
      expect(found?.rev).toBe(archive?.parts[quarter]);
      return { ...(found as AccountArchive), quarter };
    });
  }

  complete(since: Day, leave: Day = since, account = this.live): StoredAccount {
    if (isCompleteSince(account, since, leave)) return account;
    const first = leave < since ? leave : since;
    return withArchives(account, this.partsOf(account, first), first);
  }

  apply(change: AccountChange, effect: { readonly id: string; readonly order: number } | null): void {
    const back = broughtBack(
      this.live,
      this.partsOf(this.live, BEGINNING),
      reachedBy(this.live, change, effect?.id ?? null),
    );
    this.live = back.account;
    for (const archive of back.archives) this.parts.set(archive._id.slice(-6), archive);
    this.live = booked(this.live, change, effect);
  }

  archive(today: Day, least: number): void {
    const moved = moveToArchive(this.live, cutOn(today, null), least);
    if (!moved) return;
    this.live = moved.account;
    for (const [quarter, { requests, grants }] of moved.parts) {
      const known = this.parts.get(quarter);
      for (const id of Object.keys(requests)) expect(this.holderOf(id)).toBeNull();
      this.parts.set(quarter, {
        _id: archiveId(ME._id, quarter),
        rev: (known?.rev ?? 0) + 1,
        requests: { ...known?.requests, ...requests },
        grants: { ...known?.grants, ...grants },
      });
    }
    expect([...this.parts.keys()].sort()).toEqual(Object.keys(this.live.archive?.parts ?? {}).sort());
  }

  private holderOf(id: string): string | null {
    return [...this.parts].find(([, { requests }]) => requests[id])?.[0] ?? null;
  }
}

function booked(
  account: StoredAccount,
  change: AccountChange,
  effect: { readonly id: string; readonly order: number } | null,
): StoredAccount {
  const before = effect ? account.applied?.[effect.id] : undefined;
  if (effect && (before ?? -1) >= effect.order) return account;
  const applied = effect ? { ...account.applied, [effect.id]: effect.order } : account.applied;
  return { ...withChange(account, change), rev: account.rev + 1, ...(applied && { applied }) };
}

interface Sent {
  readonly id: string;
  readonly asks: 'leave' | 'trip' | 'overtime';
  readonly values: FormValues;
  state: 'open' | 'approved' | 'over';
  answer: KindAnswer;
  order: number;
  /** Every effect so far: any of them may come again. */
  readonly effects: { readonly change: AccountChange; readonly order: number }[];
}

const away = (most: number) => fc.integer({ min: -most, max: 60 });
const step = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      does: fc.constant('ask' as const),
      asks: fc.constantFrom('leave', 'leave', 'trip', 'overtime'),
      type: fc.constantFrom('annual', 'annual', 'sick', 'personal', 'comp-time', 'marriage'),
      in: fc.oneof({ weight: 4, arbitrary: away(20) }, { weight: 1, arbitrary: away(340) }),
      days: fc.oneof(
        { weight: 5, arbitrary: fc.integer({ min: 1, max: 4 }) },
        { weight: 1, arbitrary: fc.integer({ min: 30, max: 200 }) },
      ),
      compensation: fc.constantFrom('pay', 'comp-time', 'comp-time'),
      isApproved: fc.constantFrom(true, true, true, false),
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      does: fc.constantFrom('approve', 'reject', 'resubmit', 'cancel', 'shorten', 'again'),
      nth: fc.nat(60),
      part: fc.nat(3),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      does: fc.constant('adjust' as const),
      key: fc.nat(8),
      type: fc.constantFrom('annual', 'comp-time'),
      minutes: fc.constantFrom(-960, -240, 240, 480, 1_440),
      expires: fc.constantFrom(null, 30, 400),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({ does: fc.constant('wait' as const), days: fc.integer({ min: 1, max: 160 }) }),
  },
  {
    weight: 3,
    arbitrary: fc.record({ does: fc.constant('archive' as const), least: fc.constantFrom(1, 1, 4) }),
  },
);

const CURRENT = { kind: 'leave', typeId: 'leave', state: 'pending', cancels: null } as const;

/** One life under two ways of keeping it. */
class Twins {
  plain: StoredAccount = emptyAccount(ME._id);
  readonly archived = new Archived();
  readonly sent: Sent[] = [];
  today = day('2022-03-01');
  archivings = 0;

  get now(): Instant {
    return instantAt(this.today, 12 * 60);
  }

  private book(change: AccountChange, effect: { readonly id: string; readonly order: number } | null): void {
    this.plain = booked(this.plain, change, effect);
    this.archived.apply(change, effect);
  }

  private effect(request: Sent, change: AccountChange, order: number): void {
    request.order = order;
    request.effects.push({ change, order });
    this.book(change, { id: request.id, order });
  }

  /** The rules' answer, which has to be the same with either account. */
  private ask(id: string, asks: Sent['asks'], values: FormValues): KindAnswer {
    const { from } = values.period as Period;
    const first = from < this.today ? from : this.today;
    const general = this.archived.complete(`${monthOf(addDays(first, -1))}-01` as Day);
    const earlier = leaveSince(values, ME, TYPES, this.today);
    const complete =
      asks === 'leave'
        ? this.archived.complete(general.archive?.before ?? earlier, earlier, general)
        : general;
    const [alone, both] = [this.plain, complete].map((account) => {
      const more = { requestId: id, applicant: ME, account, now: this.now, today: this.today };
      if (asks === 'leave') return leaveRules(question(asks, values, more));
      if (asks === 'trip') return tripRules(question(asks, values, more));
      return overtimeRules(question(asks, values, { ...more, settings: OVERTIME }));
    });
    expect(both).toEqual(alone);
    return alone as KindAnswer;
  }

  private send(request: Sent): void {
    this.effect(request, request.answer.onSubmit, request.order + 1);
    request.state = 'open';
  }

  do(each: typeof step extends fc.Arbitrary<infer T> ? T : never): void {
    if (each.does === 'wait') this.today = addDays(this.today, each.days);
    else if (each.does === 'archive') {
      const before = this.archived.live;
      this.archived.archive(this.today, each.least);
      if (this.archived.live !== before) this.archivings += 1;
    } else if (each.does === 'ask') {
      const id = `R${this.sent.length}`;
      const from = addDays(this.today, each.in);
      const period: Period =
        each.asks === 'overtime'
          ? { unit: 'hour', from, start: 19 * 60, end: 19 * 60 + each.days * 10 }
          : { unit: 'day', from, to: addDays(from, each.days - 1) };
      const values = {
        leaveType: each.type,
        compensation: each.compensation,
        period,
        reason: '',
        files: ['f'],
      };
      const answer = this.ask(id, each.asks, values);
      if (answer.problem) return;
      const request: Sent = { id, asks: each.asks, values, state: 'open', answer, order: 0, effects: [] };
      this.sent.push(request);
      this.send(request);
      if (each.isApproved) this.decide('approve', request, 0);
    } else if (each.does === 'adjust') this.adjust(each);
    else this.decide(each.does, this.sent[each.nth % Math.max(1, this.sent.length)], each.part);
  }

  private adjust(each: { key: number; type: string; minutes: number; expires: number | null }): void {
    const adjustment = {
      key: `K${each.key}`,
      typeId: each.type,
      minutes: each.minutes,
      expiresOn: each.minutes > 0 && each.expires !== null ? addDays(this.today, each.expires) : null,
      reason: 'x',
      byId: 'E0009',
    };
    const whole = this.archived.complete(BEGINNING);
    const [alone, both] = [this.plain, whole].map(({ entries }) => {
      try {
        return adjustmentEntries(entries, adjustment, this.today, this.now);
      } catch (error) {
        if (error instanceof AppError) return { code: error.code, data: error.data };
        throw error;
      }
    });
    expect(both).toEqual(alone);
    if (alone && !('code' in alone))
      this.book({ spans: {}, entries: alone as AccountChange['entries'] }, null);
  }

  private decide(verb: string, request: Sent | undefined, part: number): void {
    if (!request) return;
    const { answer, order } = request;
    if (verb === 'again') {
      const old = request.effects[part % request.effects.length];
      if (old) this.book(old.change, { id: request.id, order: old.order });
    } else if (request.state === 'open' && verb === 'approve') {
      this.effect(request, answer.onApprove, order + 1);
      request.state = 'approved';
    } else if (request.state === 'open' && (verb === 'reject' || verb === 'resubmit')) {
      this.effect(request, answer.onReject, order + 1);
      request.state = 'over';
      if (verb === 'resubmit') this.resubmit(request);
    } else if (request.state === 'over' && verb === 'resubmit' && request.order < 1_000_000)
      this.resubmit(request);
    else if (request.state === 'approved' && verb === 'cancel') {
      this.effect(request, answer.onCancel, 1_000_000);
      request.state = 'over';
    } else if (request.state === 'approved' && verb === 'shorten' && request.asks === 'leave')
      this.shorten(request, part);
  }

  /** As `findAccountWith` does: an archived request is brought back before the rules see its account. */
  private resubmit(request: Sent): void {
    this.archived.apply({ spans: {}, entries: {} }, { id: request.id, order: -1 });
    const answer = this.ask(request.id, request.asks, request.values);
    if (answer.problem) return;
    Object.assign(request, { answer });
    this.send(request);
  }

  private shorten(request: Sent, part: number): void {
    const span = request.answer.onApprove.spans[request.id];
    const on = Object.keys(span?.perDay ?? {}).sort()[part] as Day | undefined;
    if (!span || !on || part === 0) return;
    const { span: shorter } = withoutDays(span, { on }, midnight(on));
    const whole = this.archived.complete(BEGINNING);
    const [alone, both] = [this.plain, whole].map(({ entries }) => returnDays(entries, shorter, this.now));
    expect(both).toEqual(alone);
    const change = { spans: { [request.id]: shorter }, entries: alone?.entries ?? {} };
    this.effect(request, change, request.order + 0.01);
    const onCancel = Object.fromEntries(
      Object.entries(request.answer.onCancel.entries).map(([key, entry]) => [key, entry]),
    );
    request.answer = {
      ...request.answer,
      onApprove: { ...request.answer.onApprove, spans: change.spans },
      onCancel: { ...request.answer.onCancel, entries: onCancel },
    };
  }

  /** The daily job. */
  job(): void {
    const when = { today: this.today, until: Number(this.today.slice(0, 4)), now: this.now };
    const credit = () => ({ approved: 60, punched: 30, credited: 30 });
    const [alone, both] = [this.plain, this.archived.live].map((account) => {
      const added = compTimeEntries(account, credit, this.now);
      const known = { ...account, entries: { ...account.entries, ...added } };
      return { ...added, ...dueEntries(ME, known, TYPES, when) };
    });
    expect(both).toEqual(alone);
    if (alone) this.book({ spans: {}, entries: alone }, null);
  }

  /** What pages, settlements and exports read. */
  compare(back: number): void {
    const { today, now, plain, archived } = this;
    const { archive: _, rev: __, ...whole } = archived.complete(BEGINNING);
    const { rev: ___, ...all } = plain;
    expect({ ...whole, applied: null }).toEqual({ ...all, applied: null });
    expect(leaveBalances(ME, archived.live, TYPES, today, now)).toEqual(
      leaveBalances(ME, plain, TYPES, today, now),
    );
    expect(ledgerLines(whole.entries)).toEqual(ledgerLines(plain.entries));
    for (const { id, origin } of grantsOf(archived.live.entries))
      expect([id, origin]).not.toEqual([id, null]);
    const then = addDays(today, -back);
    const first = `${monthOf(then)}-01` as Day;
    const since = archived.complete(first);
    const from = midnight(first);
    expect(after(since, from)).toEqual(after(plain, from));
    const year = archived.complete(`${then.slice(0, 4)}-01-01` as Day);
    expect(leaveLines(year, then).filter(isShown)).toEqual(leaveLines(plain, then).filter(isShown));
    for (const { id, answer, state } of this.sent) {
      if (state !== 'open') continue;
      const about = { _id: id, spanFrom: answer.from as Instant, spanTo: answer.to as Instant };
      const seen = archived.complete(dayOf(Math.min(about.spanFrom, now)));
      const shown = (account: StoredAccount) => [
        refreshBalance(answer.facts, about, account, today),
        refreshExpiry(
          answer.warnings,
          { ...CURRENT, ...about, facts: answer.facts } as never,
          account,
          today,
          30,
        ),
      ];
      expect(shown(seen)).toEqual(shown(plain));
    }
  }
}

/** A type with nothing at all is not in a table. */
const isShown = ({ left, held, granted, used, expired, lost }: ReturnType<typeof leaveLines>[number]) =>
  [left, held, granted, used, expired, lost].some((figure) => figure !== 0);

/** What of an account lasted until then or longer, and what was booked since. */
function after({ spans, entries }: StoredAccount, from: Instant) {
  return [
    Object.entries(spans)
      .filter(([, { to }]) => to >= from)
      .map(([key, { archived: _, ...span }]) => [key, span] as const)
      .sort(([a], [b]) => (a < b ? -1 : 1)),
    Object.entries(entries)
      .filter(([, { at }]) => at >= from)
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  ];
}

test('archived at any time, an account answers and books as if it never had been', () => {
  let archivings = 0;
  fc.assert(
    fc.property(fc.array(step, { minLength: 40, maxLength: 120 }), fc.nat(900), (steps, back) => {
      const twins = new Twins();
      for (const each of steps) {
        twins.do(each);
        if (each.does === 'wait') twins.job();
        if (each.does === 'archive') twins.compare(back);
      }
      twins.compare(back);
      archivings += twins.archivings;
    }),
    { numRuns: 60, endOnFailure: true },
  );
  expect(archivings).toBeGreaterThan(60);
});
