import { currentSettings } from '../phone-state';

const WORDS = {
  zh_CN: {
    confirm: '确定',
    cancel: '取消',
    allow: '允许',
    refuse: '拒绝',
    agree: '同意',
    back: '返回',
    home: '首页',
    more: '更多',
    close: '关闭',
    privacyTitle: '隐私保护提示',
    privacyText: '使用前请阅读并同意《小程序隐私保护指引》。',
    asks: '申请',
    location: '获取你的位置信息',
    camera: '使用你的摄像头',
    album: '保存到你的相册',
    other: '使用该功能',
    settings: '设置',
    subscribe: '申请给你发送以下消息各一次',
    offline: '无网络',
    saveFile: '保存文件',
  },
  en: {
    confirm: 'OK',
    cancel: 'Cancel',
    allow: 'Allow',
    refuse: 'Reject',
    agree: 'Agree',
    back: 'Back',
    home: 'Home',
    more: 'More',
    close: 'Close',
    privacyTitle: 'Privacy notice',
    privacyText: 'Read and agree to the privacy guidelines of this Mini Program first.',
    asks: 'requests to',
    location: 'get your location',
    camera: 'use your camera',
    album: 'save to your album',
    other: 'use this feature',
    settings: 'Settings',
    subscribe: 'Wants to send you each of these messages once',
    offline: 'No network',
    saveFile: 'Save the file',
  },
} as const;

/** A word of WeChat's own, in the language of the phone. */
export function word(name: keyof (typeof WORDS)['zh_CN']): string {
  return WORDS[currentSettings().language][name];
}
