import type { Locale } from '../i18n/locales.ts';

/** A sentence in every language. */
type Texts = Record<Locale, string>;

/** What is said of a call that is wrong, each with what to do. What a message of Node says stays as it is. */
export const TROUBLE = {
  badOption: (message: string): Texts => ({
    en: `${message} See fixrate --help.`,
    zh: `${message} 用法见 fixrate --help。`,
  }),
  badPair: (pair: string): Texts => ({
    en: `--set is "${pair}", but takes a name and a value: --set port=3000`,
    zh: `--set 的值是“${pair}”，应当是名字和值：--set port=3000`,
  }),
  badLanguage: (asked: string): Texts => ({
    en: `--lang is "${asked}", but the texts are in en and zh.`,
    zh: `--lang 的值是“${asked}”，而内容只有 en 和 zh。`,
  }),
  noCommand: (command: string): Texts => ({
    en: `there is no command "${command}". See fixrate --help.`,
    zh: `没有“${command}”这个命令。用法见 fixrate --help。`,
  }),
  noJson: (command: string): Texts => ({
    en: `${command} takes no --json; match, show, search, domains and diagnose do.`,
    zh: `${command} 不支持 --json；支持它的是 match、show、search、domains 和 diagnose。`,
  }),
  needsText: {
    en: 'match needs a text: fixrate match "…", or a pipe: make 2>&1 | fixrate match',
    zh: 'match 需要一段文字：fixrate match "…"，或者用管道：make 2>&1 | fixrate match',
  },
  batchTakesNoText: {
    en: 'match --batch reads lines of JSON from a pipe, and takes no text: fixrate match --batch < FILE.ndjson',
    zh: 'match --batch 从管道读取逐行的 JSON，不接受文字参数：fixrate match --batch < FILE.ndjson',
  },
  needsId: (command: string): Texts => ({
    en: `${command} needs one id or code: fixrate ${command} git/failed-to-push-some-refs`,
    zh: `${command} 需要一个 id 或代码：fixrate ${command} git/failed-to-push-some-refs`,
  }),
  needsWords: {
    en: 'search needs words: fixrate search address in use',
    zh: 'search 需要关键词：fixrate search 端口占用',
  },
  needsFiles: {
    en: 'index needs a file and a place for the index: fixrate index FILE.ndjson -o my.index',
    zh: 'index 需要一个文件和存放索引的位置：fixrate index FILE.ndjson -o my.index',
  },
  needsIndex: {
    en: '--only needs an index: add --index FILE.',
    zh: '--only 需要一个索引：请加上 --index FILE。',
  },
  wrongLines: (count: number, out: string): Texts => ({
    en: `${count === 1 ? '1 line is' : `${count} lines are`} wrong; ${out} was not written.`,
    zh: `有 ${count} 行不对，没有写入 ${out}。`,
  }),
  noLines: (file: string): Texts => ({
    en: `${file} has no lines: one {"id","signatures"} for each error.`,
    zh: `${file} 里没有内容：每个报错一行 {"id","signatures"}。`,
  }),
  notWritten: (file: string, message: string): Texts => ({
    en: `${file} cannot be written: ${message}. Name another file, or one in another folder.`,
    zh: `无法写入 ${file}：${message}。请换一个文件或目录。`,
  }),
  noIndex: (file: string, message: string): Texts => ({
    en: `${file}: ${message}. Build it with: fixrate index FILE.ndjson -o ${file}`,
    zh: `${file}：${message}。可以这样生成：fixrate index FILE.ndjson -o ${file}`,
  }),
  missingData: (file: string): Texts => ({
    en: `${file} is missing: install fixrate again.`,
    zh: `缺少 ${file}：请重新安装 fixrate。`,
  }),
};
