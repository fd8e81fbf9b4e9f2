import { by, ratio } from '../../../../cloudfunctions/shared/figures/ratio';
import { toFen } from '../../../../cloudfunctions/shared/figures/to-fen';

it.each([
  [ratio(1, 2), 1],
  [ratio(-1, 2), -1],
  [ratio(-1, 3), 0],
  [ratio(-3, 2), -2],
  [ratio(37_731 * 100 * 5, 1_000), 18_866],
  [by(ratio(2_175 * 100 * 22), ratio(23)), 208_043],
])('rounds an amount once, half away from zero', (fen, expected) => expect(toFen(fen)).toBe(expected));
