import {
  A0,
  A1,
  A2,
  B0,
  B1,
  commit,
  get,
  kinds,
  read,
  row,
  set,
  single,
  span,
  transaction,
  write,
} from '../support/history/by-hand';
import type { Act } from '../support/history/model';

/** Reads A0, then writes another version of the same row. */
const changed = (to: Parameters<typeof set>[0]): Parameters<typeof transaction>[0] => [
  [get('a'), A0],
  [set(to), 1],
];

describe('what is allowed', () => {
  test('nothing, one after the other, and side by side in either order', () => {
    expect(kinds([], [], [A0, B0])).toEqual([]);
    expect(kinds([write(A1, span(1, 2)), read(A1, span(3, 4))], [commit(A1)], [A1, B0])).toEqual([]);
    for (const seen of [A0, A1])
      expect(kinds([write(A1, span(1, 4)), read(seen, span(2, 3))], [commit(A1)], [A1, B0])).toEqual([]);
  });

  test('write skew: both read both, each writes one', () => {
    const one = transaction(
      [
        [get('a'), A0],
        [get('b'), B0],
        [set(A1), 1],
      ],
      span(1, 3),
      span(5, 7),
    );
    const other = transaction(
      [
        [get('a'), A0],
        [get('b'), B0],
        [set(B1), 1],
      ],
      span(2, 4),
      span(6, 8),
    );
    expect(kinds([one, other], [commit(A1), commit(B1)], [A1, B1])).toEqual([]);
  });

  test('who loses a conflict, aborts, or sees its own writes', () => {
    const winner = transaction(
      [
        [get('a'), A0],
        [set(A1), 1],
        [get('a'), A1],
      ],
      span(1, 3),
      span(5, 7),
    );
    const loser = transaction(changed(A2), span(2, 4), span(8, 9), 'conflict');
    const aborted = transaction(
      [
        [set(B1), 1],
        [get('b'), B1],
      ],
      span(10, 11),
      span(12, 13),
      'aborted',
    );
    expect(kinds([winner, loser, aborted], [commit(A1)], [A1, B0])).toEqual([]);
  });
});

