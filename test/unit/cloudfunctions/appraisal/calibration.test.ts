import type { CalibrationBoard, CalibrationRow } from '#contracts/appraisal';
import {
  boardRow,
  calibrated,
  locked,
  openBoard,
  opened,
  published,
} from '../../../../cloudfunctions/appraisal/domain/calibration';
import { A_TO_D, expectRefusal, instant } from '../support/appraisal';

const LI = { by: 'LI', at: instant(1_000) };
const WANG = { by: 'WANG', at: instant(2_000) };
const board = openBoard();
const row = boardRow({ personId: 'ZHAO', shown: 84.9, grade: 'B' });
const edit = { to: 'A', reason: '带出两名新人', rev: 0 };
const change = (
  which: CalibrationRow,
  what: Partial<typeof edit> = {},
  act = LI,
  on: CalibrationBoard = board,
) => calibrated(on, which, { ...edit, ...what }, act, A_TO_D);
const lockedBoard = locked(board, [row], LI, A_TO_D);

describe('a calibrator', () => {
  it('changes a grade, and what it was before stays beside the reason', () => {
    expect(change(row)).toEqual({
      personId: 'ZHAO',
      rev: 1,
      shown: 84.9,
      before: 'B',
      after: 'A',
      changes: [{ from: 'B', to: 'A', reason: '带出两名新人', by: 'LI', at: 1_000 }],
    });
    expect(row).toMatchObject({ after: 'B', changes: [] });
  });

  it('changes it back with another reason; both are on the board', () => {
    const back = change(change(row), { to: 'B', reason: '和同组一致', rev: 1 }, WANG);
    expect(back).toMatchObject({ before: 'B', after: 'B', rev: 2 });
    expect(back.changes.map(({ from, to, by }) => [from, to, by])).toEqual([
      ['B', 'A', 'LI'],
      ['A', 'B', 'WANG'],
    ]);
  });

  it.each([
    ['without a reason', { reason: ' \n' }, LI, 'reason'],
    ['with a reason of 501 characters', { reason: 'x'.repeat(501) }, LI, 'reason'],
    ['to a grade that there is not', { to: 'S' }, LI, 'grade'],
    ['to the grade that it is', { to: 'B' }, LI, 'same-grade'],
    ['of their own', {}, { ...LI, by: 'ZHAO' }, 'own'],
  ] as const)('does not change a grade %s', (_, what, act, rule) => {
    expectRefusal(() => change(row, what, act), 'CALIBRATION_REFUSED', { rule });
  });

  it('may say why in 500 characters', () => {
    expect(change(row, { reason: 'x'.repeat(500) }).after).toBe('A');
    expect(opened(lockedBoard, 'x'.repeat(500), WANG).state).toBe('open');
  });

  it('who saw an older row is told the one of now, and changes nothing', () => {
    const first = change(row);
    expectRefusal(() => change(first, { to: 'C' }, WANG), 'VERSION_CONFLICT', { version: 1 });
    expectRefusal(() => change(row, { rev: 4 }), 'VERSION_CONFLICT', { version: 0 });
  });

  it('who sends the same change again, without an answer to the first, has made it once', () => {
    const first = change(row);
    expect(change(first, {}, { ...LI, at: instant(9_000) })).toBe(first);
    expect(change(first, {}, LI, lockedBoard)).toBe(first);
  });

  it('who sends the second of two changes again has made two, and the first one is not made a third time', () => {
    const first = change(row);
    const second = change(first, { to: 'C', reason: '复核', rev: 1 });
    expect(change(second, { to: 'C', reason: '复核', rev: 1 })).toBe(second);
    expectRefusal(() => change(second), 'VERSION_CONFLICT', { version: 2 });
  });

  it('who makes the same change as another one is told that it was made already', () => {
    expectRefusal(() => change(change(row), {}, WANG), 'VERSION_CONFLICT', { version: 1 });
    expectRefusal(() => change(change(row), { reason: '另一个原因' }), 'VERSION_CONFLICT', { version: 1 });
  });
});

describe('a board', () => {
  it('that is locked takes no change of a grade', () => {
    expect(lockedBoard).toEqual({ rev: 1, state: 'locked', events: [{ kind: 'locked', ...LI }] });
    expectRefusal(() => change(row, {}, WANG, lockedBoard), 'CALIBRATION_REFUSED', { rule: 'locked' });
  });

  it('is locked once, however often it is tapped', () => {
    expect(locked(lockedBoard, [row], WANG, A_TO_D)).toBe(lockedBoard);
  });

  it('without people cannot be locked', () => {
    expectRefusal(() => locked(board, [], LI, A_TO_D), 'CALIBRATION_REFUSED', { rule: 'empty' });
  });

  it('of a unit that the shares bind is locked once they are kept', () => {
    const rule = { ...A_TO_D, enforcedFrom: 20 };
    const rows = Array.from({ length: 20 }, (_, at) =>
      boardRow({ personId: `P${at}`, shown: 99 - at, grade: at < 5 ? 'A' : 'C' }),
    );
    expectRefusal(() => locked(board, rows, LI, rule), 'GRADES_OVER_QUOTA', {
      grade: 'A',
      count: 5,
      most: 4,
    });
    const kept = rows.map((each, at) =>
      at === 4 ? calibrated(board, each, { ...edit, to: 'B' }, LI, rule) : each,
    );
    expect(locked(board, kept, LI, rule).state).toBe('locked');
  });

  it('is opened again with a reason that stays on it', () => {
    const again = opened(lockedBoard, ' 漏了一位同事 ', WANG);
    expect(again).toMatchObject({ rev: 2, state: 'open' });
    expect(again.events[1]).toEqual({ kind: 'opened', ...WANG, reason: '漏了一位同事' });
    expect(change(row, {}, WANG, again).after).toBe('A');
    expect(opened(again, '', LI)).toBe(again);
  });

  it.each(['', ' ', 'x'.repeat(501)])('is not opened again for the reason %j', (reason) => {
    expectRefusal(() => opened(lockedBoard, reason, WANG), 'CALIBRATION_REFUSED', { rule: 'reason' });
  });

  it('is published once it is locked, and closed for good then', () => {
    expectRefusal(() => published(board, LI), 'CALIBRATION_REFUSED', { rule: 'not-locked' });
    const out = published(lockedBoard, WANG);
    expect(out).toMatchObject({ rev: 2, state: 'published' });
    expect(published(out, LI)).toBe(out);
    expectRefusal(() => opened(out, '改一下', LI), 'CALIBRATION_REFUSED', { rule: 'published' });
    expectRefusal(() => locked(out, [row], LI, A_TO_D), 'CALIBRATION_REFUSED', { rule: 'published' });
    expectRefusal(() => change(row, {}, LI, out), 'CALIBRATION_REFUSED', { rule: 'locked' });
  });
});
