import { wordsIn } from '../../../../../miniprogram/locales/words';
import { questionView } from '../../../../../miniprogram/pages/today/question.view';
import { decideTap, type Question } from '../../../../../miniprogram/pages/today/tap-decision';
import {
  isCurrentDay,
  isOutdated,
  isSameTap,
  type TodayModel,
} from '../../../../../miniprogram/pages/today/today.model';
import { at, inside, model, OFFSET, outside, punchAt, today } from '../../support/today';

const fixAt = (location: typeof inside) => ({ state: 'fix', location, at: 0 }) as const;
const forbidden = { fieldPolicy: 'forbidden' } as const;
const clockedIn = { punches: [punchAt('in', '08:57')], next: { slot: 'out', update: false } } as const;
const done = {
  punches: [punchAt('in', '08:57'), punchAt('out', '18:05')],
  next: { slot: 'out', update: true },
} as const;

describe('decideTap', () => {
  const cases: readonly [string, Partial<TodayModel>, object][] = [
    ['inside', {}, { kind: 'send' }],
    ['no location', { place: { state: 'denied' } }, { kind: 'no-place' }],
    [
      'no location and no beacon heard',
      {
        place: { state: 'denied' },
        today: today({ sites: today().sites.map((one) => ({ ...one, beaconUuids: ['B1'] })) }),
      },
      { kind: 'ask', question: 'no-place' },
    ],
    ['outside', { place: fixAt(outside) }, { kind: 'ask', question: 'outside' }],
    [
      'outside, field punch forbidden',
      { place: fixAt(outside), today: today(forbidden) },
      { kind: 'ask', question: 'outside-stuck' },
    ],
    ['no site', { today: today({ sites: [] }) }, { kind: 'field' }],
    [
      'no site, field punch forbidden',
      { today: today({ sites: [], ...forbidden }) },
      { kind: 'ask', question: 'no-site' },
    ],
    ['coarse', { place: fixAt({ ...inside, accuracy: 201 }) }, { kind: 'ask', question: 'imprecise' }],
    ['before the end', { today: today(clockedIn), now: at('17:59') }, { kind: 'ask', question: 'early' }],
    ['after the end', { today: today(clockedIn), now: at('18:00') }, { kind: 'send' }],
    ['again', { today: today(done), now: at('18:31') }, { kind: 'ask', question: 'update' }],
    ['day off', { today: today({ ...clockedIn, shift: null }), now: at('12:00') }, { kind: 'send' }],
    ['of an earlier day', { today: today(done), freshness: 'old' }, { kind: 'send' }],
    ['nothing known', { today: null, freshness: 'none' }, { kind: 'send' }],
  ];
  it.each(cases)('%s', (_name, more, decision) => {
    expect(decideTap(model(more), false)).toEqual(decision);
  });

  it('goes straight to the field punch when the dial had announced it', () => {
    expect(decideTap(model({ place: fixAt(outside) }), true)).toEqual({ kind: 'field' });
  });

  it('asks before a field punch that would be an early clock-out', () => {
    const away = model({ place: fixAt(outside), today: today(clockedIn), now: at('12:00') });
    expect(decideTap(away, true)).toEqual({ kind: 'ask', question: 'early' });
  });
});

describe('questionView', () => {
  const ask = (question: Question, more: Partial<TodayModel>, language: 'zh-CN' | 'en' = 'zh-CN') =>
    questionView(question, model(more), OFFSET, wordsIn(language));

  it('says how early it is', () => {
    const view = ask('early', { today: today(clockedIn), now: at('16:20') });
    expect(view.message).toBe('现在 16:20，离下班 18:00 还有 1 小时 40 分钟。');
    expect(view).toMatchObject({ show: true, ok: '仍要打卡', cancel: '先不打卡', hasCancel: true });
  });

  it('colours the safe answer: of an early clock-out it is the one that books nothing', () => {
    const early = ask('early', { today: today(clockedIn), now: at('16:20') });
    expect(early).toMatchObject({ okColor: 'var(--ink-2)', cancelColor: 'var(--brand)' });
    const update = ask('update', { today: today(done), now: at('18:31') });
    expect(update).toMatchObject({ okColor: 'var(--brand)', cancelColor: 'var(--ink-2)' });
  });

  it('names the clock-out that would be replaced', () => {
    expect(ask('update', { today: today(done), now: at('18:31') }).message).toBe(
      '用现在的时间 18:31 替换已打的下班卡 18:05。',
    );
    expect(ask('update', { today: today(done), now: at('18:31') }, 'en').message).toBe(
      'Replace your clock-out of 18:05 with 18:31.',
    );
  });

  it('only explains where there is no way on', () => {
    const stuck = { place: fixAt(outside), today: today(forbidden) };
    expect(ask('outside-stuck', stuck)).toMatchObject({ ok: '知道了', hasCancel: false });
    expect(ask('outside', { place: fixAt(outside) })).toMatchObject({ ok: '外勤打卡', hasCancel: true });
  });
});

describe('a nervous finger', () => {
  const booked = { punch: punchAt('in', '08:57'), already: false };
  it('is the same tap within the minute, as on the server', () => {
    expect(isSameTap(model({ booked }), (at('08:58') - 1) as typeof booked.punch.at)).toBe(true);
    expect(isSameTap(model({ booked }), at('08:58'))).toBe(false);
    expect(isSameTap(model({ booked: null }), at('08:57'))).toBe(false);
  });
});

describe('how long an answer holds', () => {
  it('ends with its attendance day, as the server says', () => {
    const night = today({ closesAt: at('14:00') });
    expect(isCurrentDay(night, at('13:59'))).toBe(true);
    expect(isCurrentDay(night, at('14:00'))).toBe(false);
  });

  it('is outdated once, at the end of the shift and at the end of the day', () => {
    const answer = today({ closesAt: at('23:00') });
    expect(isOutdated(answer, at('17:59'), at('18:00'))).toBe(true);
    expect(isOutdated(answer, at('18:00'), at('18:01'))).toBe(false);
    expect(isOutdated(answer, at('22:59'), at('23:00'))).toBe(true);
    expect(isOutdated(answer, at('23:00'), at('23:01'))).toBe(false);
  });
});
