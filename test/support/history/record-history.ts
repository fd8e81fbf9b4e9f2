import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setImmediate as tick } from 'node:timers/promises';
import type { DatabaseDeclaration } from '../../../local/cloud';
import { Store } from '../../../local/cloud/store/store';
import type { ConflictDetection } from '../../../local/cloud/store/transaction';
import { codeOf, WireClient } from '../wire-client';
import { askAct } from './ask-act';
import type { History, Operation, Span, Transaction } from './history';
import type { Row, Writes } from './model';
import { GROUPS, IDS, RandomActs } from './random-acts';

const DECLARED: DatabaseDeclaration = {
  collections: ['rows'],
  indexes: [
    { collection: 'rows', fields: ['group', 'n'] },
    { collection: 'rows', fields: ['n'] },
  ],
};
/** Of the operations; the rest are requests by themselves. */
const TRANSACTIONS = 0.25;
const ABORTED = 0.12;
/** Turns of the event loop that a request may take on its way, and its answer on the way back. */
const MAX_DELAY_TICKS = 2;

/** Memory where the system has a folder for it: what a flush costs the disk is no part of a history. */
const MEMORY = '/dev/shm';

export interface Recording {
  readonly seed: number;
  readonly clients: number;
  /** Of each client; a transaction counts as one. */
  readonly operations: number;
  readonly conflicts?: ConflictDetection;
  /** Breaks the database before it is used, to see what is found. */
  readonly sabotage?: (store: Store) => void;
}

/** Lets clients work on one database at random and writes down what they asked and saw. */
export async function recordHistory(recording: Recording): Promise<History> {
  const { seed, clients, operations, conflicts, sabotage } = recording;
  const folder = await mkdtemp(path.join(existsSync(MEMORY) ? MEMORY : tmpdir(), 'tongxin-history-'));
  const store = await Store.open(folder, DECLARED, conflicts);
  const initial = firstRows();
  store.apply(new Map([['rows', new Map(initial.map((row) => [row._id, row]))]]));
  sabotage?.(store);
  const commits = listen(store);
  const clock = { now: 0 };
  const done = await Promise.all(
    Array.from({ length: clients }, (_, client) =>
      new RandomClient(new WireClient(store), new RandomActs(seed, client), clock).work(operations),
    ),
  );
  await store.close();
  const again = await Store.open(folder, DECLARED);
  const final = [...again.candidates('rows', {})] as unknown as Row[];
  await again.close();
  await rm(folder, { recursive: true });
  return { initial, operations: done.flat(), commits, final };
}

function firstRows(): Row[] {
  const group = (at: number) => GROUPS[at % GROUPS.length] ?? '';
  return IDS.slice(1).map((_id, at) => ({ _id, group: group(at), n: at, by: `first.${at}` }));
}

/** The commits of a database, as it makes them. */
function listen(store: Store): Writes[] {
  const commits: Writes[] = [];
  const apply = store.apply.bind(store);
  store.apply = (changes) => {
    apply(changes);
    const writes = [...(changes.get('rows') ?? [])].map(([id, row]) => [id, row && { ...row }] as const);
    if (writes.length > 0) commits.push(new Map(writes) as unknown as Writes);
  };
  return commits;
}

class RandomClient {
  constructor(
    private readonly client: WireClient,
    private readonly acts: RandomActs,
    private readonly clock: { now: number },
  ) {}

  async work(count: number): Promise<Operation[]> {
    const done: Operation[] = [];
    while (done.length < count)
      done.push(this.acts.chance() < TRANSACTIONS ? await this.transaction() : await this.single());
    return done;
  }

  private async single(): Promise<Operation> {
    const act = this.acts.next(false);
    const [answer, span] = await this.timed(() => askAct(this.client, act));
    this.acts.notice(answer);
    return { kind: 'single', act, answer, span };
  }

  private async transaction(): Promise<Operation> {
    const [id, begin] = await this.timed(() => this.client.begin());
    const steps: Transaction['steps'][number][] = [];
    for (let left = this.acts.between(1, 5); left > 0; left -= 1) {
      const act = this.acts.next(true);
      const [answer, ending] = await this.timed(() => orConflict(askAct(this.client, act, id)));
      if (answer === CONFLICT) return { kind: 'transaction', steps, begin, end: 'conflict', ending };
      steps.push({ act, answer });
      this.acts.notice(answer);
    }
    const isAborted = this.acts.chance() < ABORTED;
    const [outcome, ending] = await this.timed(() =>
      orConflict(isAborted ? this.client.abort(id) : this.client.commit(id)),
    );
    const end = isAborted ? 'aborted' : outcome === CONFLICT ? 'conflict' : 'committed';
    return { kind: 'transaction', steps, begin, end, ending };
  }

  /** With the way there and back, on which others overtake. */
  private async timed<T>(ask: () => Promise<T>): Promise<[T, Span]> {
    const asked = this.read();
    await this.travel();
    const answer = await ask();
    await this.travel();
    return [answer, { asked, answered: this.read() }];
  }

  private async travel(): Promise<void> {
    for (let left = this.acts.between(0, MAX_DELAY_TICKS); left > 0; left -= 1) await tick();
  }

  /** Counts questions and answers: no two instants are the same. */
  private read(): number {
    this.clock.now += 1;
    return this.clock.now;
  }
}

const CONFLICT = Symbol('a conflict');

async function orConflict<T>(work: Promise<T>): Promise<T | typeof CONFLICT> {
  try {
    return await work;
  } catch (error) {
    if (codeOf(error) === 'DATABASE_TRANSACTION_CONFLICT') return CONFLICT;
    throw error;
  }
}
