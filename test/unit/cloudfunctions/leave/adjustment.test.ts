import { type Adjustment, adjustmentEntries } from '../../../../cloudfunctions/leave/domain/adjustment';
import { accountWith, grant } from '../support/requests';
import { at, day } from '../support/rules';

const NOW = at('2026-09-21 12:00');
const adjust = (entries: ReturnType<typeof accountWith>['entries'], more: Partial<Adjustment>) =>
  adjustmentEntries(
    entries,
    {
      key: 'k1',
      typeId: 'annual',
      minutes: 480,
      expiresOn: day('2027-03-31'),
      reason: '补录',
      byId: 'HR1',
      ...more,
    },
    day('2026-09-21'),
    NOW,
  );
const two = accountWith(
  grant('annual', 1, { grantId: 'old', expiresOn: day('2026-10-31') }),
  grant('annual', 2, { grantId: 'new' }),
  grant('annual', 5, { grantId: 'over', expiresOn: day('2026-09-20') }),
  grant('comp-time', 9, { grantId: 'other' }),
).entries;

describe('HR corrects a balance', () => {
  test('upwards: a grant of its own, which says who, why and until when', () => {
    expect(adjust({}, {})).toEqual({
      'adjust-k1~0': {
        kind: 'adjust',
        typeId: 'annual',
        minutes: 480,
        at: NOW,
        grantId: 'adjust-k1~0',
        requestId: null,
        validFrom: null,
        expiresOn: '2027-03-31',
        basis: [],
        byId: 'HR1',
        note: '补录',
      },
    });
  });

  test('downwards: from what is usable today, the oldest first, and not from another type', () => {
    const lines = Object.entries(adjust(two, { minutes: -720 }));
    expect(
      lines.map(([key, { grantId, minutes, expiresOn, byId }]) => [key, grantId, minutes, expiresOn, byId]),
    ).toEqual([
      ['adjust-k1~0', 'old', -480, null, 'HR1'],
      ['adjust-k1~1', 'new', -240, null, 'HR1'],
    ]);
  });

  test('by all that is left and not by a minute more', () => {
    expect(Object.keys(adjust(two, { minutes: -1_440 }))).toHaveLength(2);
    expect(() => adjust(two, { minutes: -1_441 })).toThrow(
      expect.objectContaining({ code: 'LEAVE_BALANCE_SHORT', data: { wanted: 1_441, left: 1_440 } }),
    );
  });

  test('once: the same again books nothing', () => {
    for (const minutes of [480, -720]) {
      const booked = { ...two, ...adjust(two, { minutes }) };
      expect(adjust(booked, { minutes })).toEqual({});
    }
  });

  test('another correction with the same key is refused, whatever is another', () => {
    const up = { ...two, ...adjust(two, {}) };
    for (const more of [
      { minutes: 240 },
      { typeId: 'comp-time' },
      { reason: '别的' },
      { byId: 'HR2' },
      { expiresOn: day('2027-12-31') },
      { expiresOn: null },
    ])
      expect(() => adjust(up, more)).toThrow(
        expect.objectContaining({ code: 'REQUEST_KEY_REUSED', data: {} }),
      );
    const down = { ...two, ...adjust(two, { minutes: -720 }) };
    expect(() => adjust(down, { minutes: -720, byId: 'HR2' })).toThrow(
      expect.objectContaining({ code: 'REQUEST_KEY_REUSED' }),
    );
    expect(adjust(down, { minutes: -720, expiresOn: null })).toEqual({});
  });

  test('a key that begins like another one is another one', () => {
    expect(Object.keys(adjust({ ...adjust({}, { key: 'k12' }) }, {}))).toEqual(['adjust-k1~0']);
  });
});
