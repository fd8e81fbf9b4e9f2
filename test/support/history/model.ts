/** The documents of a history. `by` is the mark of who wrote this version: no two operations share one. */
export interface Row extends Record<string, unknown> {
  readonly _id: string;
  readonly group: string;
  readonly n: number;
  readonly by: string;
}

/** What a client asks for, outside of a transaction or as a step of one. */
export type Act =
  | { readonly kind: 'get'; readonly id: string }
  | { readonly kind: 'find'; readonly group: string }
  | { readonly kind: 'atLeast'; readonly n: number }
  | { readonly kind: 'count'; readonly group: string }
  | { readonly kind: 'add'; readonly row: Row }
  | { readonly kind: 'set'; readonly row: Row }
  | { readonly kind: 'increment'; readonly id: string; readonly by: string }
  | {
      readonly kind: 'swap';
      readonly id: string;
      readonly expected: string;
      readonly group: string;
      readonly by: string;
    }
  | { readonly kind: 'move'; readonly from: string; readonly to: string; readonly by: string }
  | { readonly kind: 'remove'; readonly id: string; readonly expected: string };

/** A document or none, documents by their ids, how many, or that an id is taken. */
export type Answer = Row | null | readonly Row[] | number | 'duplicate';

export type Writes = ReadonlyMap<string, Row | undefined>;

export interface State {
  get(id: string): Row | undefined;
  rows(): readonly Row[];
}

export interface Outcome {
  readonly answer: Answer;
  readonly writes: Writes;
}

const NO_WRITES: Writes = new Map();

/** What an act answers and writes, all by itself, on this state: what the words of the database's manual come to. */
export function perform(state: State, act: Act): Outcome {
  switch (act.kind) {
    case 'get':
      return { answer: state.get(act.id) ?? null, writes: NO_WRITES };
    case 'find':
      return { answer: inGroup(state, act.group), writes: NO_WRITES };
    case 'atLeast':
      return { answer: state.rows().filter(({ n }) => n >= act.n), writes: NO_WRITES };
    case 'count':
      return { answer: inGroup(state, act.group).length, writes: NO_WRITES };
    case 'add':
      if (state.get(act.row._id)) return { answer: 'duplicate', writes: NO_WRITES };
      return { answer: 1, writes: new Map([[act.row._id, act.row]]) };
    case 'set':
      return { answer: state.get(act.row._id) ? 1 : 0, writes: new Map([[act.row._id, act.row]]) };
    case 'move':
      return changing(inGroup(state, act.from), (row) => ({ ...row, group: act.to, by: act.by }));
    case 'increment':
      return changing(rowOf(state, act.id), (row) => ({ ...row, n: row.n + 1, by: act.by }));
    case 'swap':
      return changing(rowOf(state, act.id, act.expected), (row) => ({
        ...row,
        group: act.group,
        by: act.by,
      }));
    case 'remove':
      return changing(rowOf(state, act.id, act.expected), () => undefined);
  }
}

function inGroup(state: State, group: string): readonly Row[] {
  return state.rows().filter((row) => row.group === group);
}

/** The document, if it is there and (where that is asked) still the expected version. */
function rowOf(state: State, id: string, expected?: string): readonly Row[] {
  const row = state.get(id);
  return row && (expected === undefined || row.by === expected) ? [row] : [];
}

function changing(rows: readonly Row[], change: (row: Row) => Row | undefined): Outcome {
  return { answer: rows.length, writes: new Map(rows.map((row) => [row._id, change(row)])) };
}

/** A state with the writes of one transaction on top. */
export class Overlay implements State {
  readonly writes = new Map<string, Row | undefined>();

  constructor(private readonly base: State) {}

  get(id: string): Row | undefined {
    return this.writes.has(id) ? this.writes.get(id) : this.base.get(id);
  }

  rows(): readonly Row[] {
    const own = [...this.writes.values()].filter((row) => row !== undefined);
    return sorted([...this.base.rows().filter(({ _id }) => !this.writes.has(_id)), ...own]);
  }

  perform(act: Act): Answer {
    const { answer, writes } = perform(this, act);
    for (const [id, row] of writes) this.writes.set(id, row);
    return answer;
  }
}

export function sorted(rows: readonly Row[]): readonly Row[] {
  return [...rows].sort((a, b) => (a._id < b._id ? -1 : a._id > b._id ? 1 : 0));
}
