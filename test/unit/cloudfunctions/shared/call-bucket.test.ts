import type { Instant } from '#contracts/common';
import { AppError } from '../../../../cloudfunctions/shared/errors/app-error';
import { takeCall } from '../../../../cloudfunctions/shared/limits/call-bucket';

const NOW = 1_764_000_000_000 as Instant;
/** How many of these calls at one moment are let through. */
function taken(openid: string, calls: number, at: number, perMinute = '60'): number {
  let count = 0;
  for (let n = 0; n < calls; n += 1)
    try {
      takeCall(openid, NOW, perMinute, at);
      count += 1;
    } catch (error) {
      expect(error).toBeInstanceOf(AppError);
    }
  return count;
}

test('a burst of one person is cut off, and everybody else is served', () => {
  expect(taken('flood', 10_000, 0)).toBe(60);
  expect(taken('other', 5, 0)).toBe(5);
});

test('calls come back evenly, and no more than a minute of them', () => {
  expect(taken('even', 60, 0)).toBe(60);
  expect(taken('even', 10, 3_000)).toBe(3);
  expect(taken('even', 100, 1_000_000)).toBe(60);
});

test('the refusal says when to try again', () => {
  taken('when', 60, 0);
  expect(() => takeCall('when', NOW, '60', 0)).toThrow(
    expect.objectContaining({ code: 'RATE_LIMITED', data: { rule: 'calls', retryAt: NOW + 1_000 } }),
  );
});

test.each([undefined, '', '0', '-5', 'many'])(
  'without a sensible variable (%s) the default holds',
  (value) => {
    const id = `default ${value}`;
    let count = 0;
    expect(() => {
      for (; count < 1_000; count += 1) takeCall(id, NOW, value, 0);
    }).toThrow('RATE_LIMITED');
    expect(count).toBe(240);
  },
);
