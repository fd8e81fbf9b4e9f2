import type { ChangeEntry } from '#contracts/change';
import type { SiteSettings } from '#contracts/site';
import { changedValues } from '../../shared/history/changed-values';

/** The settings of a site that an administrator can edit. */
export type EditableSite = Omit<SiteSettings, 'id' | 'version'>;

const FIELDS = [
  'name',
  'latitude',
  'longitude',
  'radius',
  'tolerance',
  'beacons',
  'wifi',
  'networks',
  'biometric',
  'screenKeepers',
] as const satisfies readonly (keyof EditableSite)[];

/** The fields that differ between two versions of a site, in the order of the form. */
export function changedFields(before: EditableSite, after: EditableSite): string[] {
  return FIELDS.filter((field) => textOf(before[field]) !== textOf(after[field]));
}

/** A text for comparison that does not depend on key order. */
function textOf(value: unknown): string {
  return JSON.stringify(value, (_, inner: unknown) =>
    typeof inner === 'object' && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  );
}

/** What differs, for the history. What would help to forge a place is counted and not shown. */
export const siteValues = (before: EditableSite, after: EditableSite): Pick<ChangeEntry, 'values'> =>
  changedValues(shown(before), shown(after));

const shown = ({ beacons, networks, ...site }: EditableSite): object => ({
  ...site,
  beacons: beacons.length,
  networks: networks.length,
});
