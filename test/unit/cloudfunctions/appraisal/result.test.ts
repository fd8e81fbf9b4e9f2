import {
  acknowledged,
  appealed,
  lastAppealDay,
  latestVersion,
  publishedResult,
  redecided,
  withdrawn,
} from '../../../../cloudfunctions/appraisal/domain/result';
import { expectRefusal, instant } from '../support/appraisal';
import { day } from '../support/rules';

const LI = { by: 'LI', at: instant(1) };
const WANG = { by: 'WANG', at: instant(50) };
const DUE = day('2026-12-04');
const B = { shown: 80, grade: 'B' };
const A = { shown: 85, grade: 'A' };
const result = publishedResult('ZHAO', B, DUE, LI);
const open = appealed(result, '漏算了两单', DUE, instant(10));

describe('an employee whose result was published', () => {
  it('sees one version', () => {
    expect(result).toEqual({
      personId: 'ZHAO',
      rev: 0,
      versions: [{ number: 1, shown: 80, grade: 'B', reason: null, ...LI }],
      appealUntil: DUE,
      read: [],
      appeals: [],
    });
  });

  it('says that they have read it, once, and may appeal all the same', () => {
    const read = acknowledged(result, 1, instant(5));
    expect(read).toMatchObject({ rev: 1, read: [{ version: 1, at: 5 }] });
    expect(acknowledged(read, 1, instant(9))).toBe(read);
    expect(appealed(read, '漏算了两单', DUE, instant(10)).appeals).toHaveLength(1);
  });

  it('cannot have read a version that there is not', () => {
    expectRefusal(() => acknowledged(result, 2, instant(5)), 'APPEAL_REFUSED', { rule: 'version' });
  });

  it('appeals on the last day and not on the day after', () => {
    expect(open).toMatchObject({
      rev: 1,
      appeals: [{ version: 1, text: '漏算了两单', at: 10, state: 'open', answer: null }],
    });
    const late = () => appealed(result, '漏算了两单', day('2026-12-05'), instant(10));
    expectRefusal(late, 'APPEAL_TOO_LATE', { lastDay: DUE });
  });

  it.each(['', '  ', 'x'.repeat(2_001)])('does not appeal with the text %j', (text) => {
    expectRefusal(() => appealed(result, text, DUE, instant(10)), 'APPEAL_REFUSED', { rule: 'text' });
  });

  it('appeals in 2,000 characters, and is answered in as many', () => {
    const long = appealed(result, 'x'.repeat(2_000), DUE, instant(10));
    expect(redecided(long, { ...B, answer: 'x'.repeat(2_000) }, WANG).appeals[0]?.state).toBe('kept');
  });

  it('has one appeal open: the same tap again is the same appeal, another text is told so', () => {
    expect(appealed(open, ' 漏算了两单 ', DUE, instant(11))).toBe(open);
    expectRefusal(() => appealed(open, '还有一单', DUE, instant(11)), 'APPEAL_REFUSED', { rule: 'open' });
  });

  it('takes an appeal back and may make another one in time', () => {
    const back = withdrawn(open);
    expect(back).toMatchObject({ rev: 2, appeals: [{ state: 'withdrawn', answer: null }] });
    expect(withdrawn(back)).toBe(back);
    expect(appealed(back, '再看一下', DUE, instant(12)).appeals.map(({ state }) => state)).toEqual([
      'withdrawn',
      'open',
    ]);
    expectRefusal(() => withdrawn(result), 'APPEAL_REFUSED', { rule: 'none' });
  });

  it('who gets another grade sees both versions and why', () => {
    const again = redecided(open, { ...A, answer: '两单已补计' }, WANG);
    expect(again.versions).toEqual([...result.versions, { number: 2, ...A, reason: '两单已补计', ...WANG }]);
    expect(latestVersion(again).grade).toBe('A');
    expect(again).toMatchObject({
      rev: 2,
      appeals: [{ state: 'changed', answer: { text: '两单已补计', ...WANG } }],
    });
    expect(acknowledged(again, 2, instant(60)).read).toEqual([{ version: 2, at: 60 }]);
  });

  it('whose grade is kept sees the answer and no new version', () => {
    const kept = redecided(open, { ...B, answer: '两单不属本期' }, WANG);
    expect(kept.versions).toEqual(result.versions);
    expect(kept.appeals[0]).toMatchObject({ state: 'kept', answer: { text: '两单不属本期' } });
  });

  it('whose appeal was answered has no second one, and takes none back', () => {
    const kept = redecided(open, { ...B, answer: '两单不属本期' }, WANG);
    expectRefusal(() => appealed(kept, '再看一下', DUE, instant(70)), 'APPEAL_REFUSED', { rule: 'decided' });
    expectRefusal(() => withdrawn(kept), 'APPEAL_REFUSED', { rule: 'none' });
  });
});

describe('an appeal is decided', () => {
  it('once, although the answer was sent twice', () => {
    const again = redecided(open, { ...A, answer: '两单已补计' }, WANG);
    expect(redecided(again, { ...A, answer: '两单已补计' }, { ...WANG, at: instant(99) })).toBe(again);
    expectRefusal(() => redecided(again, { ...B, answer: '两单已补计' }, WANG), 'APPEAL_REFUSED', {
      rule: 'none',
    });
    expectRefusal(() => redecided(again, { ...A, answer: '别的' }, WANG), 'APPEAL_REFUSED', { rule: 'none' });
    expectRefusal(() => redecided(again, { ...A, answer: '两单已补计' }, LI), 'APPEAL_REFUSED', {
      rule: 'none',
    });
  });

  it.each([
    ['by the person', { ...WANG, by: 'ZHAO' }, '好的', 'own'],
    ['by whoever decided the result', LI, '维持', 'same-decider'],
    ['without a word', WANG, ' ', 'text'],
    ['with 2,001 characters', WANG, 'x'.repeat(2_001), 'text'],
  ] as const)('but not %s', (_, act, answer, rule) => {
    expectRefusal(() => redecided(open, { ...A, answer }, act), 'APPEAL_REFUSED', { rule });
  });

  it('but not without an appeal', () => {
    expectRefusal(() => redecided(result, { ...A, answer: '两单已补计' }, WANG), 'APPEAL_REFUSED', {
      rule: 'none',
    });
  });
});

describe('the last day of an appeal', () => {
  // A Friday, and a week with a holiday on Tuesday.
  const workdays = ['2026-11-27', '2026-11-30', '2026-12-02', '2026-12-03'].map(day);

  it('is counted in workdays after the day of the publication', () => {
    expect(lastAppealDay(day('2026-11-27'), workdays, 1)).toBe('2026-11-30');
    expect(lastAppealDay(day('2026-11-27'), workdays, 2)).toBe('2026-12-02');
    expect(lastAppealDay(day('2026-11-28'), workdays, 3)).toBe('2026-12-03');
  });

  it('is never made up where the calendar ends before it', () => {
    expect(() => lastAppealDay(day('2026-11-27'), workdays, 4)).toThrow('too few workdays');
  });
});