describe('what is found', () => {
  test('a lost update in transactions', () => {
    const one = transaction(changed(A1), span(1, 3), span(5, 7));
    const other = transaction(changed(A2), span(2, 4), span(8, 9));
    expect(kinds([one, other], [commit(A1), commit(A2)], [A2, B0])).toEqual(['lost-update']);
  });

  test('a lost update without a read, and one outside of transactions', () => {
    const add = (by: string): Act => ({ kind: 'increment', id: 'a', by });
    const blind = [
      transaction([[add('a1'), 1]], span(1, 3), span(5, 7)),
      transaction([[add('a2'), 1]], span(2, 4), span(8, 9)),
    ];
    expect(kinds(blind, [commit(A1), commit(A2)], [A2, B0])).toEqual(['lost-update']);
    const singles = [single(add('a1'), 1, span(1, 3)), single(add('a2'), 1, span(2, 4))];
    expect(kinds(singles, [commit(A1), commit(A2)], [A2, B0])).toEqual(['lost-update']);
  });

  test('a swap that others had forestalled', () => {
    const swap = (by: string): Act => ({ kind: 'swap', id: 'a', expected: 'a0', group: 'x', by });
    const [one, two] = [row('a', 0, 'a1'), row('a', 0, 'a2')];
    const both = [single(swap('a1'), 1, span(1, 3)), single(swap('a2'), 1, span(2, 4))];
    expect(kinds(both, [commit(one), commit(two)], [two, B0])).toEqual(['lost-update']);
  });

  test('dirty reads: of an aborted transaction, of one under way, of a version it replaced itself', () => {
    const aborted = transaction([[set(A1), 1]], span(1, 2), span(5, 6), 'aborted');
    expect(kinds([aborted, read(A1, span(3, 4))], [], [A0, B0])).toEqual(['dirty-read']);
    const later = transaction([[set(A1), 1]], span(1, 2), span(5, 6));
    expect(kinds([later, read(A1, span(3, 4))], [commit(A1)], [A1, B0])).toEqual(['dirty-read']);
    const twice = transaction(
      [
        [set(A1), 1],
        [set(A2), 1],
      ],
      span(1, 2),
      span(5, 9),
    );
    expect(kinds([twice, read(A1, span(7, 8))], [commit(A2)], [A2, B0])).toEqual(['dirty-read']);
  });

  test('read skew inside a transaction, and a query that sees half a commit', () => {
    const writer = transaction(
      [
        [set(A1), 1],
        [set(B1), 1],
      ],
      span(1, 2),
      span(4, 7),
    );
    const torn = transaction(
      [
        [get('a'), A0],
        [get('b'), B1],
      ],
      span(3, 5),
      span(8, 9),
      'aborted',
    );
    expect(kinds([writer, torn], [commit(A1, B1)], [A1, B1])).toEqual(['read-skew']);
    const query = single({ kind: 'find', group: 'x' }, [A0, B1], span(5, 6));
    expect(kinds([writer, query], [commit(A1, B1)], [A1, B1])).toEqual(['read-skew']);
  });

  test('stale reads: after the acknowledgement, after another read, of a transaction at its beginning', () => {
    const written = write(A1, span(1, 2));
    expect(kinds([written, read(A0, span(3, 4))], [commit(A1)], [A1, B0])).toEqual(['stale-read']);
    const slow = write(A1, span(1, 9));
    const reads = [read(A1, span(2, 3)), read(A0, span(4, 5))];
    expect(kinds([slow, ...reads], [commit(A1)], [A1, B0])).toEqual(['stale-read']);
    const old = transaction([[get('a'), A0]], span(3, 4), span(5, 6));
    expect(kinds([written, old], [commit(A1)], [A1, B0])).toEqual(['stale-read']);
    const count = single({ kind: 'count', group: 'x' }, 2, span(5, 6));
    const removed = single({ kind: 'remove', id: 'a', expected: 'a0' }, 1, span(1, 2));
    expect(kinds([removed, count], [new Map([['a', undefined]])], [B0])).toEqual(['stale-read']);
  });

  test('a torn transaction: in two commits, or a part of it', () => {
    const both = transaction(
      [
        [set(A1), 1],
        [set(B1), 1],
      ],
      span(1, 2),
      span(3, 4),
    );
    expect(kinds([both], [commit(A1), commit(B1)], [A1, B1])).toContain('torn-commit');
    expect(kinds([both], [commit(A1)], [A1, B0])).toEqual(['torn-commit']);
    const move = single({ kind: 'move', from: 'x', to: 'y', by: 'm' }, 2, span(1, 2));
    const moved = [A0, B0].map((each) => ({ ...each, group: 'y', by: 'm' }));
    expect(kinds([move], [commit(...moved)], moved)).toEqual([]);
    expect(kinds([move], [commit(...moved.slice(0, 1))], [...moved.slice(0, 1), B0])).toEqual([
      'torn-commit',
    ]);
  });

  test('traces of who aborted, lost a conflict, was refused or is not known', () => {
    for (const end of ['aborted', 'conflict'] as const) {
      const gone = transaction([[set(A1), 1]], span(1, 2), span(3, 4), end);
      expect(kinds([gone], [commit(A1)], [A1, B0])).toContain('trace');
    }
    const refused = single({ kind: 'add', row: A1 }, 'duplicate', span(1, 2));
    expect(kinds([refused], [commit(A1)], [A1, B0])).toContain('trace');
    expect(kinds([], [commit(A1)], [A1, B0])).toEqual(['trace']);
  });

  test('acknowledged writes that are not there, or not on the disk', () => {
    expect(kinds([write(A1, span(1, 2))], [], [A0, B0])).toEqual(['lost-write']);
    const inside = transaction([[set(A1), 1]], span(1, 2), span(3, 4));
    expect(kinds([inside], [], [A0, B0])).toEqual(['lost-write']);
    expect(kinds([write(A1, span(1, 2))], [commit(A1)], [A0, B0])).toEqual(['lost-write']);
  });

  test('commits against the clock', () => {
    const [first, second] = [write(A1, span(1, 2)), write(B1, span(3, 4))];
    expect(kinds([first, second], [commit(B1), commit(A1)], [A1, B1])).toEqual(['real-time']);
  });

  test('answers that come from nowhere', () => {
    const counted = single({ kind: 'count', group: 'x' }, 7, span(1, 2));
    expect(kinds([counted], [], [A0, B0])).toEqual(['unexplained']);
    const refused = single({ kind: 'add', row: row('c', 1, 'c1') }, 'duplicate', span(1, 2));
    expect(kinds([refused], [], [A0, B0])).toEqual(['unexplained']);
  });
});
