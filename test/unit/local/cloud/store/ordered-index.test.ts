import fc from 'fast-check';
import type { Document } from '../../../../../local/cloud/store/document';
import { OrderedIndex } from '../../../../../local/cloud/store/ordered-index';

const scalar = fc.oneof(
  fc.constantFrom(null, true, 0, -1, 2.5, '', 'a', 'ab', '\0', '\u0001', 'a\0b', '中', new Date(1)),
  fc.integer(),
);
const value = fc.oneof(scalar, fc.array(scalar, { maxLength: 3 }), fc.record({ c: scalar }));
const documents = fc.uniqueArray(
  fc.record(
    { _id: fc.oneof(fc.nat(50), fc.string({ maxLength: 2 })), a: value, b: value },
    {
      requiredKeys: ['_id'],
    },
  ),
  { maxLength: 40, selector: ({ _id }) => _id },
);
const declarations = [['a'], ['a', 'b'], ['b.c', 'a']].map((fields) => ({ collection: 'rows', fields }));
const everything = (index: OrderedIndex) => [...index.idsBetween('', '\uffff\uffff\uffff')];

test('an index that is filled at once holds what one by one makes, and goes on like it', () => {
  fc.assert(
    fc.property(documents, fc.constantFrom(...declarations), (list, declaration) => {
      const rows = list as Document[];
      const [filled, added] = [new OrderedIndex(declaration), new OrderedIndex(declaration)];
      filled.fill(rows);
      for (const row of rows) added.add(row);
      expect([everything(filled), filled.isMultikey]).toEqual([everything(added), added.isMultikey]);
      for (const row of rows.slice(0, rows.length / 2)) filled.remove(row);
      for (const row of rows.slice(0, rows.length / 4)) filled.add(row);
      for (const row of rows.slice(rows.length / 4, rows.length / 2)) added.remove(row);
      expect([everything(filled), filled.isMultikey]).toEqual([everything(added), added.isMultikey]);
    }),
  );
});
