/**
 * The items of WeChat's privacy guide, by a name for the `undeclared` setting: how the account's settings call each,
 * and what it opens. An API of an item that the guide does not declare fails with errno 112.
 * https://developers.weixin.qq.com/miniprogram/dev/framework/user-privacy/miniprogram-intro.html
 */
export const PRIVACY_ITEMS = {
  location: {
    title: '位置信息',
    apis: ['getLocation', 'startLocationUpdate', 'startLocationUpdateBackground', 'getFuzzyLocation'],
    scopes: ['scope.userLocation', 'scope.userLocationBackground', 'scope.userFuzzyLocation'],
  },
  place: { title: '选择的位置信息', apis: ['chooseLocation', 'choosePoi'], scopes: [] },
  pictures: {
    title: '选中的照片或视频信息',
    apis: ['chooseImage', 'chooseMedia', 'chooseVideo'],
    scopes: [],
  },
  files: { title: '选中的文件', apis: ['chooseMessageFile'], scopes: [] },
  clipboard: { title: '剪切板', apis: ['setClipboardData', 'getClipboardData'], scopes: [] },
  microphone: {
    title: '麦克风',
    apis: ['startRecord', 'getRecorderManager', 'joinVoIPChat'],
    scopes: ['scope.record'],
  },
  camera: { title: '摄像头', apis: ['createVKSession', 'createCameraContext'], scopes: ['scope.camera'] },
  album: {
    title: '相册（仅写入）',
    apis: ['saveImageToPhotosAlbum', 'saveVideoToPhotosAlbum'],
    scopes: ['scope.writePhotosAlbum'],
  },
  bluetooth: {
    title: '蓝牙',
    apis: ['openBluetoothAdapter', 'createBLEPeripheralServer'],
    scopes: ['scope.bluetooth'],
  },
  profile: {
    title: '微信昵称、头像',
    apis: ['getUserInfo', 'getUserProfile', 'chooseAvatar'],
    scopes: ['scope.userInfo'],
  },
  phone: { title: '手机号', apis: ['getPhoneNumber', 'getRealtimePhoneNumber'], scopes: [] },
  address: { title: '地址', apis: ['chooseAddress'], scopes: [] },
  invoice: { title: '发票信息', apis: ['chooseInvoice', 'chooseInvoiceTitle'], scopes: [] },
  contacts: { title: '通讯录（仅写入）', apis: ['addPhoneContact'], scopes: ['scope.addPhoneContact'] },
  calendar: {
    title: '日历（仅写入）',
    apis: ['addPhoneCalendar', 'addPhoneRepeatCalendar'],
    scopes: ['scope.addPhoneCalendar'],
  },
  steps: { title: '微信运动步数', apis: ['getWeRunData'], scopes: ['scope.werun'] },
  acceleration: { title: '加速传感器', apis: ['startAccelerometer'], scopes: [] },
  compass: { title: '磁场传感器', apis: ['startCompass'], scopes: [] },
  motion: { title: '方向传感器', apis: ['startDeviceMotionListening'], scopes: [] },
  gyroscope: { title: '陀螺仪传感器', apis: ['startGyroscope'], scopes: [] },
} as const;

export type PrivacyItem = keyof typeof PRIVACY_ITEMS;

const ITEMS = Object.entries(PRIVACY_ITEMS) as [
  PrivacyItem,
  { title: string; apis: readonly string[]; scopes: readonly string[] },
][];

/** The item that opens an API, or a scope of `wx.authorize`; undefined if none is required. */
export const privacyItemOf = (apiOrScope: string): PrivacyItem | undefined =>
  ITEMS.find(([, { apis, scopes }]) => apis.includes(apiOrScope) || scopes.includes(apiOrScope))?.[0];
