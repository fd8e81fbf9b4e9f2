import { chinaTime } from '../shared/china-time';
import { make } from './overlay/layer';
import { t } from './overlay/words';
import { currentSettings, settingsChanged } from './phone-state';

const REDRAW_MS = 5000;

/** Time and network of the simulated phone, and its home indicator. */
export function installStatusBar(): void {
  const bar = document.body.appendChild(make('mp-statusbar'));
  bar.setAttribute('aria-hidden', 'true');
  document.body.append(make('mp-home-indicator'));
  const draw = (): void => {
    const time = chinaTime(Date.now()).replace(/^0/, '');
    const { network } = currentSettings();
    const signal =
      network === 'offline' ? make('span', 'mp-offline', t('offline')) : make('span', 'mp-signal');
    bar.replaceChildren(make('b', '', time), signal, make('span', 'mp-battery'));
  };
  draw();
  setInterval(draw, REDRAW_MS);
  settingsChanged.add(draw);
}
