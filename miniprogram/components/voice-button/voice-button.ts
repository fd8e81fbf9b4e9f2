import { refusalText } from '../../locales/refusal-text';
import { words } from '../../services/language';
import { openPermissions } from '../../services/location';
import { voice } from '../../services/voice';
import type { Refusal } from '../../services/wx-refusal';

type State = 'idle' | 'asking' | 'hearing' | 'thinking';

const LABELS = {
  idle: 'voice.hold',
  asking: 'voice.hold',
  hearing: 'voice.release',
  thinking: 'voice.thinking',
} as const;

type Note = '' | 'filled' | 'nothing' | Refusal;

function noteText(note: Note): string {
  if (note === '') return '';
  if (note === 'filled' || note === 'nothing') return words().t(`voice.${note}`);
  return refusalText(note, { denied: 'voice.denied', failed: 'voice.failed' }, words());
}

const labelsOf = (state: State, note: Note) => ({
  state,
  label: words().t(LABELS[state]),
  note: noteText(note),
  allow: note === 'denied' ? words().t('common.allow') : '',
});

/** Stops the recording; one button is held at a time. */
let release: () => void = () => undefined;

/**
 * Push-to-talk button; the recognised text is emitted as `said`, to be reviewed and edited. Hidden if the account has
 * no speech plugin.
 */
Component({
  data: { available: false, part: '', ...labelsOf('idle', '') },
  lifetimes: {
    attached() {
      this.setData({ available: voice.isAvailable(), ...labelsOf('idle', '') });
    },
    detached() {
      release();
    },
  },
  methods: {
    onPress() {
      if (this.data.state !== 'idle') return;
      this.setData({ part: '', ...labelsOf('asking', '') });
      release = voice.listen(words().language, {
        onStart: () => this.setData(labelsOf('hearing', '')),
        onPart: (part) => this.setData({ part }),
        onText: (text) => this.end(text),
        onFailure: (why) => this.setData({ part: '', ...labelsOf('idle', why) }),
      });
    },
    onRelease() {
      const { state } = this.data;
      if (state === 'hearing') this.setData(labelsOf('thinking', ''));
      // Recording has not started: WeChat may be asking for the microphone permission. The next press records.
      if (state === 'asking') this.setData(labelsOf('idle', ''));
      release();
    },
    end(text: string) {
      this.setData({ part: '', ...labelsOf('idle', text ? 'filled' : 'nothing') });
      if (text) this.triggerEvent('said', { text });
    },
    async onAllow() {
      await openPermissions();
      this.setData(labelsOf('idle', ''));
    },
  },
});
