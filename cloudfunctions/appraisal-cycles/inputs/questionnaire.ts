import { array, maxLength, minLength, nullable, optional, picklist, pipe, strictObject } from 'valibot';
import { integerBetween, line, localText } from '../../shared/inputs';
import { planId } from './cycle';

const MOST_JOBS = 50;
const MOST_SECTIONS = 8;
const MOST_ITEMS = 12;
/** Of a scale of ten levels. */
const MOST_LEVELS = 11;

const relations = pipe(
  array(picklist(['self', 'manager', 'peer', 'report', 'customer'])),
  minLength(1),
  maxLength(5),
);

const item = strictObject({
  id: planId,
  name: localText(120),
  relations: optional(relations),
  rated: nullable(
    strictObject({
      weight: integerBetween(1, 100),
      levels: pipe(array(localText(200)), minLength(2), maxLength(MOST_LEVELS)),
    }),
  ),
});

const section = strictObject({
  id: planId,
  name: localText(40),
  weight: integerBetween(0, 100),
  items: pipe(array(item), maxLength(MOST_ITEMS)),
});

export const questionnaireDraft = strictObject({
  name: localText(40),
  jobs: pipe(array(line(40)), maxLength(MOST_JOBS)),
  sections: pipe(array(section), maxLength(MOST_SECTIONS)),
});
