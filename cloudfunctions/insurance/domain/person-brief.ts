import type { PersonBrief } from '#contracts/person';

/** Number and names of a person, as lists show them. */
export const briefOf = ({
  _id,
  name,
  nameEn,
}: {
  readonly _id: string;
  readonly name: string;
  readonly nameEn: string;
}): PersonBrief => ({ id: _id, name, nameEn });
