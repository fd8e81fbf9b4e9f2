import type { Texts } from '../../../locales/texts';
import type { zhCN } from './zh-CN';

/** What only these pages say in English. */
export const en: Texts<typeof zhCN> = {
  ownFlags: {
    title: 'This punch was marked for a check',
    waiting: 'HR looks at it; nothing changes by itself',
    fine: 'Checked, all fine',
    followUp: 'HR will follow up',
    decided: '{{name}}: {{note}}',
    loading: 'Loading the reason',
    failed: 'The reason could not be loaded',
    why: {
      'impossible-travel': '{{distance}} within {{minutes}} min, faster than {{limit}} km/h',
      'same-coordinates': 'Exactly the same coordinates on {{days}} days',
      'accuracy-implausible': 'Accurate to {{accuracy}} m, {{times}} times: better than a phone can be',
      'shared-phone': 'One phone punched for {{people}} people',
    },
  },
  field: {
    locationTitle: 'Location',
    locationGot: 'Located, accurate to {{accuracy}} m',
    photoTitle: 'Photo on site',
    photoHint: 'Taken now with the camera, not from the album',
    takePhoto: 'Take a photo',
    retake: 'Take it again',
    photoAlt: 'Photo on site, tap to take it again',
    placeLabel: 'Place',
    placePlaceholder: 'For example the customer and the floor',
    noteLabel: 'Note',
    notePlaceholder: 'What you are here for (optional)',
    needLocation: 'A location is still needed',
    needPhoto: 'A photo is still needed',
    needPlace: 'The name of the place is still needed',
    submit: 'Make the field punch',
    submitting: 'Sending',
    cameraDenied: 'No camera permission. Allow it and try again',
    cameraFailed: 'No photo was taken. Please try again',
    savedTitle: 'Saved on this phone',
    saved: 'The photo and the punch are sent once you are online. You may close this page.',
    notAllowed: 'Field punches are not enabled for you',
    notReady: 'Your profile is not known yet. Open Today once while online',
  },
};
