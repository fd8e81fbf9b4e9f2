import { createVoice, type Recogniser, type SpeechListener } from '../../../../miniprogram/services/voice';

/** The plugin, steered by hand. */
function plugin() {
  const ear: Recogniser & { readonly calls: string[] } = {
    calls: [],
    start: ({ lang }) => ear.calls.push(`start ${lang}`),
    stop: () => ear.calls.push('stop'),
  };
  return ear;
}

function hearing() {
  const heard: string[] = [];
  const listener: SpeechListener = {
    onStart: () => heard.push('started'),
    onPart: (text) => heard.push(`part ${text}`),
    onText: (text) => heard.push(`text ${text}`),
    onFailure: (why) => heard.push(why),
  };
  return { heard, listener };
}

test('an account without the plugin has no voice', () => {
  const voice = createVoice(() => null);
  const { heard, listener } = hearing();
  expect(voice.isAvailable()).toBe(false);
  voice.listen('zh-CN', listener)();
  expect(heard).toEqual(['failed']);
});

test('what is said while the finger is down becomes text', () => {
  const ear = plugin();
  const { heard, listener } = hearing();
  const release = createVoice(() => ear).listen('en', listener);
  ear.onStart?.();
  ear.onRecognize?.({ result: 'all' });
  release();
  release();
  ear.onStop?.({ result: ' all fine ' });
  expect(ear.calls).toEqual(['start en_US', 'stop']);
  expect(heard).toEqual(['started', 'part all', 'text all fine']);
});

test('a finger that goes while WeChat asks for the microphone stops the recording as it begins', () => {
  const ear = plugin();
  const { heard, listener } = hearing();
  createVoice(() => ear).listen('zh-CN', listener)();
  expect(ear.calls).toEqual(['start zh_CN']);
  ear.onStart?.();
  expect(ear.calls).toEqual(['start zh_CN', 'stop']);
  expect(heard).toEqual([]);
});

test.each([
  ['fail auth deny', 'denied'],
  ['fail privacy permission is not authorized', 'privacy'],
  ['fail api scope is not declared in the privacy agreement', 'undeclared'],
  ['network', 'failed'],
])('%s is told as %s, once', (msg, why) => {
  const ear = plugin();
  const { heard, listener } = hearing();
  createVoice(() => ear).listen('zh-CN', listener);
  ear.onError?.({ retcode: -30001, msg });
  ear.onStop?.({ result: 'late' });
  expect(heard).toEqual([why]);
});
