import type { Shift } from '#contracts/shift';
import { WORKWEEK } from './company';
import { words } from './rules';

/** A new fixed shift as an administrator sends it. */
export const DRAFT: Omit<Shift, 'version'> = {
  id: 'SH-NEW',
  kind: 'fixed',
  name: words('Early shift'),
  start: 420,
  end: 960,
  flexMinutes: 15,
  requiredMinutes: null,
  core: null,
  ...WORKWEEK,
  breaks: [{ start: 660, end: 720 }],
  source: words('Staff handbook 5.1'),
};
