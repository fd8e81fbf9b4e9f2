import type { SiteSettings } from '#contracts/site';

/** What an administrator sets of a site. */
export type EditableSite = Omit<SiteSettings, 'id' | 'version'>;

const FIELDS = [
  'name',
  'latitude',
  'longitude',
  'radius',
  'tolerance',
  'beacons',
  'biometric',
  'screenKeepers',
] as const satisfies readonly (keyof EditableSite)[];

/** The fields in which two versions of a site differ, in their order on the form. */
export function changedFields(before: EditableSite, after: EditableSite): string[] {
  return FIELDS.filter((field) => textOf(before[field]) !== textOf(after[field]));
}

/** The same text for the same value, in whatever order its keys were stored. */
function textOf(value: unknown): string {
  return JSON.stringify(value, (_, inner: unknown) =>
    typeof inner === 'object' && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  );
}
