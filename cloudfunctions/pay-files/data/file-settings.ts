import type { PayFileSettings } from '#contracts/pay-files';
import { collection } from '../../shared/data/collection';
import { figure, text } from '../../shared/faults/checks';
import type { Change } from '../../shared/history/history';
import { decryptText, encryptText } from '../../shared/privacy/field-cipher';
import { resealed, sealedText } from '../../shared/privacy/resealed';
import { USUAL_SETTINGS } from '../domain/settings';

/** The one document of `pay_file_settings`; the account that pays is encrypted. */
interface StoredSettings {
  readonly _id: string;
  readonly version: number;
  readonly sealed: string;
  readonly history: readonly Change[];
}

export interface VersionedSettings {
  /** 0 before anything was saved. */
  readonly version: number;
  readonly settings: PayFileSettings;
  readonly history: readonly Change[];
}

const ID = 'company';
const stored = collection<StoredSettings>('pay_file_settings', { version: figure, sealed: text });

export async function findSettings(): Promise<VersionedSettings> {
  const found = await stored.byId(ID);
  if (!found) return { version: 0, settings: USUAL_SETTINGS, history: [] };
  const settings = JSON.parse(decryptText(found.sealed, placeOf)) as PayFileSettings;
  return { version: found.version, settings, history: found.history };
}

const placeOf = `pay_file_settings:${ID}`;

export const resealedSettings = resealed(stored, [sealedText('sealed', () => placeOf)]);

/** @returns whether they were saved; false if they are another version by now */
export async function putSettings({ version, settings, history }: VersionedSettings): Promise<boolean> {
  const fields = { sealed: encryptText(JSON.stringify(settings), placeOf), history };
  if (version === 0) return (await stored.add({ _id: ID, version: 1, ...fields })) === 'added';
  const changed = await stored.updateWhere(
    () => ({ _id: ID, version }),
    () => ({ ...fields, version: version + 1 }),
  );
  return changed === 1;
}
