import type { Day } from './common';
import type { PersonBrief } from './person';

export interface Delegation {
  readonly delegate: PersonBrief;
  readonly from: Day;
  readonly to: Day;
}
