import { miniProgram } from '../mini-program';
import { showModal } from '../overlay/modal';
import { t } from '../overlay/words';
import { currentSettings } from '../phone-state';
import { ApiFailure } from './api-failure';
import { asyncApi } from './async-api';
import { requirePermission } from './permission';

/** A second call within 30 s repeats the first position. */
const CACHE_MS = 30_000;
const FIX_MS = 120;

interface Fix {
  latitude: number;
  longitude: number;
  accuracy: number;
  horizontalAccuracy: number;
  verticalAccuracy: number;
  altitude: number;
  speed: number;
}

let last: { fix: Fix; at: number } | null = null;

function currentFix(): Fix {
  const { latitude, longitude, accuracy, locationCache } = currentSettings();
  if (locationCache && last && performance.now() - last.at < CACHE_MS) return last.fix;
  const fix = {
    latitude,
    longitude,
    accuracy,
    horizontalAccuracy: accuracy,
    verticalAccuracy: accuracy,
    altitude: 0,
    speed: -1,
  };
  last = { fix, at: performance.now() };
  return fix;
}

function requireDeclared(name: string): void {
  if (miniProgram().app.requiredPrivateInfos?.includes(name)) return;
  throw new ApiFailure('fail the api need to be declared in the requiredPrivateInfos field in app.json');
}

/** `31.2304, 121.4737 name`; null for anything else. */
function readPlace(text: string): { latitude: number; longitude: number; name: string } | null {
  const [, latitude, longitude, name = ''] = /^\s*(-?[\d.]+)[,\s]+(-?[\d.]+)\s*(.*)$/.exec(text) ?? [];
  const place = { latitude: Number(latitude), longitude: Number(longitude), name };
  return Number.isFinite(place.latitude) && Number.isFinite(place.longitude) ? place : null;
}

/** A map needs tiles of a server: here the place is entered as text, starting with the phone's position. */
const chooseLocation = asyncApi<{ latitude?: number; longitude?: number }>(
  'chooseLocation',
  async ({ latitude, longitude }) => {
    requireDeclared('chooseLocation');
    const here = currentSettings();
    const { confirm, content } = await showModal({
      title: t('chooseLocation'),
      content: `${latitude ?? here.latitude}, ${longitude ?? here.longitude}`,
      editable: true,
    });
    if (!confirm) throw new ApiFailure('fail cancel');
    const place = readPlace(content ?? '');
    if (!place) throw new ApiFailure('fail invalid coordinate');
    return { ...place, address: '' };
  },
);

export const locationApi = {
  chooseLocation,
  getLocation: asyncApi('getLocation', async () => {
    requireDeclared('getLocation');
    await requirePermission('scope.userLocation');
    if (currentSettings().location === 'off')
      throw new ApiFailure('fail system permission denied', { errCode: 2 });
    await new Promise((resolve) => setTimeout(resolve, FIX_MS));
    return currentFix();
  }),
};
