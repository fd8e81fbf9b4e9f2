import type { EmbeddedCloud } from '../cloud';
import { dayOf, monthStart } from './demo-days';
import { openidOf } from './demo-person';
import { type DemoRequest, demoRequests } from './demo-requests';
import { CONSOLE_SECRET } from './function-variables';

type Cloud = Pick<EmbeddedCloud, 'db' | 'invoke'>;
type Caller = Parameters<EmbeddedCloud['invoke']>[2] & { readonly secret?: string };

/** Maximum timer runs until everybody's leave is granted; each handles a page of people. */
const MAX_RUNS = 20;
/** How many months back the settled and locked month is; the last month is left to the visitor. */
const SETTLED_MONTHS_BACK = 2;

/**
 * Grants leave, submits a few requests and settles a month, all through the functions, so that the demo shows what
 * the product computes. Only for a company without any request.
 * @throws Error if the product refuses a request
 */
export async function seedRequests(cloud: Cloud, now: number): Promise<void> {
  if ((await cloud.db.count('requests')) > 0) return;
  await grantLeave(cloud);
  for (const [index, request] of demoRequests(dayOf(now)).entries())
    await submitAndApprove(cloud, request, index);
  await settleMonth(cloud, monthStart(dayOf(now), SETTLED_MONTHS_BACK).slice(0, 7));
}

async function grantLeave({ db, invoke }: Cloud): Promise<void> {
  let before = -1;
  for (let run = 0; run < MAX_RUNS; run += 1) {
    const accounts = await db.count('accounts');
    if (accounts === before) return;
    before = accounts;
    await invoke('requests', {}, { as: { kind: 'timer', name: 'requests' } });
  }
}

const asPerson = (id: string): Caller => ({ as: { kind: 'user', openid: openidOf(id) } });

async function submitAndApprove(
  cloud: Cloud,
  { by, typeId, values, approvedBy = [] }: DemoRequest,
  index: number,
) {
  const key = `demo-request-${String(index).padStart(8, '0')}`;
  let { id, rev } = await call(
    cloud,
    'requests',
    'submit',
    { key, typeId, version: 1, values },
    asPerson(by),
  );
  for (const approver of approvedBy)
    ({ id, rev } = await call(cloud, 'requests', 'decide', { id, rev, verb: 'approve' }, asPerson(approver)));
}

/** Unit by unit, like the timer; then locks the month. */
export async function settleMonth(cloud: Cloud, month: string): Promise<void> {
  const caller: Caller = { as: { kind: 'console' }, secret: CONSOLE_SECRET };
  for (let run = 0; run < MAX_RUNS; run += 1) {
    const { state, rev } = await call(cloud, 'attendance', 'settle', { month }, caller);
    if (state !== 'done') continue;
    await call(cloud, 'attendance', 'lockMonth', { month, rev }, caller);
    return;
  }
}

interface CallResult {
  readonly id: string;
  readonly rev: number;
  readonly state: string;
}

async function call(
  { invoke }: Cloud,
  name: string,
  action: string,
  input: object,
  caller: Caller,
): Promise<CallResult> {
  const { secret, ...options } = caller;
  const { result } = await invoke(name, { action, input, ...(secret && { secret }) }, options);
  const answer = result as { ok: boolean; data: CallResult; error?: unknown };
  if (!answer.ok) throw new Error(`${action} ${JSON.stringify(input)}: ${JSON.stringify(answer.error)}`);
  return answer.data;
}
