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
  expect([...held.values()]).toHaveLength(25_000);
  held.get(24_999);
  expect(reads).toHaveLength(25_000);
  held.get(0);
  expect(reads).toHaveLength(25_001);
});
