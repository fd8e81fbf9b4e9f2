import type { Month } from '#contracts/common';
import type { InsuranceChoice } from '#contracts/insurance';

/** What the company's choice is in a month; null before the first one. `choices` in order of their months. */
export const choiceOn = (choices: readonly InsuranceChoice[], month: Month): InsuranceChoice | null =>
  choices.findLast(({ from }) => from <= month) ?? null;
