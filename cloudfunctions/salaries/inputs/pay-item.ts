import { array, boolean, maxLength, picklist, pipe, regex, strictObject, string } from 'valibot';
import { localText, nonEmptyText, text } from '../../shared/inputs';

/** Longer ones are refused with their item by the rules. */
const MAX_FORMULA = 2_000;

/** More are refused by the rules. */
const MAX_ITEMS = 100;

export const payItemId = pipe(string(), regex(/^[A-Za-z0-9_-]{1,40}$/));

/** The items of one version; ids and formulas are checked by the rules, which name the item. */
export const payItems = pipe(
  array(
    strictObject({
      id: payItemId,
      name: localText(30),
      kind: picklist(['earning', 'deduction', 'employer']),
      isTaxable: boolean(),
      isInsurable: boolean(),
      isInMinimum: boolean(),
      // Empty for always.
      condition: text(MAX_FORMULA),
      formula: nonEmptyText(MAX_FORMULA),
    }),
  ),
  maxLength(MAX_ITEMS),
);
