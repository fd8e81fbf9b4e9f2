import type { Settings } from '../shared/settings';
import { el, row, section, segments, toggle } from './dom';
import { choicesOf, type PanelView } from './sections';

/** What is at the door: codes before the camera, beacons within reach, the network, and the phone's own check. */
export function doorSection(view: PanelView): HTMLElement {
  const { state, word, link } = view;
  const bluetooth = segments(word('bluetooth'), choicesOf(view, ['on', 'off']), state.bluetooth, (value) =>
    link.set({ bluetooth: value as Settings['bluetooth'] }),
  );
  const soter = segments(
    word('soter'),
    choicesOf(view, ['ask', 'ok', 'refused', 'unsupported']),
    state.soter,
    (value) => link.set({ soter: value as Settings['soter'] }),
  );
  return section(word('door'), [
    ...cameraRows(view),
    row(word('bluetooth'), bluetooth),
    ...beaconRows(view),
    networkRow(view),
    row(word('soter'), soter),
  ]);
}

/** A code is pasted, or read from the current screen of a site. */
function cameraRows({ state, doors, word, link, refreshDoors }: PanelView): HTMLElement[] {
  const input = el('input', {
    type: 'text',
    value: state.scan,
    placeholder: word('scanHint'),
    ariaLabel: word('seen'),
  });
  input.addEventListener('change', () => link.set({ scan: input.value.trim() }));
  const away = el('button', {
    type: 'button',
    className: 'plain',
    textContent: word('noCode'),
    disabled: state.scan === '',
  });
  away.addEventListener('click', () => link.set({ scan: '' }));
  const show = (label: string): void => {
    refreshDoors()
      .then(({ codes }) => link.set({ scan: codes.find((code) => code.label === label)?.text ?? '' }))
      .catch((error: unknown) => console.error(error));
  };
  const choices = doors.codes.map(({ label }) => ({ value: label, label }));
  const shown = doors.codes.find(({ text }) => text === state.scan)?.label ?? '';
  const screens = segments(word('seen'), choices, shown, show);
  screens.classList.add('wrap');
  return [el('div', { className: 'row' }, [input, away]), screens];
}

function beaconRows({ state, doors, link }: PanelView): HTMLElement[] {
  const near = state.beacons.split(' ').filter(Boolean);
  return doors.beacons.map(({ label, text }) =>
    toggle(label, near.includes(text), (isNear) => {
      const others = near.filter((one) => one !== text);
      link.set({ beacons: (isNear ? [...others, text] : others).join(' ') });
    }),
  );
}

/** A network of no site is one that an employee has at home. */
const HOME = '3c:84:6a:10:20:30/HOME';

function networkRow({ state, doors, link, word }: PanelView): HTMLElement {
  const choices = [
    { value: '', label: word('noWifi') },
    ...doors.networks.map(({ label, text }) => ({ value: text, label })),
    { value: HOME, label: word('otherWifi') },
  ];
  const row = segments('Wi-Fi', choices, state.wifi, (wifi) => link.set({ wifi }));
  row.classList.add('wrap');
  return row;
}
