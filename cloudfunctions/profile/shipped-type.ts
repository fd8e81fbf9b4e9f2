import {
  bilingual,
  filesField,
  flow,
  hrStep,
  reasonField,
  shippedType,
} from '../request-types/rules-shipped';

/** The default request type. */
export const profileType = shippedType(
  'profile',
  bilingual('资料变更', 'Update my details'),
  [
    { id: 'what', kind: 'text', label: bilingual('变更内容', 'What changes'), required: true, most: 500 },
    filesField,
    reasonField(false),
  ],
  flow([hrStep()]),
);
