import type { RequestDocument } from '../../cloudfunctions/approvals/domain/request/request';
import {
  ownType,
  PEOPLE,
  profileChange,
  seal,
  trip,
  type Who,
} from '../unit/cloudfunctions/support/request-company';
import { expectAccounted, expectSound, type InstrumentedRequests } from './request-race';

/** A call of `requests` that writes, from its beginning to what it comes to. */
export interface RequestCall {
  readonly title: string;
  readonly before?: () => Promise<unknown>;
  readonly call: readonly [who: Who, action: string, input: unknown];
  /** State of the answer. */
  readonly state: string;
  /** Messages by event when everything has happened. */
  readonly messages: Readonly<Record<string, number>>;
  readonly requests?: number;
}

const TRIP = trip('2026-12-01', '2026-12-02');
const TRIP_ID = `${PEOPLE.staff}-${TRIP.key}`;
const SEAL = seal();
const SEAL_ID = `${PEOPLE.staff}-${SEAL.key}`;
const PROFILE = profileChange();
const CANCEL = { id: TRIP_ID, rev: 2, key: 'cancelling-key-1', reason: '行程取消' };
const CANCEL_ID = `${PEOPLE.staff}-${CANCEL.key}`;
const decide = (id: string, rev: number, verb: string): RequestCall['call'] => [
  'head',
  'decide',
  { id, rev, verb },
];

/** The type of its own that some of the calls need. */
const TYPES = {
  request_types: [
    ownType([
      { approvers: [{ by: 'person', employeeId: PEOPLE.head }] },
      { approvers: [{ by: 'role', role: 'hr' }] },
    ]),
  ],
};

/** What is in the database when a call begins; made once. */
export async function startOf(company: InstrumentedRequests, { before }: RequestCall) {
  await company.begin(TYPES);
  await before?.();
  return { ...TYPES, ...(await company.snapshot()) };
}

const MINUTE = 60_000;

/** The timer comes by, late enough for everything: once, and again if that was not enough. */
export async function runTimerUntilSettled(company: InstrumentedRequests): Promise<void> {
  const now = company.clock.now();
  company.clock.set(now + 2 * MINUTE);
  await company.tick();
  if (!(await company.requestsNow()).every(isSettled)) await company.tick();
  company.clock.set(now);
}

const isSettled = ({ effects, outbox, draft }: RequestDocument): boolean =>
  effects === 'done' && outbox.length === 0 && draft === null;

/** Every request is sound, settled and in the account, and the account waits for nothing. */
export async function expectSettled(company: InstrumentedRequests): Promise<void> {
  const stored = await company.requestsNow();
  for (const request of stored) {
    expectSound(request);
    expect([request.effects, request.outbox, request.draft]).toEqual(['done', [], null]);
  }
  const account = await company.accountNow();
  expectAccounted(stored, account);
  expect(Object.keys(account?.staged ?? {})).toEqual([]);
}

/** Every verb that changes a request. */
export const requestCalls = (company: InstrumentedRequests): readonly RequestCall[] => {
  const sendTrip = () => company.ask('staff', 'submit', TRIP);
  const approveTrip = async () => {
    await sendTrip();
    await company.ask(...decide(TRIP_ID, 1, 'approve'));
  };
  return [
    {
      title: 'submit, into the account',
      call: ['staff', 'submit', TRIP],
      state: 'pending',
      messages: { 'request.waiting': 1 },
    },
    {
      title: 'submit, without the account',
      call: ['staff', 'submit', PROFILE],
      state: 'pending',
      messages: { 'request.waiting': 1 },
    },
    {
      title: 'resubmit',
      before: async () => {
        await sendTrip();
        await company.ask(...decide(TRIP_ID, 1, 'return'));
      },
      call: ['staff', 'resubmit', { id: TRIP_ID, rev: 2, values: trip('2026-12-08').values }],
      state: 'pending',
      messages: { 'request.waiting': 2, 'request.returned': 1 },
    },
    {
      title: 'approve',
      before: sendTrip,
      call: decide(TRIP_ID, 1, 'approve'),
      state: 'approved',
      messages: { 'request.approved': 1 },
    },
    {
      title: 'reject',
      before: sendTrip,
      call: decide(TRIP_ID, 1, 'reject'),
      state: 'rejected',
      messages: { 'request.rejected': 1 },
    },
    {
      title: 'return',
      before: sendTrip,
      call: decide(TRIP_ID, 1, 'return'),
      state: 'returned',
      messages: { 'request.returned': 1 },
    },
    {
      title: 'approve, a step in between',
      before: () => company.ask('staff', 'submit', SEAL),
      call: decide(SEAL_ID, 1, 'approve'),
      state: 'pending',
      messages: { 'request.waiting': 2 },
    },
    {
      title: 'decideMany',
      before: sendTrip,
      call: ['head', 'decideMany', { verb: 'approve', requests: [{ id: TRIP_ID, rev: 1 }] }],
      state: 'approved',
      messages: { 'request.approved': 1 },
    },
    {
      title: 'withdraw',
      before: sendTrip,
      call: ['staff', 'withdraw', { id: TRIP_ID, rev: 1 }],
      state: 'withdrawn',
      messages: { 'request.waiting': 1 },
    },
    {
      title: 'transfer',
      before: sendTrip,
      call: ['head', 'transfer', { id: TRIP_ID, rev: 1, toId: PEOPLE.peer }],
      state: 'pending',
      messages: { 'request.waiting': 2 },
    },
    {
      title: 'urge',
      before: sendTrip,
      call: ['staff', 'urge', { id: TRIP_ID }],
      state: 'pending',
      messages: { 'request.urged': 1 },
    },
    {
      title: 'cancel',
      before: approveTrip,
      call: ['staff', 'cancel', CANCEL],
      state: 'pending',
      messages: { 'request.waiting': 2 },
      requests: 2,
    },
    {
      title: 'approve, a cancelling request',
      before: async () => {
        await approveTrip();
        await company.ask('staff', 'cancel', CANCEL);
      },
      call: decide(CANCEL_ID, 1, 'approve'),
      state: 'approved',
      messages: { 'request.cancelled': 1 },
      requests: 2,
    },
  ];
};
