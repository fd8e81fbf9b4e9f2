import { miniProgram } from '../mini-program';
import { currentSettings } from '../phone-state';
import { ApiFailure } from './api-failure';
import { asyncApi } from './async-api';
import { requirePermission } from './permission';
import { requirePrivacy } from './privacy';

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

export const locationApi = {
  getLocation: asyncApi('getLocation', async () => {
    if (!miniProgram().app.requiredPrivateInfos?.includes('getLocation')) {
      throw new ApiFailure('fail the api need to be declared in the requiredPrivateInfos field in app.json');
    }
    await requirePrivacy('getLocation');
    await requirePermission('scope.userLocation');
    if (currentSettings().location === 'off')
      throw new ApiFailure('fail system permission denied', { errCode: 2 });
    await new Promise((resolve) => setTimeout(resolve, FIX_MS));
    return currentFix();
  }),
};
