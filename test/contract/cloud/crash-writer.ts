import { writeSync } from 'node:fs';
import path from 'node:path';
import { claimDataDir, releaseDataDir } from '../../../local/cloud/server-file';
import { Store } from '../../../local/cloud/store/store';
import { codeOf, WireClient } from '../../support/wire-client';
import { type Acknowledged, type Contents, NOTHING, problemsOf } from './crash-writer-check';
import { type CrashPoint, crashAt, slowDown } from './crash-writer-points';
import { ACCOUNTS, DECLARED, FIRST_BALANCE, GROUPS, type Move, stepOf, WRITERS } from './crash-writer-work';

/** What the parent wants of one process. */
export interface Orders {
  readonly dataDir: string;
  readonly acknowledged: Acknowledged;
  /** A collection that is new in this round, so that opening writes too. */
  readonly collection: string;
  /** Longest delay of a write to the disk, ms. */
  readonly diskDelay: number;
  readonly crash?: { readonly point: CrashPoint; readonly nth: number };
  /** Looks at the database and ends. */
  readonly checkOnly?: boolean;
}

/**
 * Opens the database that the last process was killed over, says what is wrong with it, and lets eight writers change
 * it without end. Lines: `opening`, `opened <ms>`, `broken <what>` or `sound`, then one `ack <writer> <steps> <seat>`
 * per acknowledged step. The parent kills it, or it kills itself.
 */
async function run(orders: Orders): Promise<void> {
  const { dataDir, acknowledged, collection, diskDelay, crash, checkOnly } = orders;
  say('opening');
  const started = performance.now();
  await claimDataDir(dataDir);
  const declared = { ...DECLARED, collections: [...DECLARED.collections, collection] };
  const store = await Store.open(path.join(dataDir, 'database'), declared);
  say(`opened ${Math.ceil(performance.now() - started)}`);
  const problems = problemsOf(await contentsOf(store), acknowledged);
  say(problems.length > 0 ? `broken ${problems.slice(0, 20).join('; ')}` : 'sound');
  if (checkOnly || problems.length > 0) {
    await store.close();
    return releaseDataDir(dataDir);
  }
  if (store.collection('accounts').size === 0) await openAccounts(store);
  if (crash) crashAt(crash.point, crash.nth);
  if (diskDelay > 0) slowDown(diskDelay);
  const client = new WireClient(store);
  await Promise.all(WRITERS.map((writer) => writeOn(client, writer, acknowledged)));
}

function say(line: string): void {
  writeSync(1, `${line}\n`);
}

async function contentsOf(store: Store): Promise<Contents> {
  const client = new WireClient(store);
  const all = (name: string) => [...store.candidates(name, {})];
  const byGroup = new Map<number, unknown[]>();
  for (const group of GROUPS)
    byGroup.set(
      group,
      (await client.find('entries', { group })).map(({ _id }) => _id),
    );
  return {
    accounts: all('accounts'),
    entries: all('entries'),
    ledger: all('ledger'),
    counters: all('counters'),
    seats: all('seats'),
    byGroup,
  };
}

/** In one write: all of them or none. */
async function openAccounts(store: Store): Promise<void> {
  const accounts = ACCOUNTS.map((_id) => [_id, { _id, balance: FIRST_BALANCE }] as const);
  store.apply(new Map([['accounts', new Map(accounts)]]));
  await store.durable();
}

async function writeOn(client: WireClient, writer: string, acknowledged: Acknowledged): Promise<void> {
  let { steps, seat } = acknowledged[writer] ?? NOTHING;
  for (;;) {
    seat = await take(client, writer, steps, seat);
    steps += 1;
    say(`ack ${writer} ${steps} ${seat ?? '-'}`);
  }
}

/** Takes one step, which the process before this one may have taken already; @returns the seat afterwards */
async function take(client: WireClient, writer: string, number: number, seat: number | null) {
  const step = stepOf(writer, number);
  if (step.kind === 'insert') await addOnce(client, step.entry);
  if (step.kind === 'remove' && step.id) await client.remove('entries', { _id: step.id });
  if (step.kind === 'count') await client.set('counters', writer, { number: step.number });
  if (step.kind === 'transfer') await transfer(client, step.move);
  if (step.kind === 'claim') return (await claims(client, writer, step.seat)) ? step.seat : seat;
  if (step.kind !== 'release') return seat;
  await client.remove('seats', { _id: writer });
  return null;
}

async function addOnce(client: WireClient, document: Record<string, unknown>): Promise<void> {
  try {
    await client.add('entries', document);
  } catch (error) {
    if (codeOf(error) !== 'DATABASE_REQUEST_FAILED') throw error;
  }
}

async function claims(client: WireClient, writer: string, number: number): Promise<boolean> {
  try {
    await client.set('seats', writer, { number });
    return true;
  } catch (error) {
    if (codeOf(error) === 'DATABASE_REQUEST_FAILED') return false;
    throw error;
  }
}

/** Three documents in one transaction, again and again until nobody else was first. */
async function transfer(client: WireClient, move: Move): Promise<void> {
  for (;;)
    try {
      const id = await client.begin();
      if (await client.get('ledger', move._id, id)) return await client.abort(id);
      const [from, to] = [
        await client.get('accounts', move.from, id),
        await client.get('accounts', move.to, id),
      ];
      await client.set('accounts', move.from, { balance: Number(from?.balance) - move.amount }, id);
      await client.set('accounts', move.to, { balance: Number(to?.balance) + move.amount }, id);
      await client.add('ledger', move, id);
      return await client.commit(id);
    } catch (error) {
      if (codeOf(error) !== 'DATABASE_TRANSACTION_CONFLICT') throw error;
    }
}

run(JSON.parse(process.argv[2] ?? '{}')).catch((error) => {
  console.error(error);
  process.exit(1);
});
