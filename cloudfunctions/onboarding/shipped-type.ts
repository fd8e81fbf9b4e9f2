import {
  bilingual,
  filesField,
  flow,
  hrStep,
  reasonField,
  shippedType,
} from '../request-types/rules-shipped';

/** The default request type. */
export const onboardingType = shippedType(
  'onboarding',
  bilingual('入职资料', 'Onboarding'),
  [
    {
      id: 'phone',
      kind: 'text',
      label: bilingual('手机号', 'Phone'),
      required: true,
      most: 20,
      private: true,
    },
    {
      id: 'emergency',
      kind: 'text',
      label: bilingual('紧急联系人', 'Emergency contact'),
      required: true,
      most: 100,
      private: true,
    },
    filesField,
    reasonField(false),
  ],
  flow([hrStep()]),
);
