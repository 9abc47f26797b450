import type { Locale } from './locales.ts';

/** What is said of the pages on a reader's device. A table of its own, since it goes into the browser. */
export interface OfflineStrings {
  unsupported: string;
  /** Sizes are texts with their unit. */
  keep(size: string): string;
  change(size: string): string;
  remove: string;
  look: string;
  kept: string;
  newest: string;
  removed: string;
  nothing: string;
  fetching(fetched: number, of: number): string;
  starting: string;
  failed: string;
  tooMuch(size: string, most: string): string;
  noRoom(size: string, room: string): string;
  noNetwork: string;
  missing(path: string): string;
  ready: string;
  use: string;
  close: string;
}

export const OFFLINE_STRINGS: Record<Locale, OfflineStrings> = {
  en: {
    unsupported:
      'This browser cannot keep pages here. It needs service workers, an address with https or localhost, and no private window.',
    keep: (size) => `Keep ${size} on this device`,
    change: (size) => `Keep this instead, ${size}`,
    remove: 'Remove from this device',
    look: 'Look for a new version',
    kept: 'On this device.',
    newest: 'On this device. This is the newest version.',
    removed: 'Removed from this device.',
    nothing: 'Choose a language.',
    fetching: (fetched, of) => `Fetching: ${fetched} of ${of} files.`,
    starting: 'Fetching.',
    failed: 'Not all of it could be fetched, so nothing was changed. Try again with a better network.',
    tooMuch: (size, most) =>
      `${size} are more than the ${most} that are kept at most. Choose fewer domains, or leave the trials out.`,
    noRoom: (size, room) =>
      `${size} do not fit: the browser has room for ${room}. Free some, or choose less.`,
    noNetwork: 'There is no network, so the choice cannot be changed now.',
    missing: (path) => `“${path}” is not on this device, and there is no network.`,
    ready: 'A new version of the pages on this device is there.',
    use: 'Use it',
    close: 'Close',
  },
  zh: {
    unsupported:
      '当前浏览器无法保存页面：需要支持 Service Worker，网址须为 https 或 localhost，且不能是隐私窗口。',
    keep: (size) => `存到本机（${size}）`,
    change: (size) => `改为保存这些（${size}）`,
    remove: '从本机删除',
    look: '检查新版本',
    kept: '已存到本机。',
    newest: '已存到本机，是最新版本。',
    removed: '已从本机删除。',
    nothing: '请选择语言。',
    fetching: (fetched, of) => `正在下载：${fetched} / ${of} 个文件。`,
    starting: '正在下载。',
    failed: '未能完整下载，本机内容没有改动。请在网络好一些时重试。',
    tooMuch: (size, most) => `${size} 超过上限 ${most}。请少选几个领域，或不保存试验数据。`,
    noRoom: (size, room) => `空间不足：需要 ${size}，浏览器只剩 ${room}。请清理空间，或少选一些。`,
    noNetwork: '没有网络，现在无法更改选择。',
    missing: (path) => `“${path}”没有存到本机，而且现在没有网络。`,
    ready: '本机页面有了新版本。',
    use: '切换到新版本',
    close: '关闭',
  },
};
