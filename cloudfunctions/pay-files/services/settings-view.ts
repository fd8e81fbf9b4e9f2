import type { PayFileSettingsView } from '#contracts/pay-files';
import { findAllDepartments } from '../../people/public';
import type { VersionedSettings } from '../data/file-settings';

export async function settingsView({ version, settings }: VersionedSettings): Promise<PayFileSettingsView> {
  const departments = await findAllDepartments();
  return { ...settings, version, departments: departments.map(({ _id, name }) => ({ id: _id, name })) };
}
