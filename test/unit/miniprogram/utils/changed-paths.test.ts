import fc from 'fast-check';
import { changedPaths } from '../../../../miniprogram/utils/changed-paths';

/** What WeChat's setData does with paths. */
function apply(before: Record<string, unknown>, changes: Record<string, unknown>): Record<string, unknown> {
  const after = structuredClone(before);
  for (const [path, value] of Object.entries(changes)) {
    const keys = path.split(/[.[\]]+/).filter(Boolean);
    const last = keys.pop() ?? '';
    let owner: Record<string, unknown> = after;
    for (const key of keys) owner = owner[key] as Record<string, unknown>;
    owner[last] = value;
  }
  return after;
}

const leaf = fc.oneof(
  fc.integer({ min: 0, max: 3 }),
  fc.constantFrom('a', 'b'),
  fc.boolean(),
  fc.constant(null),
);
const row = fc.record({ key: leaf, text: leaf });
const view = fc.record({
  clock: leaf,
  dial: fc.record({ title: leaf, deep: row }),
  list: fc.array(row, { maxLength: 3 }),
});

describe('changedPaths', () => {
  it('turns one view into the other', () => {
    fc.assert(
      fc.property(view, view, (before, after) => {
        expect(apply(before, changedPaths(before, after))).toEqual(after);
      }),
    );
  });

  it('sends nothing when nothing differs', () => {
    fc.assert(
      fc.property(view, (same) => {
        expect(changedPaths(same, structuredClone(same))).toEqual({});
      }),
    );
  });

  it('names the smallest path', () => {
    const before = { dial: { title: 'a', busy: false }, list: [{ word: 'x' }, { word: 'y' }] };
    const after = { dial: { title: 'a', busy: true }, list: [{ word: 'x' }, { word: 'z' }] };
    expect(changedPaths(before, after)).toEqual({ 'dial.busy': true, 'list[1].word': 'z' });
  });
});
