import { HeldDocuments } from '../../../../../local/cloud/store/held-documents';

/** Documents of a data file, and which of them were read. */
function disk() {
  const reads: (string | number)[] = [];
  const held = new HeldDocuments((id) => {
    reads.push(id);
    return { _id: id, from: 'disk' };
  });
  return { reads, held };
}

test('a document of the data file is read when it is asked for, and once while it is in use', () => {
  const { reads, held } = disk();
  held.place('a');
  held.place('b');
  expect([held.size, reads]).toEqual([2, []]);
  expect(held.get('a')).toEqual({ _id: 'a', from: 'disk' });
  expect(held.get('a')).toBe(held.get('a'));
  expect(reads).toEqual(['a']);
});

test('what was written since is what counts, also after it was read from the disk', () => {
  const { reads, held } = disk();
  held.place('a');
  held.get('a');
  held.set('a', { _id: 'a', from: 'memory' });
  expect(held.get('a')).toEqual({ _id: 'a', from: 'memory' });
  held.delete('a');
  expect([held.get('a'), held.size, [...held.values()]]).toEqual([undefined, 0, []]);
  held.set('a', { _id: 'a', from: 'again' });
  expect(held.get('a')).toEqual({ _id: 'a', from: 'again' });
  expect(reads).toEqual(['a']);
});

test('of many documents only those read last stay in memory', () => {
  const { reads, held } = disk();
  for (let id = 0; id < 25_000; id += 1) held.place(id);
  for (let id = 0; id < 25_000; id += 1) held.get(id);
  held.get(24_999);
  expect(reads).toHaveLength(25_000);
  held.get(0);
  expect(reads).toHaveLength(25_001);
});

test('what a report reads of everybody does not push out what is in use', () => {
  const { reads, held } = disk();
  for (let id = 0; id < 25_000; id += 1) held.place(id);
  const inUse = held.get(7);
  expect([...held.values()]).toHaveLength(25_000);
  for (let id = 0; id < 25_000; id += 1) held.glance(id);
  for (let id = 0; id < 25_000; id += 1) held.copy(id);
  const before = reads.length;
  expect(held.get(7)).toBe(inUse);
  expect(reads).toHaveLength(before);
  held.glance(8);
  held.get(8);
  expect(reads).toHaveLength(before + 2);
});

test('a copy is for the caller alone, whether the document is in memory or in the data file', () => {
  const { held } = disk();
  held.place('a');
  held.set('b', { _id: 'b', at: { x: 1, y: 2 } });
  const leftOut = new Map([['at', new Map([['x', 'whole' as const]])]]);
  const copy = held.copy('b');
  expect([held.copy('a'), copy, held.copy('b', leftOut)]).toEqual([
    { _id: 'a', from: 'disk' },
    { _id: 'b', at: { x: 1, y: 2 } },
    { _id: 'b', at: { y: 2 } },
  ]);
  Object.assign(copy?.at as object, { x: 9 });
  expect([held.get('b'), held.copy('c'), held.glance('c')]).toEqual([
    { _id: 'b', at: { x: 1, y: 2 } },
    undefined,
    undefined,
  ]);
});

test('what is in the data file by now is read from there once others were used more lately', () => {
  const { reads, held } = disk();
  const first = { _id: 'a', from: 'memory' };
  held.set('a', first);
  held.written('a', first);
  // Used lately: it stays.
  expect([held.get('a'), reads]).toEqual([first, []]);
  for (let id = 0; id < 5_000; id += 1) held.place(id);
  for (let id = 0; id < 5_000; id += 1) held.get(id);
  expect(held.get('a')).toEqual({ _id: 'a', from: 'disk' });
});

test('what was written again before the first writing was done stays in memory until that is done too', () => {
  const { reads, held } = disk();
  const [first, second] = [
    { _id: 'a', from: 'first' },
    { _id: 'a', from: 'second' },
  ];
  held.set('a', first);
  held.set('a', second);
  held.written('a', first);
  for (let id = 0; id < 5_000; id += 1) held.place(id);
  for (let id = 0; id < 5_000; id += 1) held.get(id);
  expect([held.get('a'), reads.includes('a')]).toEqual([second, false]);
  held.delete('b');
  held.written('b', { _id: 'b' });
  expect(held.get('b')).toBeUndefined();
});
