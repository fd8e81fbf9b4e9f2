import {
  bilingual,
  dayField,
  flow,
  managerStep,
  placeField,
  reasonField,
  shippedType,
  timeField,
} from '../request-types/rules-shipped';

/** The default request type. */
export const fieldType = shippedType(
  'field',
  bilingual('外勤打卡', 'Field punch'),
  [
    { id: 'punchKey', kind: 'text', label: bilingual('打卡编号', 'Punch'), required: true, most: 64 },
    dayField('day', bilingual('日期', 'Day')),
    timeField,
    placeField(true),
    { id: 'photo', kind: 'file', label: bilingual('现场照片', 'Photo'), required: false, most: 1 },
    reasonField(false),
  ],
  flow([managerStep]),
);
